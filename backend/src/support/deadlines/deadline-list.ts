import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext, type Urgency } from '../../kernel';
import { AppDatabase, visibility } from '../../platform/database';
import { filterSql, type ListRows, type ListSpec, parseList, toPage } from '../../platform/http';
import { AuditLog } from '../audit';
import { linkTo } from '../notifications';
import { nameOf, RECORD_OF_CLOCK } from './deadline.queries';
import type { DeadlineSubject } from './deadline.service';
import type { DeadlineListItem, DeadlinePage } from './dto/deadline.response';
import { type Basis, BASIS_NAMES } from './ladder.rules';

const SUBJECTS = [
  'report',
  'case',
  'work_order',
  'watch_item',
  'campaign_sheet',
  'agency',
  'case_transfer',
] as const satisfies readonly DeadlineSubject[];

const midnight = (days: number): string =>
  `(date_trunc('day', ctx_now() AT TIME ZONE 'Asia/Shanghai') + interval '${days} days') AT TIME ZONE 'Asia/Shanghai'`;

/** The filters of the list of clocks; `?` is the value. `due` counts what is late already, too. */
const FILTERS: Readonly<Record<string, string>> = {
  mine: `? <> 'true' OR d.owner_user_id = ctx_user() OR (d.owner_user_id IS NULL AND d.owner_agency_id = ANY (ctx_principals()))`,
  overdue: `? <> 'true' OR (d.duty AND d.due_at < ctx_now())`,
  due: `d.duty AND d.due_at < CASE ? WHEN 'today' THEN ${midnight(1)} ELSE ${midnight(8)} END`,
  subject: 'd.subject_kind = ?',
};
const VALUES: Readonly<Record<string, readonly string[]>> = {
  mine: ['true', 'false'],
  overdue: ['true', 'false'],
  due: ['today', 'week'],
  subject: SUBJECTS,
};

const LIST: ListSpec = {
  filters: Object.keys(FILTERS),
  sorts: { dueAt: { sql: 'd.due_at', cast: 'timestamptz' } },
  defaultSort: 'dueAt',
};

/** The running clocks the actor may see under some filters: the list shows them, the home page counts them. */
export function deadlineListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, FILTERS);
  return {
    from: 'deadline d',
    where: `d.district_code = ctx_district() AND d.state = 'running' AND ${visibility.deadline('d')} AND ${where}`,
    params,
  };
}

interface Row {
  id: string;
  name: string;
  variant: string | null;
  basis: Basis;
  subject_kind: DeadlineSubject;
  subject_id: string;
  number: string;
  urgency: Urgency;
  due_at: Date;
  duty: boolean;
  provisional: boolean;
  owner_name: string | null;
}

/** 时限台账: every running clock a person may see, the next to run out first; numbers and links, never a name of a child. */
@Injectable()
export class DeadlineList {
  constructor(
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {}

  /** @throws InvalidInput 422 for a filter or value the list does not offer */
  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<DeadlinePage> {
    const request = parseList(query, LIST);
    for (const [name, value] of Object.entries(request.filter))
      if (VALUES[name]?.includes(value) !== true)
        throw new InvalidInput({ [`filter[${name}]`]: ['不支持这个筛选条件'] });
    const { from, where, params } = deadlineListRows(request.filter);
    const after = request.after(params.length + 1, 'd.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT d.id, r.name, d.variant, r.basis, d.subject_kind, ${RECORD_OF_CLOCK} AS subject_id, d.number, d.urgency, d.due_at, d.duty, d.provisional,
                coalesce(u.display_name, a.name) AS owner_name
           FROM ${from} JOIN deadline_rule r ON r.id = d.rule_id
           LEFT JOIN agency a ON a.id = d.owner_agency_id LEFT JOIN app_user u ON u.id = d.owner_user_id
          WHERE ${where} AND ${after.sql} ORDER BY ${request.orderBy.replace(/, id /, ', d.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      this.audit.record(tx, { action: 'deadline.list', subjectKind: 'list', detail: { count: rows.length } });
      return toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.due_at.toISOString(),
        (row): DeadlineListItem => ({
          id: row.id,
          name: nameOf(row),
          subjectKind: row.subject_kind,
          subjectId: row.subject_id,
          number: row.number,
          urgency: row.urgency,
          dueAt: row.due_at.toISOString(),
          duty: row.duty,
          overdue: row.duty && row.due_at < tx.now,
          link: linkTo(row.subject_kind, row.subject_id),
          ownerName: row.owner_name ?? '',
          basisName: BASIS_NAMES[row.basis],
          provisional: row.provisional,
        }),
      );
    });
  }
}
