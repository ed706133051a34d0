import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type AssessmentResponse,
  CaseSections,
  RISK_LEVELS,
  type RiskLevel,
  type SectionCase,
} from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';

interface AssessmentRow {
  id: string;
  instrument: string;
  instrument_version: number;
  answers: AssessmentResponse['answers'];
  computed_level: RiskLevel;
  level: RiskLevel;
  body: Buffer;
  assessed_by: string | null;
  assessed_at: Date;
}

interface AssessmentBody {
  readonly narrative: string;
  readonly overrideReason?: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** The assessments of a case for its page, oldest first. */
@Injectable()
export class AssessmentSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
  ) {}

  onModuleInit(): void {
    this.sections.register('assessments', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<AssessmentResponse[]> {
    const rows = await tx.query<AssessmentRow>(
      `SELECT a.id, a.instrument, a.instrument_version, a.answers, a.computed_level, a.level, a.body, u.display_name AS assessed_by, a.assessed_at
         FROM assessment a LEFT JOIN app_user u ON u.id = a.assessed_by WHERE a.case_id = $1 ORDER BY a.assessed_at, a.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: AssessmentRow, childId: string): Promise<AssessmentResponse> {
    const body = (await this.crypto.decryptJson(
      childId,
      'assessment.body',
      row.id,
      row.body,
    )) as AssessmentBody;
    return {
      id: row.id,
      instrument: row.instrument,
      instrumentVersion: row.instrument_version,
      answers: row.answers,
      computedLevel: row.computed_level,
      computedLevelName: RISK_LEVELS[row.computed_level],
      level: row.level,
      levelName: RISK_LEVELS[row.level],
      overrideReason: body.overrideReason ?? null,
      narrative: body.narrative,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      assessedByName: row.assessed_by,
      assessedAt: row.assessed_at.toISOString(),
    };
  }
}
