import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '../kernel';
import { AppDatabase, type Tx } from '../platform/database';
import { type ListRequest, type ListSpec, type Page, parseList, toPage } from '../platform/http';
import { AuditLog } from '../support/audit';
import { ReferenceData } from '../support/reference';
import { readerOf } from './case-reader';
import { CaseParties } from './case-parties';
import { CASE_FILTERS, CASE_FILTER_VALUES, caseListRows } from './case-filters';
import { type CaseRow, SELECT_CASE, toCaseResponse } from './case-rows';
import type { CaseResponse } from './dto/case.response';

const LIST: ListSpec = {
  filters: Object.keys(CASE_FILTERS),
  sorts: {
    openedAt: { sql: 'c.opened_at', cast: 'timestamptz' },
    urgency: { sql: 'c.urgency', cast: 'text' },
    caseNo: { sql: 'c.case_no', cast: 'text' },
  },
  defaultSort: '-openedAt',
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
  const { where, params } = caseListRows(request.filter);
  const after = request.after(params.length + 1, 'c.id');
  return tx.query<CaseRow>(
    `${SELECT_CASE} WHERE ${where} AND ${after.sql}
     ORDER BY ${request.orderBy.replace(/, id /, ', c.id ')} LIMIT ${request.limit + 1}`,
    [...params, ...after.params],
  );
}

function refuseUnknownValues(filter: Readonly<Record<string, string>>): void {
  const errors: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (CASE_FILTER_VALUES[name] && !CASE_FILTER_VALUES[name].includes(value))
      errors[`filter[${name}]`] = ['不支持这个筛选条件'];
  }
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
