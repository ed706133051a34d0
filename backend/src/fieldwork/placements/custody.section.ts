import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseSections,
  type CustodyExtensionResponse,
  type CustodyResponse,
  type SectionCase,
} from '../../casefile';
import { endOfDay, type LocalDate } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { custodyBand, custodyDays } from './custody.rules';

interface CustodyRow {
  id: string;
  reasons: string[];
  started_on: LocalDate;
  guardian_told: boolean;
  body: Buffer;
  decided_by: string | null;
  decided_at: Date;
  ended_on: LocalDate | null;
  end_reason: string | null;
  end_body: Buffer | null;
}

interface ExtensionRow {
  id: string;
  custody_id: string;
  body: Buffer;
  extended_by: string | null;
  extended_at: Date;
}

interface Voice {
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}
type CustodyBody = Voice & { readonly facts: string; readonly guardianNotice: string };
type ExtensionBody = Voice & { readonly leaderName: string; readonly reason: string };

/** The custodies of a case for its page, oldest first. */
@Injectable()
export class CustodySection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.sections.register('custodies', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, { id, childId }: SectionCase): Promise<CustodyResponse[]> {
    const rows = await tx.query<CustodyRow>(
      `SELECT c.id, c.reasons, c.started_on::text AS started_on, c.guardian_told, c.body, u.display_name AS decided_by, c.decided_at,
              c.ended_on::text AS ended_on, c.end_reason, c.end_body
         FROM custody c LEFT JOIN app_user u ON u.id = c.decided_by WHERE c.case_id = $1 ORDER BY c.decided_at, c.id`,
      [id],
    );
    if (rows.length === 0) return [];
    const extensions = await tx.query<ExtensionRow>(
      `SELECT e.id, e.custody_id, e.body, u.display_name AS extended_by, e.extended_at
         FROM custody_extension e LEFT JOIN app_user u ON u.id = e.extended_by WHERE e.case_id = $1 ORDER BY e.extended_at, e.id`,
      [id],
    );
    return Promise.all(rows.map((row) => this.view(row, extensions, childId, tx.now)));
  }

  private async view(
    row: CustodyRow,
    extensions: readonly ExtensionRow[],
    childId: string,
    now: Date,
  ): Promise<CustodyResponse> {
    const body = (await this.crypto.decryptJson(childId, 'custody.body', row.id, row.body)) as CustodyBody;
    const end =
      row.end_body === null
        ? null
        : ((await this.crypto.decryptJson(childId, 'custody.end_body', row.id, row.end_body)) as {
            note?: string;
            longTermGround?: string;
            judgmentNo?: string;
          });
    const days = custodyDays(row.started_on, row.ended_on === null ? now : endOfDay(row.ended_on));
    const own = extensions.filter(({ custody_id }) => custody_id === row.id);
    return {
      id: row.id,
      state: row.ended_on === null ? 'running' : 'ended',
      reasons: row.reasons,
      reasonNames: row.reasons.map((code) => this.reference.codeName('TEMP_CUSTODY_REASONS', code) ?? code),
      facts: body.facts,
      startedOn: row.started_on,
      days,
      band: custodyBand(days),
      guardianTold: row.guardian_told,
      guardianNotice: body.guardianNotice,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      decidedByName: row.decided_by,
      decidedAt: row.decided_at.toISOString(),
      extensions: await Promise.all(own.map((extension) => this.extension(extension, childId))),
      endedOn: row.ended_on,
      endReasonName:
        row.end_reason === null ? null : (this.reference.codeName('CARE_EXITS', row.end_reason) ?? null),
      longTermGroundName:
        end?.longTermGround === undefined
          ? null
          : (this.reference.codeName('LONG_TERM_GROUNDS', end.longTermGround) ?? null),
      judgmentNo: end?.judgmentNo ?? null,
      endNote: end?.note ?? null,
    };
  }

  private async extension(row: ExtensionRow, childId: string): Promise<CustodyExtensionResponse> {
    const body = (await this.crypto.decryptJson(
      childId,
      'custody_extension.body',
      row.id,
      row.body,
    )) as ExtensionBody;
    return {
      id: row.id,
      leaderName: body.leaderName,
      reason: body.reason,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      extendedAt: row.extended_at.toISOString(),
      extendedByName: row.extended_by,
    };
  }
}
