import { Injectable } from '@nestjs/common';
import { newId } from '../kernel';
import { FieldCrypto } from '../platform/crypto';
import type { Tx } from '../platform/database';
import { Outbox } from '../platform/outbox';
import { AuditLog } from '../support/audit';
import { CaseActionEntity } from './entities';

export interface LoggedAction {
  readonly action: string;
  readonly caseId?: string;
  readonly reportId?: string;
  readonly workOrderId?: string;
  readonly stage?: string;
  readonly from?: string;
  readonly to?: string;
  /** Words a person wrote; encrypted under `keyId` (the child, or the report before there is one). */
  readonly note?: string;
  readonly keyId?: string;
  /** Ids and codes only. */
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/**
 * The append-only action log of reports, orders and cases. Each entry brings its audit row and its outbox message along,
 * so none of the three can be forgotten.
 */
@Injectable()
export class CaseLog {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async record(tx: Tx, entry: LoggedAction): Promise<void> {
    const id = newId(tx.now.getTime());
    const note =
      entry.note && entry.keyId
        ? await this.crypto.encrypt(entry.keyId, 'case_action.note', id, entry.note)
        : null;
    const data = { ...(entry.data ?? {}) };
    tx.insert(CaseActionEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: entry.caseId ?? null,
      reportId: entry.reportId ?? null,
      workOrderId: entry.workOrderId ?? null,
      at: tx.now,
      actorUserId: tx.actor.userId,
      actorAgencyId: tx.actor.agencyId,
      action: entry.action,
      stage: entry.stage ?? null,
      fromState: entry.from ?? null,
      toState: entry.to ?? null,
      note,
      data,
    });
    const [subjectKind, subjectId] = subjectOf(entry);
    this.audit.record(tx, { action: entry.action, subjectKind, subjectId, detail: data });
    this.outbox.add(tx, {
      name: entry.action,
      subjectId,
      payload: {
        ...(entry.caseId ? { caseId: entry.caseId } : {}),
        ...(entry.reportId ? { reportId: entry.reportId } : {}),
        ...(entry.workOrderId ? { workOrderId: entry.workOrderId } : {}),
      },
    });
  }
}

function subjectOf(entry: LoggedAction): ['work_order' | 'case' | 'report', string] {
  if (entry.workOrderId) return ['work_order', entry.workOrderId];
  if (entry.caseId) return ['case', entry.caseId];
  if (entry.reportId) return ['report', entry.reportId];
  throw new Error(`Action ${entry.action} names no record`);
}
