import { Injectable } from '@nestjs/common';
import { newId, type RequestContext } from '../../../kernel';
import { Numbers } from '../../../desk/coordination';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { Commands } from '../../../support/commands';
import type {
  ProposeWatchRequest,
  ReopenWatchRequest,
  ResubmitWatchRequest,
  ReviseWatchRequest,
} from '../dto/watch-proposal.request';
import { WatchItemEntity, WatchPartyEntity } from '../entities';
import { ProposalSupport } from './proposal-support';
import { WatchClocks } from './watch-clocks';
import { WatchCommands, type WatchRow } from './watch-commands';
import { WatchJournal } from './watch-journal';

interface NewItem {
  readonly id: string;
  readonly number: string;
  readonly childId: string;
  readonly worker: { readonly agencyId: string; readonly userId: string | null };
}

/** 提出: a village, or whoever found the child, opens its file; the visits begin at once, before anybody has confirmed. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly commands: Commands,
    private readonly watch: WatchCommands,
    private readonly support: ProposalSupport,
    private readonly numbers: Numbers,
    private readonly clocks: WatchClocks,
    private readonly crypto: FieldCrypto,
    private readonly journal: WatchJournal,
  ) {}

  /** Returns the id. @throws InvalidInput 422 */
  propose(ctx: RequestContext, dto: ProposeWatchRequest): Promise<string> {
    return this.commands.run(ctx, (tx) => this.open(tx, dto));
  }

  /** 补充后重新提出. */
  resubmit(ctx: RequestContext, id: string, dto: ResubmitWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'resubmit', (tx, item) => this.rewrite(tx, item, dto));
  }

  /** 更新档案: the file as it should read now; the earlier text stays in the log. */
  revise(ctx: RequestContext, id: string, dto: ReviseWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'revise', (tx, item) => this.rewrite(tx, item, dto));
  }

  /** 重新监测: the file of a child goes on (一人一档); the round begins anew and the proposer is who asks now. */
  reopen(ctx: RequestContext, id: string, dto: ReopenWatchRequest): Promise<string> {
    return this.watch.run(ctx, id, 'reopen', async (tx, item) => {
      await this.support.people.refuseWatched(tx, item.child_id, 'categories', id);
      const told = await this.rewrite(tx, item, dto);
      const worker = this.worker(tx, item.region_code, await this.support.exclusions.excluded(tx, id));
      const clock = { ...item, worker_agency_id: worker.agencyId, worker_user_id: worker.userId };
      const nextVisitOn = await this.clocks.startRound(tx, clock, dto.level);
      await tx.execute(
        `UPDATE watch_item SET level = $2, next_visit_on = $3, missed_before = 0, proposed_from = $4, proposed_agency_id = $5, proposed_by = $6,
                proposed_at = $7, confirmed_by = NULL, confirmed_at = NULL, end_reason = NULL, ended_at = NULL,
                worker_agency_id = $8, worker_user_id = $9 WHERE id = $1`,
        [
          id,
          dto.level,
          nextVisitOn,
          this.support.places.placeOf(tx.actor.agencyKind),
          tx.actor.agencyId,
          tx.actor.userId,
          tx.now,
          worker.agencyId,
          worker.userId,
        ],
      );
      return told;
    });
  }

  private async open(tx: Tx, dto: ProposeWatchRequest): Promise<string> {
    await this.support.checks.check(tx, dto);
    const excluded = this.support.exclusions.agenciesOf(tx, dto.exclusions, dto.regionCode, 'exclusions');
    const childId = await this.support.people.child(tx, dto.child, dto.regionCode);
    const guardians = await this.support.people.guardians(tx, childId, dto.guardian, dto.regionCode);
    const id = newId(tx.now.getTime());
    const number = await this.numbers.next('JC');
    const worker = this.worker(tx, dto.regionCode, new Set(excluded.keys()));
    await this.insert(tx, { id, number, childId, worker }, dto);
    const { districtCode } = tx.actor;
    tx.insert(WatchPartyEntity, { watchItemId: id, personId: childId, districtCode, role: 'child' });
    for (const personId of guardians)
      tx.insert(WatchPartyEntity, { watchItemId: id, personId, districtCode, role: 'guardian' });
    this.support.exclusions.grant(tx, id, dto.regionCode);
    await this.support.exclusions.exclude(tx, id, excluded);
    // Only now does the actor see a child that was not on file, and with it the age.
    await this.support.checks.categories(tx, dto, childId);
    await this.journal.write(tx, {
      itemId: id,
      childId,
      action: 'propose',
      to: 'proposed',
      data: { level: dto.level, categories: dto.categories },
    });
    return id;
  }

  private async insert(tx: Tx, item: NewItem, dto: ProposeWatchRequest): Promise<void> {
    const { id, number, childId, worker } = item;
    const clock = { id, number, worker_agency_id: worker.agencyId, worker_user_id: worker.userId };
    tx.insert(WatchItemEntity, {
      id,
      districtCode: tx.actor.districtCode,
      number,
      childId,
      regionCode: dto.regionCode,
      categories: dto.categories,
      level: dto.level,
      state: 'proposed',
      proposedFrom: this.support.places.placeOf(tx.actor.agencyKind),
      proposedAgencyId: tx.actor.agencyId,
      proposedBy: tx.actor.userId,
      proposedAt: tx.now,
      workerAgencyId: worker.agencyId,
      workerUserId: worker.userId,
      nextVisitOn: await this.clocks.startRound(tx, clock, dto.level),
      missedBefore: 0,
      body: await this.crypto.encryptJson(childId, 'watch_item.body', id, {
        why: dto.why,
        parents: dto.parents,
      }),
      campaignTaskId: dto.campaignTaskId ?? null,
      updatedAt: tx.now,
      version: 1,
    });
  }

  private async rewrite(tx: Tx, item: WatchRow, dto: ReviseWatchRequest): Promise<{ note?: string }> {
    await this.support.checks.categories(tx, dto, item.child_id);
    const before = await this.support.people.story(item);
    const body = { why: dto.why, parents: dto.parents };
    await tx.execute('UPDATE watch_item SET categories = $2, body = $3 WHERE id = $1', [
      item.id,
      dto.categories,
      await this.crypto.encryptJson(item.child_id, 'watch_item.body', item.id, body),
    ]);
    return before.why === dto.why ? {} : { note: `原来写的是：${before.why}` };
  }

  /** The village that proposes goes itself; otherwise the nearest agency with people. */
  private worker({ actor }: Tx, regionCode: string, excluded: ReadonlySet<string>): NewItem['worker'] {
    if (this.support.places.placeOf(actor.agencyKind) === 'village')
      return { agencyId: actor.agencyId, userId: actor.userId };
    const nearest = this.support.places.nearestWithPeople(actor.districtCode, regionCode, excluded);
    return { agencyId: nearest.id, userId: null };
  }
}
