import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type AssessmentResponse,
  type CaseFacts,
  CaseFactSources,
  CaseSections,
  RISK_LEVELS,
  type RiskLevel,
  type SectionCase,
} from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { ASSESSMENT_STATES, type AssessmentState, assessmentStates } from './level.rules';

interface AssessmentRow {
  id: string;
  instrument: string;
  instrument_version: number;
  answers: AssessmentResponse['answers'];
  score: number | null;
  score_up_to: number | null;
  by_safety_screen: boolean;
  computed_level: RiskLevel;
  level: RiskLevel;
  previous_level: RiskLevel | null;
  proposed: boolean;
  body: Buffer;
  assessor: string | null;
  assessed_at: Date;
  agreed: boolean | null;
  note: Buffer | null;
  reviewer: string | null;
  reviewed_at: Date | null;
}

interface AssessmentBody {
  readonly narrative: string;
  readonly overrideReason?: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** What assessments tell a case: who assessed what waits for a second person, and all of them for its page, oldest first. */
@Injectable()
export class AssessmentSection implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'assessments', read: assessmentFacts });
    this.sections.register('assessments', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<AssessmentResponse[]> {
    const rows = await tx.query<AssessmentRow>(
      `SELECT a.*, u.display_name AS assessor, r.agreed, r.note, e.display_name AS reviewer, r.reviewed_at
         FROM assessment a LEFT JOIN app_user u ON u.id = a.assessed_by
         LEFT JOIN assessment_review r ON r.assessment_id = a.id LEFT JOIN app_user e ON e.id = r.reviewed_by
        WHERE a.case_id = $1 ORDER BY a.assessed_at, a.id`,
      [file.id],
    );
    const states = assessmentStates(rows);
    return Promise.all(rows.map((row, index) => this.view(row, file.childId, states[index] ?? 'superseded')));
  }

  private async view(
    row: AssessmentRow,
    childId: string,
    state: AssessmentState,
  ): Promise<AssessmentResponse> {
    const stored = await this.crypto.decryptJson(childId, 'assessment.body', row.id, row.body);
    const body = stored as AssessmentBody;
    return {
      id: row.id,
      instrument: row.instrument,
      instrumentVersion: row.instrument_version,
      instrumentTitle: this.reference.instrument(row.instrument)?.title ?? row.instrument,
      answers: row.answers,
      score: row.score,
      scoreUpTo: row.score_up_to,
      bySafetyScreen: row.by_safety_screen,
      computedLevel: row.computed_level,
      computedLevelName: RISK_LEVELS[row.computed_level],
      level: row.level,
      levelName: RISK_LEVELS[row.level],
      previousLevelName: row.previous_level === null ? null : RISK_LEVELS[row.previous_level],
      state,
      stateName: ASSESSMENT_STATES[state],
      overrideReason: body.overrideReason ?? null,
      narrative: body.narrative,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      assessedByName: row.assessor,
      assessedAt: row.assessed_at.toISOString(),
      reviewNote:
        row.note === null
          ? null
          : await this.crypto.decrypt(childId, 'assessment_review.note', row.id, row.note),
      reviewedByName: row.reviewer,
      reviewedAt: row.reviewed_at?.toISOString() ?? null,
    };
  }
}

async function assessmentFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ assessed_by: string }>(
    'SELECT a.assessed_by FROM assessment a WHERE a.id = pending_assessment($1)',
    [caseId],
  );
  return { assessmentProposedBy: row?.assessed_by ?? null };
}
