import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { caseListRows } from '../../casefile';
import type { Tx } from '../../platform/database';
import type { ListRows } from '../../platform/http';
import { deadlineListRows } from '../../support/deadlines';
import { noticeListRows } from '../../support/notifications';
import { agencyNoticeListRows, orderListRows } from '../coordination';
import { reportListRows } from '../intake';
import { ALL_CARDS, type CardSpec } from './home-cards';

/** The rows a list shows a person under a filter. @throws Error for a filter the list does not offer */
export type RowsOf = (filter: Readonly<Record<string, string>>) => ListRows;

/** Numbers above this are shown as "100+": counting on would cost more than it tells. */
export const COUNT_CAP = 100;

/** Counts what a card's link lists, with the list's own words; rooms above the desk register their lists here. */
@Injectable()
export class HomeLists implements OnApplicationBootstrap {
  private readonly lists = new Map<string, RowsOf>([
    ['reports', reportListRows],
    ['work-orders', orderListRows],
    ['agency-notices', agencyNoticeListRows],
    ['cases', caseListRows],
    ['deadlines', deadlineListRows],
    ['notices', noticeListRows],
  ]);

  register(list: string, rows: RowsOf): void {
    this.lists.set(list, rows);
  }

  /** A card that no list can answer stops the start. */
  onApplicationBootstrap(): void {
    for (const spec of ALL_CARDS) this.rowsOf(spec);
  }

  /** How many, up to one more than the cap. */
  async count(tx: Tx, spec: CardSpec): Promise<number> {
    const { from, where, params } = this.rowsOf(spec);
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${COUNT_CAP + 1}) y`,
      params,
    );
    return row?.n ?? 0;
  }

  private rowsOf({ key, list, filter }: CardSpec): ListRows {
    const rows = this.lists.get(list);
    if (rows === undefined) throw new Error(`Card ${key}: nobody registered the list ${list}`);
    return rows(filter);
  }
}
