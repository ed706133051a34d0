import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseSections,
  type HandoverResponse,
  type MaySee,
  type PoliceStatementResponse,
  type SectionCase,
} from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';

interface HandoverRow {
  id: string;
  from_party: string;
  to_party: string;
  handed_at: Date;
  rights_notice: boolean;
  guardian_informed: boolean;
  place: Buffer;
  body: Buffer;
  statement_id: string | null;
  received_at: Date | null;
  outcome: string | null;
  statement: Buffer | null;
}

interface HandoverBody {
  readonly handedBy: string;
  readonly reason?: string;
  readonly health: string;
  readonly belongings?: string;
  readonly commitment?: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** Givers whose name tells where the child was. */
const KEEPERS: ReadonlySet<string> = new Set(['AGENCY', 'CARER', 'HOSPITAL']);

/** The hand-overs of a case, each with what the police said afterwards. */
@Injectable()
export class HandoverSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.sections.register('handovers', (tx, file, may) => this.read(tx, file, may));
  }

  private async read(tx: Tx, { id, childId }: SectionCase, may: MaySee): Promise<HandoverResponse[]> {
    const rows = await tx.query<HandoverRow>(
      `SELECT h.id, h.from_party, h.to_party, h.handed_at, h.rights_notice, h.guardian_informed, h.place, h.body,
              s.id AS statement_id, s.received_at, s.outcome, s.body AS statement
         FROM handover h LEFT JOIN police_statement s ON s.id = h.police_statement_id WHERE h.case_id = $1 ORDER BY h.handed_at, h.id`,
      [id],
    );
    return Promise.all(rows.map((row) => this.view(row, childId, may('placementAddress'))));
  }

  private async view(row: HandoverRow, childId: string, shows: boolean): Promise<HandoverResponse> {
    const body = (await this.crypto.decryptJson(childId, 'handover.body', row.id, row.body)) as HandoverBody;
    const place = shows
      ? ((await this.crypto.decryptJson(childId, 'handover.place', row.id, row.place)) as {
          place: string;
          receivedBy: string;
        })
      : null;
    return {
      id: row.id,
      fromParty: row.from_party,
      fromPartyName: this.reference.codeName('HANDOVER_FROM', row.from_party) ?? row.from_party,
      toPartyName: shows ? (this.reference.codeName('HANDOVER_TO', row.to_party) ?? row.to_party) : null,
      receivedBy: place?.receivedBy ?? null,
      place: place?.place ?? null,
      handedAt: row.handed_at.toISOString(),
      handedBy: shows || !KEEPERS.has(row.from_party) ? body.handedBy : null,
      reason: body.reason ?? null,
      health: body.health,
      belongings: body.belongings ?? null,
      commitment: body.commitment ?? null,
      rightsNotice: row.rights_notice,
      guardianInformed: row.guardian_informed,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      policeStatement: await this.statement(row, childId),
    };
  }

  private async statement(row: HandoverRow, childId: string): Promise<PoliceStatementResponse | null> {
    if (row.statement_id === null || row.statement === null) return null;
    const body = (await this.crypto.decryptJson(
      childId,
      'police_statement.body',
      row.statement_id,
      row.statement,
    )) as { documentNo?: string; summary: string };
    const outcome = row.outcome ?? '';
    return {
      receivedAt: row.received_at?.toISOString() ?? '',
      outcomeName: this.reference.codeName('POLICE_OUTCOMES', outcome) ?? outcome,
      documentNo: body.documentNo ?? null,
      summary: body.summary,
    };
  }
}
