import { Injectable } from '@nestjs/common';
import type {
  LockedCase,
  TransferPersonResponse,
  TransferReplyResponse,
  TransferSheetResponse,
} from '../../casefile';
import { RISK_LEVELS } from '../../casefile';
import { type PersonResponse, PersonQueries } from '../../people';
import { FieldCrypto, FileKeyStore } from '../../platform/crypto';
import { type Tx, visibility } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { RequestTransferRequest } from './dto/transfer.request';

/** What is sealed: the sheet as the receiver reads it, and where it went. */
export interface SealedSheet extends TransferSheetResponse {
  readonly destination: string;
  readonly contact: string | null;
}

/** 交接单: composed from the case when it is sent, under a key of the transfer's own, so that it can be forgotten alone. */
@Injectable()
export class TransferSheets {
  constructor(
    private readonly people: PersonQueries,
    private readonly crypto: FieldCrypto,
    private readonly keys: FileKeyStore,
    private readonly reference: ReferenceData,
  ) {}

  async compose(
    tx: Tx,
    locked: LockedCase,
    dto: RequestTransferRequest,
    destination: string,
  ): Promise<SealedSheet> {
    const parties = await tx.query<{ person_id: string; role: string; relation: string | null }>(
      `SELECT p.person_id, p.role, (SELECT r.code FROM relation r WHERE r.person_id = p.person_id AND r.child_id = $2 AND r.valid_to IS NULL
                                     ORDER BY r.id LIMIT 1) AS relation
         FROM case_party p WHERE p.case_id = $1 AND p.role IN ('guardian', 'suspect') ORDER BY p.role, p.person_id`,
      [locked.id, locked.childId],
    );
    const views = await this.people.views(
      tx,
      [...new Set([locked.childId, ...parties.map(({ person_id }) => person_id)])],
      { contact: true },
    );
    const child = views.get(locked.childId);
    const one = (id: string, relation: string | null): TransferPersonResponse =>
      personOf(views.get(id), {
        relation,
        relationName: relation === null ? null : (this.reference.codeName('RELATIONS', relation) ?? null),
      });
    const { latestRisk } = locked.facts;
    return {
      caseNo: locked.caseNo,
      child: personOf(child, { relation: null, relationName: null }),
      school: child?.school ?? null,
      address: dto.address ?? child?.address ?? null,
      guardians: parties
        .filter(({ role }) => role === 'guardian')
        .map(({ person_id, relation }) => one(person_id, relation)),
      suspects: parties
        .filter(({ role }) => role === 'suspect')
        .flatMap(({ person_id }) => views.get(person_id)?.name ?? []),
      riskLevelName: latestRisk === null ? null : RISK_LEVELS[latestRisk],
      summary: await this.summary(tx, locked.incidentId),
      reason: dto.reason ?? '',
      done: dto.done ?? '',
      open: dto.open ?? '',
      mustNotKnow: dto.mustNotKnow ?? null,
      ...(await policeOf(tx, locked.incidentId)),
      destination,
      contact: dto.contact ?? null,
    };
  }

  /** A key first, the row later: nothing is ever sealed under a key that may be lost. */
  async seal(id: string, sheet: SealedSheet): Promise<Buffer> {
    await this.keys.createKeys([id]);
    return this.crypto.encryptJson(id, 'case_transfer.sheet', id, sheet);
  }

  async open(id: string, sheet: Buffer): Promise<SealedSheet> {
    return (await this.crypto.decryptJson(id, 'case_transfer.sheet', id, sheet)) as SealedSheet;
  }

  sealReply(id: string, reply: TransferReplyResponse): Promise<Buffer> {
    return this.crypto.encryptJson(id, 'case_transfer.reply', id, reply);
  }

  async openReply(id: string, reply: Buffer | null): Promise<TransferReplyResponse | null> {
    if (reply === null) return null;
    return (await this.crypto.decryptJson(id, 'case_transfer.reply', id, reply)) as TransferReplyResponse;
  }

  private async summary(tx: Tx, incidentId: string): Promise<string | null> {
    const [row] = await tx.query<{ summary: Buffer }>('SELECT summary FROM incident WHERE id = $1', [
      incidentId,
    ]);
    return row === undefined
      ? null
      : this.crypto.decrypt(incidentId, 'incident.summary', incidentId, row.summary);
  }
}

function personOf(
  person: PersonResponse | undefined,
  relation: Pick<TransferPersonResponse, 'relation' | 'relationName'>,
): TransferPersonResponse {
  return {
    name: person?.name ?? null,
    sex: person?.sex ?? 'unknown',
    birthDate: person?.birthDate ?? null,
    phone: person?.phone ?? null,
    ...relation,
  };
}

/** When the police were told here, as far as the sender sees the report: nobody has to call twice. */
async function policeOf(
  tx: Tx,
  incidentId: string,
): Promise<{ policeToldAt: string | null; policeReceiptNo: string | null }> {
  const [row] = await tx.query<{ at: Date; receipt: string | null }>(
    `SELECT r.police_told_at AS at, r.police_receipt_no AS receipt FROM report r
      WHERE r.incident_id = $1 AND r.police_told_at IS NOT NULL AND ${visibility.report('r')} ORDER BY r.police_told_at LIMIT 1`,
    [incidentId],
  );
  return { policeToldAt: row?.at.toISOString() ?? null, policeReceiptNo: row?.receipt ?? null };
}
