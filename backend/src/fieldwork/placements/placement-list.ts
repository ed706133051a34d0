import { Injectable } from '@nestjs/common';
import { maySeeClass } from '../../casefile';
import { InvalidInput, type LocalDate, localDate, type RequestContext } from '../../kernel';
import { PersonQueries } from '../../people';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { filterSql, type ListRows, type ListSpec, parseList, toPage } from '../../platform/http';
import { AuditLog } from '../../support/audit';
import { ReferenceData } from '../../support/reference';
import { CUSTODY_BANDS, custodyBand, custodyDays } from './custody.rules';
import type { PlacementItem, PlacementPage } from './dto/placement-page.response';
import { PLACEMENT_KINDS } from './placement.rules';

const TODAY = `(ctx_now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** The filters of the list; `?` is the value. `week` counts what is late already, too. */
const FILTERS: Readonly<Record<string, string>> = {
  review: `p.next_review_on < CASE ? WHEN 'overdue' THEN ${TODAY} ELSE ${TODAY} + 8 END`,
  band: `EXISTS (SELECT 1 FROM custody u WHERE u.case_id = p.case_id AND u.ended_on IS NULL AND u.started_on <= ${TODAY} - (?)::int)`,
  kind: 'p.kind = ?',
  agency: `? = 'mine' AND p.agency_id = ANY (ctx_principals())`,
};
const VALUES: Readonly<Record<string, readonly string[]>> = {
  review: ['week', 'overdue'],
  band: CUSTODY_BANDS.map(String),
  kind: Object.keys(PLACEMENT_KINDS),
  agency: ['mine'],
};

const LIST: ListSpec = {
  filters: Object.keys(FILTERS),
  sorts: {
    nextReviewOn: { sql: 'p.next_review_on::text', cast: 'text' },
    startedOn: { sql: 'p.started_on::text', cast: 'text' },
  },
  defaultSort: 'nextReviewOn',
};

/** The children in care whose cases the actor works on: the list shows them, the home page counts them. */
export function placementListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, FILTERS);
  return {
    from: 'placement p',
    where: `p.district_code = ctx_district() AND p.ended_on IS NULL AND ${visibility.placement('p')} AND ${where}`,
    params,
  };
}

interface Row {
  id: string;
  case_id: string;
  case_no: string;
  child_id: string;
  situations: string[];
  is_worker: boolean;
  kind: string;
  agency_id: string | null;
  started_on: LocalDate;
  next_review_on: LocalDate;
  custody_from: LocalDate | null;
}

/** 安置中: the children who live away from home now, whose review comes first on top. */
@Injectable()
export class PlacementList {
  constructor(
    private readonly database: AppDatabase,
    private readonly people: PersonQueries,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** @throws InvalidInput 422 for a filter or value the list does not offer */
  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<PlacementPage> {
    const request = parseList(query, LIST);
    for (const [name, value] of Object.entries(request.filter))
      if (VALUES[name]?.includes(value) !== true)
        throw new InvalidInput({ [`filter[${name}]`]: ['不支持这个筛选条件'] });
    const { from, where, params } = placementListRows(request.filter);
    const after = request.after(params.length + 1, 'p.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT p.id, p.case_id, c.case_no, c.child_id, c.situations, p.kind, p.agency_id, p.started_on::text AS started_on,
                p.next_review_on::text AS next_review_on,
                coalesce(c.worker_agency_id = ANY (ctx_principals()) OR c.worker_user_id = ctx_user(), false) AS is_worker,
                (SELECT u.started_on::text FROM custody u WHERE u.case_id = p.case_id AND u.ended_on IS NULL) AS custody_from
           FROM ${from} JOIN case_file c ON c.id = p.case_id
          WHERE ${where} AND ${after.sql} ORDER BY ${request.orderBy.replace(/, id /, ', p.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      this.audit.record(tx, {
        action: 'placement.list',
        subjectKind: 'list',
        detail: { count: rows.length },
      });
      const names = await this.names(tx, rows);
      const sorted = request.sortSql.startsWith('p.started_on') ? 'started_on' : 'next_review_on';
      return toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row[sorted],
        (row) => this.item(row, names, tx.now),
      );
    });
  }

  private item(row: Row, names: ReadonlyMap<string, string | null>, now: Date): PlacementItem {
    const inCustody = row.custody_from === null ? null : custodyDays(row.custody_from, now);
    return {
      id: row.id,
      caseId: row.case_id,
      caseNo: row.case_no,
      childName: names.get(row.child_id) ?? null,
      kind: row.kind,
      kindName: this.reference.codeName('PLACEMENT_KINDS', row.kind) ?? row.kind,
      agencyName: row.agency_id === null ? null : (this.reference.agency(row.agency_id)?.name ?? null),
      startedOn: row.started_on,
      days: custodyDays(row.started_on, now),
      nextReviewOn: row.next_review_on,
      reviewOverdue: row.next_review_on < localDate(now),
      custodyDays: inCustody,
      custodyBand: inCustody === null ? null : custodyBand(inCustody),
    };
  }

  /** Masked names of the children this reader may know (疑似性侵害: a smaller circle). */
  private names(tx: Tx, rows: readonly Row[]): Promise<Map<string, string | null>> {
    const { role, agencyKind } = tx.actor;
    const known = rows.filter(({ situations, is_worker: isWorker }) =>
      maySeeClass({ role, agencyKind, works: true, isWorker }, situations, 'identity'),
    );
    return this.people.maskedNames(tx, [...new Set(known.map((row) => row.child_id))]);
  }
}
