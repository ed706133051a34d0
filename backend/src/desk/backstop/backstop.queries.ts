import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvalidInput, type RequestContext, type Urgency } from '../../kernel';
import { AppDatabase, type Tx } from '../../platform/database';
import { filterSql, type ListRows, type ListSpec, type Page, parseList, toPage } from '../../platform/http';
import { staffedSql } from '../../support/access';
import { AuditLog } from '../../support/audit';
import { linkTo } from '../../support/notifications';
import { ReferenceData } from '../../support/reference';
import { HomeLists } from '../home';
import { BackstopSources } from './backstop-sources';
import { CASES_SOURCE } from './cases.source';
import {
  BACKSTOP_KINDS,
  type BackstopItemResponse,
  type BackstopKind,
  type UnstaffedPlaceResponse,
} from './dto/backstop.response';

interface ItemRow {
  id: string;
  kind: BackstopKind;
  number: string;
  urgency: Urgency;
  region_code: string;
  since: Date;
}
interface PlaceRow {
  id: string;
  name: string;
  kind: string;
  region_code: string;
  since: Date | null;
}
interface OpenRow {
  region_code: string;
  kind: BackstopKind;
  n: number;
}

const ITEMS: ListSpec = {
  filters: ['kind'],
  sorts: { since: { sql: 'b.since', cast: 'timestamptz' } },
  defaultSort: 'since',
};
const PLACES: ListSpec = {
  filters: ['level'],
  sorts: { region: { sql: 'a.region_code', cast: 'text' } },
  defaultSort: 'region',
};
const LEVELS: readonly string[] = ['township', 'village'];

/** 区级兜底: what the district does for places without accounts, and which places those are. */
@Injectable()
export class BackstopQueries implements OnModuleInit {
  constructor(
    private readonly database: AppDatabase,
    private readonly sources: BackstopSources,
    private readonly homes: HomeLists,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.sources.register(CASES_SOURCE);
    this.homes.register('backstop-items', (filter) => this.rows(filter));
  }

  /** What the reader's desk does in place of a township or village; the oldest first. */
  items(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<BackstopItemResponse>> {
    const request = parseList(query, ITEMS);
    refuseUnknown('kind', request.filter.kind, BACKSTOP_KINDS);
    const { from, where, params } = this.rows(request.filter);
    const after = request.after(params.length + 1, 'b.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<ItemRow>(
        `SELECT b.* FROM ${from} WHERE ${where} AND ${after.sql}
          ORDER BY ${request.orderBy.replace(/, id /, ', b.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      this.record(tx, 'backstop.list', rows.length);
      return toPage(
        rows,
        request.limit,
        tx.now,
        ({ since }) => since.toISOString(),
        (row) => ({
          id: row.id,
          kind: row.kind,
          kindName: this.sources.nameOf(row.kind),
          number: row.number,
          urgency: row.urgency,
          placeName: this.reference.region(row.region_code)?.name ?? row.region_code,
          since: row.since.toISOString(),
          link: linkTo(row.kind, row.id),
        }),
      );
    });
  }

  /** Townships and villages where nobody can sign in, and the open work in them as far as the reader sees it. */
  places(
    ctx: RequestContext,
    query: Readonly<Record<string, unknown>>,
  ): Promise<Page<UnstaffedPlaceResponse>> {
    const request = parseList(query, PLACES);
    refuseUnknown('level', request.filter.level, LEVELS);
    const { where, params } = filterSql(request.filter, { level: 'a.kind = ?' });
    const after = request.after(params.length + 1, 'a.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<PlaceRow>(
        `SELECT a.id, a.name, a.kind, a.region_code, (SELECT max(u.disabled_at) FROM app_user u WHERE u.agency_id = a.id) AS since
           FROM agency a WHERE a.district_code = ctx_district() AND a.kind IN ('township', 'village')
            AND NOT ${staffedSql('a.id', 'case.visit')} AND ${where} AND ${after.sql}
          ORDER BY ${request.orderBy.replace(/, id /, ', a.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      const open = await tx.query<OpenRow>(
        `SELECT b.region_code, b.kind, count(*)::int AS n FROM ${this.sources.union()} b GROUP BY 1, 2`,
      );
      this.record(tx, 'unstaffed-place.list', rows.length);
      return toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.region_code,
        (row) => this.place(row, open),
      );
    });
  }

  private place(row: PlaceRow, open: readonly OpenRow[]): UnstaffedPlaceResponse {
    const within = open.filter(({ region_code }) => this.reference.isWithin(region_code, row.region_code));
    const sum = (kind: BackstopKind): number =>
      within.filter((line) => line.kind === kind).reduce((total, { n }) => total + n, 0);
    return {
      id: row.id,
      name: row.name,
      level: row.kind === 'township' ? 'township' : 'village',
      regionCode: row.region_code,
      since: row.since?.toISOString() ?? null,
      cases: sum('case'),
      watchItems: sum('watch_item'),
      sheets: sum('campaign_sheet'),
    };
  }

  private rows(filter: Readonly<Record<string, string>>): ListRows {
    const { where, params } = filterSql(filter, { kind: 'b.kind = ?' });
    return {
      from: `${this.sources.union()} b`,
      where: `b.backstop AND b.agency_id = ANY (ctx_principals()) AND ${where}`,
      params,
    };
  }

  private record(tx: Tx, action: string, count: number): void {
    this.audit.record(tx, { action, subjectKind: 'list', detail: { count } });
  }
}

function refuseUnknown(name: string, value: string | undefined, known: readonly string[]): void {
  if (value !== undefined && !known.includes(value))
    throw new InvalidInput({ [`filter[${name}]`]: ['不支持这个筛选条件'] });
}
