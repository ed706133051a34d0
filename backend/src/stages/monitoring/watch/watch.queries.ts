import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../../kernel';
import { AppDatabase, type Tx, visibility } from '../../../platform/database';
import { type ListRequest, type ListSpec, type Page, parseList, toPage } from '../../../platform/http';
import { AuditLog } from '../../../support/audit';
import type { LookUpChildRequest } from '../dto/watch-proposal.request';
import type { LookUpChildResponse, WatchItemResponse } from '../dto/watch.response';
import { refuseUnknownValues } from '../list-values';
import { WATCH_COLUMNS, type WatchRow } from './watch-commands';
import { WATCH_FILTER_VALUES, WATCH_FILTERS, watchListRows } from './watch-filters';
import { WatchPage } from './watch-page';
import { WatchPeople } from './watch-people';
import { WatchViews } from './watch-views';

const LIST: ListSpec = {
  filters: Object.keys(WATCH_FILTERS),
  sorts: {
    updatedAt: { sql: 'w.updated_at', cast: 'timestamptz' },
    nextVisitOn: { sql: `coalesce(w.next_visit_on::text, '9999-12-31')`, cast: 'text' },
  },
  defaultSort: '-updatedAt',
};

/** Lists and pages of watched children; every query starts from what the actor may see. */
@Injectable()
export class WatchQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly views: WatchViews,
    private readonly page: WatchPage,
    private readonly people: WatchPeople,
    private readonly audit: AuditLog,
  ) {}

  /** One file in full; the reading is audited. @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<WatchItemResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<WatchRow>(
        `SELECT ${WATCH_COLUMNS} FROM watch_item w WHERE w.id = $1 AND ${visibility.watchItem('w')}`,
        [id],
      );
      if (row === undefined) {
        await this.audit.refused(ctx, 'watch.read', { subjectKind: 'watch_item', subjectId: id });
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'watch.read', subjectKind: 'watch_item', subjectId: id });
      return this.page.read(tx, row);
    });
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<WatchItemResponse>> {
    const request = parseList(query, LIST);
    refuseUnknownValues(request.filter, WATCH_FILTER_VALUES);
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await this.rows(tx, request);
      this.audit.record(tx, { action: 'watch.list', subjectKind: 'list', detail: { count: rows.length } });
      const views = await this.views.plain(tx, rows.slice(0, request.limit));
      const byId = new Map(views.map((view) => [view.id, view]));
      const sortValue = (row: WatchRow): string =>
        request.sortSql === 'w.updated_at'
          ? row.updated_at.toISOString()
          : (row.next_visit_on ?? '9999-12-31');
      const page = toPage(rows, request.limit, tx.now, sortValue, (row) => byId.get(row.id));
      return { ...page, data: page.data.filter((view) => view !== undefined) };
    });
  }

  /** 查重; the audit keeps the ids that were found, never the words asked for. */
  lookUp(ctx: RequestContext, dto: LookUpChildRequest): Promise<LookUpChildResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const found = await this.people.lookUp(tx, dto);
      this.audit.record(tx, {
        action: 'watch.look-up',
        subjectKind: 'list',
        detail: { found: found.map(({ personId }) => personId) },
      });
      return { found };
    });
  }

  private rows(tx: Tx, request: ListRequest): Promise<WatchRow[]> {
    const { from, where, params } = watchListRows(request.filter);
    const after = request.after(params.length + 1, 'w.id');
    return tx.query<WatchRow>(
      `SELECT ${WATCH_COLUMNS} FROM ${from} WHERE ${where} AND ${after.sql}
       ORDER BY ${request.orderBy.replace(/, id /, ', w.id ')} LIMIT ${request.limit + 1}`,
      [...params, ...after.params],
    );
  }
}
