import { Injectable } from '@nestjs/common';
import { localDate, newId, type RequestContext } from '../../../kernel';
import { splitVisit, visitErrors } from '../../../fieldwork/visits';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { RecordWatchVisitRequest } from '../dto/watch.request';
import { WatchVisitEntity } from '../entities';
import { refuse } from '../refuse';
import { abnormalItems } from './signal.rules';
import { WatchClocks } from './watch-clocks';
import { WatchCommands, type WatchRow } from './watch-commands';
import { missedVisits, visitDayErrors } from './watch.rules';

/** 走访 of a watched child. A visit that did not find the child is kept and leaves the clock running. */
@Injectable()
export class WatchVisits {
  constructor(
    private readonly watch: WatchCommands,
    private readonly clocks: WatchClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws InvalidInput 422, ActionRefused 409 */
  record(ctx: RequestContext, id: string, dto: RecordWatchVisitRequest): Promise<string> {
    return this.watch.run(ctx, id, 'record-visit', async (tx, item) => {
      this.check(tx, item, dto);
      await this.store(tx, item, dto);
      if (dto.seenChild) await this.seen(tx, item, dto);
      const abnormal = abnormalItems({ items: splitVisit(dto).items as Record<string, 'abnormal'> });
      return {
        data: {
          visitType: dto.visitType,
          seenChild: dto.seenChild,
          ...(abnormal.length === 0 ? {} : { abnormal }),
        },
      };
    });
  }

  /** What the last visit showed; null before the first. */
  async latest(tx: Tx, itemId: string): Promise<{ seenChild: boolean; abnormal: boolean } | null> {
    const [row] = await tx.query<{ seen_child: boolean; items: Record<string, string> }>(
      `SELECT v.seen_child, v.items FROM watch_visit v WHERE v.watch_item_id = $1 ORDER BY v.visited_at DESC, v.id DESC LIMIT 1`,
      [itemId],
    );
    if (row === undefined) return null;
    return { seenChild: row.seen_child, abnormal: Object.values(row.items).includes('abnormal') };
  }

  private check(tx: Tx, item: WatchRow, dto: RecordWatchVisitRequest): void {
    this.reference.requireCode('VISIT_TYPES', dto.visitType, 'visitType');
    const errors = visitErrors(dto, tx.now);
    if (dto.nextDueOn !== undefined && errors.nextDueOn === undefined) {
      const plan = { level: item.level, lastSeenAt: dto.seenChild ? tx.now : item.last_seen_at };
      Object.assign(errors, visitDayErrors('nextDueOn', dto.nextDueOn, plan, tx.now));
    }
    refuse(errors);
  }

  /** The child was seen: what was missed is over, and the next round begins. A pause keeps its day. */
  private async seen(tx: Tx, item: WatchRow, dto: RecordWatchVisitRequest): Promise<void> {
    const next =
      item.state === 'paused'
        ? item.next_visit_on
        : await this.clocks.startRound(tx, item, item.level, dto.nextDueOn);
    await tx.execute(
      'UPDATE watch_item SET last_seen_at = greatest(last_seen_at, $2), missed_before = 0, next_visit_on = $3 WHERE id = $1',
      [item.id, new Date(dto.visitedAt), next],
    );
  }

  private async store(tx: Tx, item: WatchRow, dto: RecordWatchVisitRequest): Promise<void> {
    const id = newId(tx.now.getTime());
    const { items, body } = splitVisit(dto);
    const plan = { nextVisitOn: item.next_visit_on, level: item.level, before: item.missed_before };
    tx.insert(WatchVisitEntity, {
      id,
      districtCode: tx.actor.districtCode,
      watchItemId: item.id,
      visitType: dto.visitType,
      visitedAt: new Date(dto.visitedAt),
      plannedOn: item.next_visit_on,
      missed: missedVisits(plan, localDate(tx.now)),
      seenChild: dto.seenChild,
      spokeAlone: dto.spokeAlone,
      guardianPresent: dto.guardianPresent,
      items,
      leftUnattended: dto.leftUnattended,
      livesAlone: dto.livesAlone,
      body: await this.crypto.encryptJson(item.child_id, 'watch_visit.body', id, body),
      nextDueOn: dto.nextDueOn ?? null,
      visitedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }
}
