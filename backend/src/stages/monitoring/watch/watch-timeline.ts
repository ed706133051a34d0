import { Injectable } from '@nestjs/common';
import type { TimelineEntryResponse } from '../../../casefile';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import type { WatchRow } from './watch-commands';
import { WATCH_ACTIONS, type WatchAction } from './watch-item.workflow';

interface ActionRow {
  id: string;
  at: Date;
  action: string;
  note: Buffer | null;
  actor: string | null;
  agency: string | null;
}

/** 办理经过 of a watched child. That a report was filed is an entry only for those who know the report (row-level security). */
@Injectable()
export class WatchTimeline {
  constructor(private readonly crypto: FieldCrypto) {}

  async ofItem(tx: Tx, item: Pick<WatchRow, 'id' | 'child_id'>): Promise<TimelineEntryResponse[]> {
    const rows = await tx.query<ActionRow>(
      `SELECT a.id, a.at, a.action, a.note, u.display_name AS actor, g.name AS agency
         FROM watch_action a LEFT JOIN app_user u ON u.id = a.actor_user_id LEFT JOIN agency g ON g.id = a.actor_agency_id
        WHERE a.watch_item_id = $1 ORDER BY a.at, a.id`,
      [item.id],
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        at: row.at.toISOString(),
        upcoming: false,
        action: `watch.${row.action}`,
        label: watchActionLabel(row.action),
        subject: null,
        stage: null,
        actorName: row.actor,
        agencyName: row.agency,
        note:
          row.note === null
            ? null
            : await this.crypto.decrypt(item.child_id, 'watch_action.note', row.id, row.note),
      })),
    );
  }
}

/** What is done without an action of the table. */
const OTHERS: Readonly<Record<string, string>> = { propose: '已提出，待核定', screen: '重点时段排查已登记' };

/** What the timeline calls an action. */
export function watchActionLabel(action: string): string {
  return OTHERS[action] ?? WATCH_ACTIONS[action as WatchAction].done;
}
