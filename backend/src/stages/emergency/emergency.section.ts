import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CaseFacts,
  CaseFactSources,
  CaseSections,
  type SafetyCheckResponse,
  type SectionCase,
} from '../../casefile';
import { MedicalRecords } from '../../fieldwork/placements';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { SAFETY_DECISIONS, type SafetyDecision } from './safety-check.rules';

interface CheckRow {
  id: string;
  arrived_at: Date;
  seen_child: boolean;
  spoke_alone: boolean;
  medical_needed: boolean;
  decision: SafetyDecision;
  body: Buffer;
  checked_by: string | null;
  recorded_at: Date;
}

interface CheckBody {
  readonly personsSeen?: string;
  readonly statements?: string;
  readonly photos?: string;
  readonly injuries?: string;
  readonly homeCondition?: string;
  readonly decisionReason: string;
  readonly medical?: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** What the emergency stage tells a case: the latest decision on safety, and the checks for its page. */
@Injectable()
export class EmergencySection implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
    private readonly medical: MedicalRecords,
    private readonly crypto: FieldCrypto,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'emergency', read: (tx, caseId) => this.safetyFacts(tx, caseId) });
    this.sections.register('safetyChecks', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<SafetyCheckResponse[]> {
    const rows = await tx.query<CheckRow>(
      `SELECT s.id, s.arrived_at, s.seen_child, s.spoke_alone, s.medical_needed, s.decision, s.body, u.display_name AS checked_by, s.recorded_at
         FROM safety_check s LEFT JOIN app_user u ON u.id = s.checked_by WHERE s.case_id = $1 ORDER BY s.recorded_at, s.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: CheckRow, childId: string): Promise<SafetyCheckResponse> {
    const body = (await this.crypto.decryptJson(childId, 'safety_check.body', row.id, row.body)) as CheckBody;
    return {
      id: row.id,
      arrivedAt: row.arrived_at.toISOString(),
      seenChild: row.seen_child,
      spokeAlone: row.spoke_alone,
      medicalNeeded: row.medical_needed,
      medical: body.medical ?? null,
      personsSeen: body.personsSeen ?? null,
      injuries: body.injuries ?? null,
      homeCondition: body.homeCondition ?? null,
      statements: body.statements ?? null,
      photos: body.photos ?? null,
      decision: row.decision,
      decisionName: SAFETY_DECISIONS[row.decision],
      decisionReason: body.decisionReason,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      checkedByName: row.checked_by,
      recordedAt: row.recorded_at.toISOString(),
    };
  }

  /**
   * Only checks since the running emergency began count: what was safe before the new danger proves nothing now. A child
   * that needs a doctor waits for one until a visit is recorded (先医后置).
   */
  private async safetyFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
    const rows = await tx.query<{ decision: SafetyDecision; medical_needed: boolean; arrived_at: Date }>(
      `SELECT s.decision, s.medical_needed, s.arrived_at FROM safety_check s
        WHERE s.case_id = $1 AND s.recorded_at >= coalesce((SELECT g.opened_at FROM case_stage g
                WHERE g.case_id = $1 AND g.stage = 'emergency' AND g.closed_at IS NULL), '-infinity'::timestamptz)
        ORDER BY s.recorded_at DESC, s.id DESC`,
      [caseId],
    );
    const latest = rows[0];
    const needsDoctor = latest?.medical_needed ?? false;
    return {
      latestSafetyDecision: latest?.decision ?? null,
      safetyChecks: rows.length,
      medicalPending:
        needsDoctor &&
        latest !== undefined &&
        !(await this.medical.sawDoctorSince(tx, caseId, latest.arrived_at)),
    };
  }
}
