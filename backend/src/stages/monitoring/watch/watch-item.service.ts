import { Injectable } from '@nestjs/common';
import { childVoiceErrors, dayAheadErrors } from '../../../casefile';
import { addDays, InvalidInput, localDate, type RequestContext } from '../../../kernel';
import type { Tx } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type {
  AssignWatchRequest,
  ChangeLevelRequest,
  ConfirmWatchRequest,
  EndWatchRequest,
  ExcludeWatchRequest,
  PauseWatchRequest,
  PlanVisitRequest,
  ReturnWatchRequest,
  WithdrawWatchRequest,
} from '../dto/watch.request';
import { Places } from '../places';
import { refuse } from '../refuse';
import { WatchClocks } from './watch-clocks';
import { WatchCommands, type WatchRow } from './watch-commands';
import { WatchExclusions } from './watch-exclusions';
import { WatchVisits } from './watch-visits';
import { endErrors, LONGEST_PAUSE_DAYS, missedVisits, visitDayErrors, type WatchLevel } from './watch.rules';

/** What happens to the file of a watched child between its proposal and its end. */
@Injectable()
export class WatchItemService {
  constructor(
    private readonly watch: WatchCommands,
    private readonly clocks: WatchClocks,
    private readonly exclusions: WatchExclusions,
    private readonly visits: WatchVisits,
    private readonly places: Places,
    private readonly reference: ReferenceData,
  ) {}

  /** 核定: fixes the level and, if wished, an earlier day for the next visit. */
  confirm(ctx: RequestContext, id: string, dto: ConfirmWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'confirm', async (tx, item) => {
      await tx.execute('UPDATE watch_item SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1', [
        id,
        tx.actor.userId,
        tx.now,
      ]);
      await this.setLevel(tx, item, dto.level, dto.nextVisitOn);
      return { note: dto.note, data: { level: dto.level } };
    });
  }

  /** 退回 to whoever proposed it. The visits go on. */
  return(ctx: RequestContext, id: string, { reason }: ReturnWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'return', () => Promise.resolve({ note: reason }));
  }

  withdraw(ctx: RequestContext, id: string, { reason }: WithdrawWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'withdraw', async (tx, item) => {
      await this.finish(tx, item, 'WITHDRAWN');
      return { note: reason };
    });
  }

  changeLevel(ctx: RequestContext, id: string, { level, reason }: ChangeLevelRequest): Promise<string> {
    return this.watch.run(ctx, id, 'change-level', async (tx, item) => {
      if (level === item.level) throw new InvalidInput({ level: ['与现在的级别相同'] });
      await this.setLevel(tx, item, level);
      return { note: reason, data: { from: item.level, to: level } };
    });
  }

  /** 约定下次走访: never later than one round; a day that has passed unused stays counted as missed. */
  planVisit(ctx: RequestContext, id: string, { nextVisitOn, note }: PlanVisitRequest): Promise<string> {
    return this.watch.run(ctx, id, 'plan-visit', async (tx, item) => {
      refuse(
        visitDayErrors(
          'nextVisitOn',
          nextVisitOn,
          { level: item.level, lastSeenAt: item.last_seen_at },
          tx.now,
        ),
      );
      await this.setNext(tx, item, nextVisitOn);
      return { note, data: { nextVisitOn } };
    });
  }

  /** 指派走访人: the village of the child, its township, or civil affairs; never somebody who must not know. */
  assign(ctx: RequestContext, id: string, { agencyId, userId }: AssignWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'assign', async (tx, item) => {
      const { districtCode } = tx.actor;
      const near = [
        ...this.places.villagesOf(districtCode, item.region_code),
        ...this.places.stationsOf(districtCode, item.region_code),
        ...this.places.districtOf(districtCode, 'civil_affairs'),
      ];
      if (!near.some((agency) => agency.id === agencyId))
        throw new InvalidInput({ agencyId: ['请选择孩子所在的村（社区）、乡镇（街道）或民政部门'] });
      if ((await this.exclusions.excluded(tx, id)).has(agencyId))
        throw new InvalidInput({ agencyId: ['该单位不能知道这个孩子的情况，请改选其他单位'] });
      const colleague = this.reference
        .handlersOf(districtCode)
        .some((handler) => handler.id === userId && handler.agencyId === agencyId);
      if (userId !== undefined && !colleague) throw new InvalidInput({ userId: ['请选择该单位的工作人员'] });
      await this.handOver(tx, item, agencyId, userId ?? null);
      return { data: { agencyId, ...(userId === undefined ? {} : { userId }) } };
    });
  }

  /** 谁不能知道: they lose sight at once; what they had to do goes to the next agency up the line. */
  exclude(ctx: RequestContext, id: string, { hints, reason }: ExcludeWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'exclude', async (tx, item) => {
      const agencies = this.exclusions.agenciesOf(tx, hints, item.region_code, 'hints');
      await this.exclusions.exclude(tx, id, agencies);
      if (agencies.has(item.worker_agency_id)) {
        const excluded = await this.exclusions.excluded(tx, id);
        const next = this.places.nearestWithPeople(tx.actor.districtCode, item.region_code, excluded);
        await this.handOver(tx, item, next.id, null);
      }
      return { note: reason, data: { hints } };
    });
  }

  /** 暂停 until a day at most LONGEST_PAUSE_DAYS ahead; on that day somebody looks again. */
  pause(ctx: RequestContext, id: string, { untilOn, reason }: PauseWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'pause', async (tx, item) => {
      const latest = addDays(localDate(tx.now), LONGEST_PAUSE_DAYS);
      refuse(dayAheadErrors('untilOn', untilOn, tx.now, true));
      if (untilOn > latest)
        throw new InvalidInput({ untilOn: [`最多暂停 ${LONGEST_PAUSE_DAYS} 天，请选 ${latest} 或更早`] });
      // The round of a pause is the longest one, cut to the agreed day.
      await this.setNext(tx, item, untilOn, 'normal');
      return { note: reason, data: { untilOn } };
    });
  }

  resume(ctx: RequestContext, id: string): Promise<string> {
    return this.watch.run(ctx, id, 'resume', async (tx, item) => {
      await this.setLevel(tx, item, item.level);
      return {};
    });
  }

  /** 结束监测. "问题已解决" only after a visit that saw the child well. */
  end(ctx: RequestContext, id: string, dto: EndWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'end', async (tx, item) => {
      this.reference.requireCode('WATCH_END_REASONS', dto.reason, 'reason');
      refuse(endErrors(dto, await this.visits.latest(tx, id)));
      if (dto.reason !== 'DIED') refuse(childVoiceErrors(dto));
      await this.finish(tx, item, dto.reason);
      const said = [dto.note, dto.childOpinion, dto.noOpinionReason].filter(Boolean).join('\n');
      return { note: said, data: { reason: dto.reason } };
    });
  }

  private async finish(tx: Tx, item: WatchRow, reason: string): Promise<void> {
    await tx.execute(
      'UPDATE watch_item SET end_reason = $2, ended_at = $3, next_visit_on = NULL WHERE id = $1',
      [item.id, reason, tx.now],
    );
    await tx.execute(
      `UPDATE entrusted_care SET state = 'ended', ended_on = $2 WHERE watch_item_id = $1 AND state = 'running'`,
      [item.id, localDate(tx.now)],
    );
    await this.clocks.cancelAll(tx, item.id);
  }

  private async setLevel(tx: Tx, item: WatchRow, level: WatchLevel, on?: string): Promise<void> {
    if (on !== undefined)
      refuse(visitDayErrors('nextVisitOn', on, { level, lastSeenAt: item.last_seen_at }, tx.now));
    await tx.execute('UPDATE watch_item SET level = $2 WHERE id = $1', [item.id, level]);
    await this.setNext(tx, item, on, level);
  }

  private async setNext(tx: Tx, item: WatchRow, on?: string, level: WatchLevel = item.level): Promise<void> {
    const missed = missedVisits(
      { nextVisitOn: item.next_visit_on, level: item.level, before: item.missed_before },
      localDate(tx.now),
    );
    const due = await this.clocks.startRound(tx, item, level, on);
    await tx.execute('UPDATE watch_item SET next_visit_on = $2, missed_before = $3 WHERE id = $1', [
      item.id,
      due,
      missed,
    ]);
  }

  private async handOver(tx: Tx, item: WatchRow, agencyId: string, userId: string | null): Promise<void> {
    await tx.execute('UPDATE watch_item SET worker_agency_id = $2, worker_user_id = $3 WHERE id = $1', [
      item.id,
      agencyId,
      userId,
    ]);
    await this.clocks.handOver(tx, item.id, agencyId, userId);
  }
}
