import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '../platform/crypto';
import type { Tx } from '../platform/database';
import { ReferenceData } from '../support/reference';
import type { SectionCase } from './case-sections';
import { type CasePhase, RISK_LEVELS, type RiskLevel } from './case.workflow';
import type { ClosingResponse } from './dto/case-lifecycle.response';

const STATE_NAMES = { requested: '待区级审批', returned: '已退回', signed: '已同意' } as const;
const AT_TOWNSHIP = '待乡镇（街道）审核';

interface ClosingRow {
  id: string;
  reason: string;
  risk_level: RiskLevel | null;
  checklist: Record<string, boolean>;
  body: Buffer;
  requested_at: Date;
  requested_by: string | null;
  endorser: string | null;
  endorsed_at: Date | null;
  endorsed_by: string | null;
  endorsement: Buffer | null;
  signed_at: Date | null;
  signed_by: string | null;
}

interface ClosingBody {
  readonly note: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** Reads the latest request to close a case. */
@Injectable()
export class ClosingQueries {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  async latest(tx: Tx, file: SectionCase, phase: CasePhase): Promise<ClosingResponse | null> {
    const [row] = await tx.query<ClosingRow>(
      `SELECT k.id, k.reason, k.risk_level, k.checklist, k.body, k.requested_at, r.display_name AS requested_by,
              closing_endorser(k.case_id) AS endorser, k.endorsed_at, e.display_name AS endorsed_by, k.endorsement, k.signed_at, s.display_name AS signed_by
         FROM case_closing k LEFT JOIN app_user r ON r.id = k.requested_by LEFT JOIN app_user e ON e.id = k.endorsed_by LEFT JOIN app_user s ON s.id = k.signed_by
        WHERE k.case_id = $1 ORDER BY k.requested_at DESC, k.id DESC LIMIT 1`,
      [file.id],
    );
    if (row === undefined) return null;
    const body = (await this.crypto.decryptJson(
      file.childId,
      'closing.body',
      row.id,
      row.body,
    )) as ClosingBody;
    const state = row.signed_at !== null ? 'signed' : phase === 'closing' ? 'requested' : 'returned';
    const needsEndorsement = row.endorsed_at !== null || (state === 'requested' && row.endorser !== null);
    const waitsForTownship = state === 'requested' && needsEndorsement && row.endorsed_at === null;
    return {
      state,
      stateName: waitsForTownship ? AT_TOWNSHIP : STATE_NAMES[state],
      reason: row.reason,
      reasonName: this.reference.codeName('CLOSE_REASONS', row.reason) ?? row.reason,
      riskLevel: row.risk_level,
      riskLevelName: row.risk_level === null ? null : RISK_LEVELS[row.risk_level],
      checklist: row.checklist,
      note: body.note,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      requestedByName: row.requested_by,
      requestedAt: row.requested_at.toISOString(),
      needsEndorsement,
      endorsedByName: row.endorsed_by,
      endorsedAt: row.endorsed_at?.toISOString() ?? null,
      endorsement:
        row.endorsement === null
          ? null
          : await this.crypto.decrypt(file.childId, 'closing.endorsement', row.id, row.endorsement),
      signedByName: row.signed_by,
      signedAt: row.signed_at?.toISOString() ?? null,
    };
  }
}
