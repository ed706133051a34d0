import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../../kernel';
import { type Tx, visibility } from '../../../platform/database';
import { AuditLog } from '../../../support/audit';
import { Commands } from '../../../support/commands';
import { Places } from '../places';
import {
  confirmPlaceOf,
  type WatchAction,
  type WatchFacts,
  watchItemWorkflow,
  type WatchPlace,
  type WatchState,
} from './watch-item.workflow';
import { WatchJournal, type WatchEntry } from './watch-journal';
import type { WatchLevel } from './watch.rules';

/** A watched child as a row; dates as text. */
export interface WatchRow {
  id: string;
  number: string;
  child_id: string;
  region_code: string;
  categories: string[];
  level: WatchLevel;
  state: WatchState;
  proposed_from: WatchPlace;
  proposed_agency_id: string;
  proposed_by: string;
  proposed_at: Date;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  worker_agency_id: string;
  worker_user_id: string | null;
  next_visit_on: string | null;
  missed_before: number;
  last_seen_at: Date | null;
  end_reason: string | null;
  ended_at: Date | null;
  body: Buffer;
  campaign_task_id: string | null;
  updated_at: Date;
  version: number;
  care_state: 'running' | 'unfit' | null;
}

/** Later columns of a select list win, so the date is text. */
export const WATCH_COLUMNS = `w.*, w.next_visit_on::text AS next_visit_on,
  (SELECT e.state FROM entrusted_care e WHERE e.watch_item_id = w.id AND e.state <> 'ended' LIMIT 1) AS care_state`;

/** What is worth an entry besides the action itself. */
export type Told = Pick<WatchEntry, 'note' | 'data' | 'reportId'>;

/** The frame of every command on a watched child: once per key, lock, table, work, version, log (design §3). */
@Injectable()
export class WatchCommands {
  constructor(
    private readonly commands: Commands,
    private readonly places: Places,
    private readonly journal: WatchJournal,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409, InvalidInput 422 */
  run(
    ctx: RequestContext,
    id: string,
    action: WatchAction,
    work: (tx: Tx, item: WatchRow) => Promise<Told>,
  ): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        await this.act(tx, id, action, work);
        return id;
      },
      id,
    );
  }

  /** The same inside a transaction that somebody else has begun (filing a report). */
  async act(
    tx: Tx,
    id: string,
    action: WatchAction,
    work: (tx: Tx, item: WatchRow) => Promise<Told>,
  ): Promise<void> {
    const item = await this.lock(tx, id);
    const state = watchItemWorkflow.next(action, item.state, this.facts(tx, item));
    await tx.execute(
      'UPDATE watch_item SET state = $2, updated_at = $3, version = version + 1 WHERE id = $1',
      [id, state, tx.now],
    );
    const told = await work(tx, item);
    await this.journal.write(tx, {
      itemId: id,
      childId: item.child_id,
      action,
      ...told,
      ...(state === item.state ? {} : { from: item.state, to: state }),
    });
  }

  facts(tx: Tx, item: WatchRow): WatchFacts {
    return {
      actorId: tx.actor.userId,
      actorPlace: this.places.placeOf(tx.actor.agencyKind),
      proposedBy: item.proposed_by,
      proposedHere: item.proposed_agency_id === tx.actor.agencyId,
      confirmPlace: this.confirmPlace(tx.actor.districtCode, item),
      careRunning: item.care_state === 'running',
      careOpen: item.care_state !== null,
      died: item.end_reason === 'DIED',
    };
  }

  confirmPlace(districtCode: string, item: Pick<WatchRow, 'proposed_from' | 'region_code'>): WatchPlace {
    const stations = this.places.stationsOf(districtCode, item.region_code);
    return confirmPlaceOf(
      item.proposed_from,
      stations.some((station) => this.places.hasPeople(station)),
    );
  }

  private async lock(tx: Tx, id: string): Promise<WatchRow> {
    const [row] = await tx.query<WatchRow>(
      `SELECT ${WATCH_COLUMNS} FROM watch_item w WHERE w.id = $1 AND ${visibility.watchItem('w')} FOR NO KEY UPDATE OF w`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'watch.lock', { subjectKind: 'watch_item', subjectId: id });
    throw new NotVisible();
  }
}
