import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { WatchActionEntity } from '../entities';
import { entryColumns, JournalEcho, type JournalEntry, type JournalSubject } from '../journal';
import type { WatchAction } from './watch-item.workflow';

export interface WatchEntry extends JournalEntry {
  readonly itemId: string;
  readonly childId: string;
  /** `screen`: a screening recorded something of the child. */
  readonly action: WatchAction | 'propose' | 'screen';
}

/** The log of watched children. */
@Injectable()
export class WatchJournal {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly echo: JournalEcho,
  ) {}

  async write(tx: Tx, entry: WatchEntry): Promise<void> {
    const { itemId, childId, action, note } = entry;
    const columns = entryColumns(tx, action, entry);
    tx.insert(WatchActionEntity, {
      ...columns,
      watchItemId: itemId,
      note: note ? await this.crypto.encrypt(childId, 'watch_action.note', columns.id, note) : null,
    });
    const subject: JournalSubject = {
      subjectKind: 'watch_item',
      subjectId: itemId,
      payload: { watchItemId: itemId },
    };
    this.echo.send(tx, `watch.${action}`, subject, entry.data);
  }
}
