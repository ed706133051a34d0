import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { AppDatabase, type Tx } from '../../platform/database';
import { roleMay } from '../../support/access';
import { SystemFigures } from '../../support/admin';
import { DeadlineQueries } from '../../support/deadlines';
import { LETTER_KINDS } from '../coordination';
import { DutyHome } from './duty.home';
import type { HomeCardResponse, HomeNextResponse, HomeResponse } from './dto/home.response';
import { cardLink, cardsOf } from './home-cards';
import { headOf } from './home-heads';
import { COUNT_CAP, HomeLists } from './home-lists';
import { pickNext } from './home-next';
import { HomeTasks, LOOKED_AT } from './home-tasks';

/** What a person has to do next; nothing here opens a record, so every number obeys the visibility rules of its list. */
@Injectable()
export class HomeQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly lists: HomeLists,
    private readonly tasks: HomeTasks,
    private readonly deadlines: DeadlineQueries,
    private readonly figures: SystemFigures,
    private readonly duty: DutyHome,
  ) {}

  get(ctx: RequestContext): Promise<HomeResponse> {
    if (ctx.actor.role === 'administrator') return this.system(ctx);
    return this.database.inTransaction(ctx, async (tx) => {
      const cards: HomeCardResponse[] = [];
      for (const spec of cardsOf(ctx.actor))
        cards.push(toCard(spec.key, spec.label, await this.lists.count(tx, spec), cardLink(spec)));
      const next = pickNext([...(await this.clocks(tx)), ...(await this.tasks.read(tx))]);
      return { ...headOf(ctx.actor), cards, next, duty: await this.duty.now(tx) };
    });
  }

  private async clocks(tx: Tx): Promise<HomeNextResponse[]> {
    const { role, agencyKind } = tx.actor;
    // Nothing of a court or procuratorate is counted down before its eyes (design §9.6).
    if (!roleMay(role, 'deadline.read') || LETTER_KINDS.has(agencyKind)) return [];
    // Who supervises sees what is late everywhere, the others what is theirs.
    const supervised =
      role === 'civil_affairs' ? await this.deadlines.list(tx, { dueBefore: tx.now, limit: LOOKED_AT }) : [];
    const mine = await this.deadlines.list(tx, { mine: true, limit: LOOKED_AT });
    return [...supervised, ...mine].map(({ id, name, number, urgency, dueAt, overdue, link }) => {
      return {
        key: `deadline-${id}`,
        title: name,
        number,
        urgency,
        dueAt,
        overdue,
        link,
      };
    });
  }

  private async system({ actor }: RequestContext): Promise<HomeResponse> {
    const { outbox, deadlines, invariants } = await this.figures.read();
    const numbers: [string, string, number][] = [
      ['invariants-broken', '没通过的数据核对', invariants.filter(({ broken }) => broken > 0).length],
      ['outbox-dead', '没有送达的消息', outbox.dead],
      ['outbox-pending', '等待处理的消息', outbox.pending],
      ['deadlines-overdue', '全部超期时限', deadlines.overdue],
      ['deadlines-provisional', '暂算的时限', deadlines.provisional],
    ];
    const cards = numbers.map(([key, label, n]) => toCard(key, label, n, '/admin'));
    return { ...headOf(actor), cards, next: [], duty: null };
  }
}

function toCard(key: string, label: string, n: number, link: string): HomeCardResponse {
  return { key, label, count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP, link };
}
