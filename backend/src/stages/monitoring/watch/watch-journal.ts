import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { Outbox } from '../../../platform/outbox';
import { AuditLog } from '../../../support/audit';
import { WatchActionEntity } from '../entities';
import type { WatchAction } from './watch-item.workflow';

export interface WatchEntry {
  readonly itemId: string;
  readonly childId: string;
  /** `screen`: a screening recorded something of the child. */
  readonly action: WatchAction | 'propose' | 'screen';
  readonly from?: string;
  readonly to?: string;
  /** Only those who know the report see the entry. */
  readonly reportId?: string;
  /** Words a person wrote; encrypted under the child's key. */
  readonly note?: string | undefined;
  /** Ids and codes only. */
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The log of watched children. Each entry brings its audit row and its outbox message along. */
@Injectable()
export class WatchJournal {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async write(tx: Tx, entry: WatchEntry): Promise<void> {
    const { itemId, childId, action, note } = entry;
    const id = newId(tx.now.getTime());
    const data = { ...(entry.data ?? {}) };
    tx.insert(WatchActionEntity, {
      id,
      districtCode: tx.actor.districtCode,
      watchItemId: itemId,
      reportId: entry.reportId ?? null,
      at: tx.now,
      actorUserId: tx.actor.userId,
      actorAgencyId: tx.actor.agencyId,
      action,
      fromState: entry.from ?? null,
      toState: entry.to ?? null,
      note: note ? await this.crypto.encrypt(childId, 'watch_action.note', id, note) : null,
      data,
    });
    this.audit.record(tx, {
      action: `watch.${action}`,
      subjectKind: 'watch_item',
      subjectId: itemId,
      detail: data,
    });
    this.outbox.add(tx, {
      name: `watch.${action}`,
      subjectId: itemId,
      payload: { watchItemId: itemId },
    });
  }
}
