import { Injectable } from '@nestjs/common';
import { InvalidInput, URGENCIES, type RequestContext } from '../kernel';
import { AppDatabase, type Tx, visibility } from '../platform/database';
import { type ListRequest, type ListSpec, type Page, parseList, toPage } from '../platform/http';
import { AuditLog } from '../support/audit';
import { ReferenceData } from '../support/reference';
import { readerOf } from './case-reader';
import { CaseParties } from './case-parties';
import { type CaseRow, SELECT_CASE, toCaseResponse } from './case-rows';
import { CASE_PHASES, CASE_STAGES } from './case.workflow';
import type { CaseResponse } from './dto/case.response';

const LIST: ListSpec = {
  filters: ['phase', 'stage', 'urgency', 'region', 'worker', 'overdue'],
  sorts: {
    openedAt: { sql: 'c.opened_at', cast: 'timestamptz' },
    urgency: { sql: 'c.urgency', cast: 'text' },
    caseNo: { sql: 'c.case_no', cast: 'text' },
  },
  defaultSort: '-openedAt',
};

/** What a filter may be; a value outside answers as a field error, not as an empty list. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  phase: Object.keys(CASE_PHASES),
  stage: Object.keys(CASE_STAGES),
  urgency: URGENCIES,
  worker: ['me'],
  overdue: ['true', 'false'],
};

/** The list of cases the actor may see; names masked, nothing that needs a case opened. */
@Injectable()
export class CaseList {
  constructor(
    private readonly database: AppDatabase,
    private readonly parties: CaseParties,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<CaseResponse>> {
    const request = parseList(query, LIST);
    refuseUnknownValues(request.filter);
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await find(tx, request);
      this.audit.record(tx, {
        action: 'case.list',
        subjectKind: 'list',
        detail: { count: Math.min(rows.length, request.limit) },
      });
      const names = await this.parties.names(tx, rows, (row) => readerOf(tx, row));
      return toPage(rows, request.limit, tx.now, sortValue(request.sortSql), (row) => {
        const masked = names.has(row.id) ? [] : ['childName'];
        return {
          ...toCaseResponse(row, this.reference),
          childName: names.get(row.id) ?? null,
          _masked: masked,
        };
      });
    });
  }
}

function sortValue(sql: string): (row: CaseRow) => string {
  if (sql === 'c.urgency') return (row) => row.urgency;
  return sql === 'c.case_no' ? (row) => row.case_no : (row) => row.opened_at.toISOString();
}

function find(tx: Tx, request: ListRequest): Promise<CaseRow[]> {
  const { filter } = request;
  const value = (name: string): string | null => filter[name] ?? null;
  const params = [
    tx.actor.districtCode,
    value('phase'),
    value('stage'),
    value('urgency'),
    value('region'),
    value('worker') === 'me',
    value('overdue') === 'true',
    tx.now,
  ];
  const after = request.after(params.length + 1, 'c.id');
  return tx.query<CaseRow>(
    `${SELECT_CASE} WHERE c.district_code = $1 AND ${visibility.case('c')}
       AND ($2::text IS NULL OR c.phase = $2)
       AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM case_stage s WHERE s.case_id = c.id AND s.stage = $3 AND s.closed_at IS NULL))
       AND ($4::text IS NULL OR c.urgency = $4)
       AND ($5::text IS NULL OR c.region_code IN (SELECT r.code FROM region r LEFT JOIN region p ON p.code = r.parent_code
              WHERE r.code = $5 OR p.code = $5 OR p.parent_code = $5))
       AND (NOT $6::boolean OR c.worker_user_id = ctx_user() OR (c.worker_user_id IS NULL AND c.worker_agency_id = ANY (ctx_principals())))
       AND (NOT $7::boolean OR EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.state = 'running' AND d.duty AND d.due_at < $8))
       AND ${after.sql}
     ORDER BY ${request.orderBy.replace(/, id /, ', c.id ')} LIMIT ${request.limit + 1}`,
    [...params, ...after.params],
  );
}

function refuseUnknownValues(filter: Readonly<Record<string, string>>): void {
  const errors: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (VALUES[name] && !VALUES[name].includes(value)) errors[`filter[${name}]`] = ['不支持这个筛选条件'];
  }
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
