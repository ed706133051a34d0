import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../kernel';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { filterSql, type ListRows, type ListSpec, type Page, parseList, toPage } from '../../platform/http';
import { AuditLog } from '../../support/audit';
import { Alerts } from '../../support/notifications';
import type { ReportReceiptResponse, ReportResponse } from './dto/report.response';
import { FACT_COLUMNS, type ReportRow, SHOWN_STATE } from './report-rows';
import { ReportViews } from './report-views';

/** The filters of the list of reports; `?` is the value. */
const FILTERS: Readonly<Record<string, string>> = {
  state: `${SHOWN_STATE} = ?`,
  urgency: 'r.urgency = ?',
  own: `? <> 'true' OR EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = r.id AND a.reason = 'reporter' AND a.principal_id = ANY (ctx_principals()))`,
  overdue: `? <> 'true' OR EXISTS (SELECT 1 FROM deadline d WHERE d.report_id = r.id AND d.state = 'running' AND d.duty AND d.due_at < ctx_now())`,
};

/** The reports the actor may see under some filters: the list shows them, the home page counts them. */
export function reportListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, FILTERS);
  return { from: 'report r', where: `${visibility.report('r')} AND ${where}`, params };
}

const LIST: ListSpec = {
  filters: Object.keys(FILTERS),
  sorts: {
    reportedAt: { sql: 'r.reported_at', cast: 'timestamptz' },
    urgency: {
      sql: `r.urgency || to_char(r.reported_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')`,
      cast: 'text',
    },
  },
  defaultSort: '-reportedAt',
};

const SELECT = `SELECT r.*, rp.wants_secrecy, ${SHOWN_STATE} AS shown_state, ${FACT_COLUMNS},
    ${LIST.sorts.urgency?.sql ?? 'r.urgency'} AS urgency_order
  FROM report r LEFT JOIN reporter rp ON rp.id = r.reporter_id`;

/** Lists and pages of reports; every query starts from what the actor may see. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly views: ReportViews,
    private readonly audit: AuditLog,
    private readonly alerts: Alerts,
  ) {}

  /** One report in full (for a caller in a hurry as a list shows it), as far as the reader may see it; the reading is audited. @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<ReportResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const row = await this.row(tx, id, 'report.read');
      this.audit.record(tx, { action: 'report.read', subjectKind: 'report', subjectId: id });
      await this.alerts.opened(tx, id);
      if (ctx.brief !== true) return this.views.detail(tx, row);
      const view = (await this.views.list(tx, [row])).get(row.id);
      if (view === undefined) throw new NotVisible();
      return view;
    });
  }

  /** What filing answers: no content goes back over the wire. */
  receipt(ctx: RequestContext, id: string): Promise<ReportReceiptResponse> {
    return this.database.inTransaction(ctx, async (tx) =>
      this.views.receipt(tx, await this.row(tx, id, 'report.receipt')),
    );
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<ReportResponse>> {
    const request = parseList(query, LIST);
    const { where, params } = reportListRows(request.filter);
    const after = request.after(params.length + 1, 'r.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<ReportRow>(
        `${SELECT} WHERE ${where} AND ${after.sql} ORDER BY ${request.orderBy.replace(/, id /, ', r.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      this.audit.record(tx, { action: 'report.list', subjectKind: 'list', detail: { count: rows.length } });
      const views = await this.views.list(tx, rows);
      const sortValue = (row: ReportRow): string =>
        request.sortSql === 'r.reported_at' ? row.reported_at.toISOString() : row.urgency_order;
      const page = toPage(rows, request.limit, tx.now, sortValue, (row) => views.get(row.id));
      return { ...page, data: page.data.filter((view) => view !== undefined) };
    });
  }

  private async row(tx: Tx, id: string, action: string): Promise<ReportRow> {
    const [row] = await tx.query<ReportRow>(`${SELECT} WHERE r.id = $1 AND ${visibility.report('r')}`, [id]);
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, action, { subjectKind: 'report', subjectId: id });
    throw new NotVisible();
  }
}
