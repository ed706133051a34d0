import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../kernel';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { type ListRequest, type ListSpec, type Page, parseList, toPage } from '../../platform/http';
import { PersonQueries } from '../../people';
import { roleMay } from '../../support/access';
import { AuditLog } from '../../support/audit';
import { Alerts } from '../../support/notifications';
import { maySeeClass, type WorkOrderResponse } from '../../casefile';
import { ORDER_FILTERS, orderListRows } from './order-filters';
import { FACT_COLUMNS, OrderSupport } from './order-support';
import { openLead } from './open-orders';
import { OrderAttachments } from './order-attachments';
import { type FullOrderRow, OrderViews } from './order-views';
import {
  isRelevant,
  ORDER_SIDES,
  type OrderAction,
  orderActionLabel,
  workOrderWorkflow,
} from './work-order.workflow';

const LIST: ListSpec = {
  filters: Object.keys(ORDER_FILTERS),
  sorts: {
    issuedAt: { sql: 'w.issued_at', cast: 'timestamptz' },
    urgency: { sql: 'w.urgency', cast: 'text' },
  },
  defaultSort: '-issuedAt',
};

/* An agency that gave an order back still sees the order, no longer the case: hence the outer join. */
const SELECT = `SELECT w.*, c.case_no, c.child_id, c.situations, coalesce(c.is_worker, false) AS is_worker, i.summary,
    can_see_case(w.case_id) AS child_visible, can_work_case(w.case_id) AS works, w.agency_id = ANY (ctx_principals()) AS holds,
    ${FACT_COLUMNS}
  FROM work_order w
  LEFT JOIN LATERAL (SELECT f.case_no, f.child_id, f.situations,
        f.worker_user_id = ctx_user() OR f.worker_agency_id = ANY (ctx_principals()) AS is_worker
      FROM case_file f WHERE f.id = w.case_id) c ON true
  JOIN incident i ON i.id = w.incident_id`;

/** Lists and pages of work orders; every query starts from what the actor may see. */
@Injectable()
export class WorkOrderQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly people: PersonQueries,
    private readonly support: OrderSupport,
    private readonly views: OrderViews,
    private readonly audit: AuditLog,
    private readonly alerts: Alerts,
    private readonly attachments: OrderAttachments,
  ) {}

  /** One order with its steps (without them for a caller in a hurry); the reading is audited. @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<WorkOrderResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<FullOrderRow>(
        `${SELECT} WHERE w.id = $1 AND ${visibility.workOrder('w')}`,
        [id],
      );
      if (row === undefined) {
        await this.audit.refused(ctx, 'work-order.read', { subjectKind: 'work_order', subjectId: id });
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'work-order.read', subjectKind: 'work_order', subjectId: id });
      await this.alerts.opened(tx, id);
      const [view] = await this.render(tx, [row]);
      if (view === undefined) throw new NotVisible();
      if (ctx.brief === true) return view;
      view.summary = await this.views.summary(row);
      const receipt =
        row.child_id === null ? null : await this.support.receipt(row.child_id, row.id, row.receipt);
      view.receiptNo = receipt?.no ?? null;
      view.receiptPerson = receipt?.person ?? null;
      view.steps = await this.views.steps(tx, row.id, row.child_id);
      if (row.child_id !== null && row.situations !== null && row.child_visible)
        view.attachments = await this.attachments.list(tx, {
          ...row,
          child_id: row.child_id,
          situations: row.situations,
        });
      return view;
    });
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<WorkOrderResponse>> {
    const request = parseList(query, LIST);
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await this.rows(tx, request);
      this.audit.record(tx, {
        action: 'work-order.list',
        subjectKind: 'list',
        detail: { count: rows.length },
      });
      const views = await this.render(tx, rows.slice(0, request.limit));
      const byId = new Map(views.map((view) => [view.id, view]));
      const sortValue = (row: FullOrderRow): string =>
        request.sortSql === 'w.urgency' ? row.urgency : row.issued_at.toISOString();
      const page = toPage(rows, request.limit, tx.now, sortValue, (row) => byId.get(row.id));
      return { ...page, data: page.data.filter((view) => view !== undefined) };
    });
  }

  /** The orders of one case, for the case page. */
  async ofCase(tx: Tx, caseId: string): Promise<WorkOrderResponse[]> {
    const rows = await tx.query<FullOrderRow>(
      `${SELECT} WHERE w.case_id = $1 AND ${visibility.workOrder('w')} ORDER BY ${openLead('w')} DESC, w.role DESC, w.issued_at, w.id`,
      [caseId],
    );
    return this.render(tx, rows);
  }

  /** The agency of a kind that uses this system and holds an order of the case, the lead first; null without one. */
  async holderOfKind(tx: Tx, caseId: string, kind: string): Promise<string | null> {
    const [holder] = await tx.query<{ id: string }>(
      `SELECT a.id FROM work_order w JOIN agency a ON a.id = w.agency_id
        WHERE w.case_id = $1 AND a.kind = $2 AND a.logs_in AND w.state NOT IN ('returned', 'withdrawn') AND ${visibility.workOrder('w')}
        ORDER BY ${openLead('w')} DESC, w.issued_at DESC, w.id LIMIT 1`,
      [caseId, kind],
    );
    return holder?.id ?? null;
  }

  private rows(tx: Tx, request: ListRequest): Promise<FullOrderRow[]> {
    const { where, params } = orderListRows(request.filter);
    const after = request.after(params.length + 1, 'w.id');
    return tx.query<FullOrderRow>(
      `${SELECT} WHERE ${where} AND ${after.sql}
       ORDER BY ${request.orderBy.replace(/, id /, ', w.id ')} LIMIT ${request.limit + 1}`,
      [...params, ...after.params],
    );
  }

  private async render(tx: Tx, rows: readonly FullOrderRow[]): Promise<WorkOrderResponse[]> {
    const names = await this.people.maskedNames(
      tx,
      rows.flatMap((row) => (row.child_id !== null && knowsChild(tx, row) ? [row.child_id] : [])),
    );
    const clocks = await this.views.deadlines(
      tx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({
      ...this.views.plain(row),
      childName: row.child_id !== null && knowsChild(tx, row) ? (names.get(row.child_id) ?? null) : null,
      canOpenCase: row.child_visible,
      deadline: clocks.get(row.id) ?? null,
      allowedActions: this.allowed(tx, row),
    }));
  }

  private allowed(tx: Tx, row: FullOrderRow): WorkOrderResponse['allowedActions'] {
    const facts = this.support.facts(tx.actor, row);
    return workOrderWorkflow.allowed(row.state, facts).flatMap((item) => {
      const action = item.action as OrderAction;
      const side = ORDER_SIDES[action];
      const mine = (side !== 'issuer' && row.holds) || (side !== 'holder' && row.works);
      if (!mine || !isRelevant(action, facts) || !roleMay(tx.actor.role, `work-order.${action}`)) return [];
      return [{ ...item, label: orderActionLabel(action, item.label, row.is_letter) }];
    });
  }
}

/** A case about MR1–MR3 tells most holders of its orders no name (未成年人保护法 103). */
function knowsChild(tx: Tx, row: FullOrderRow): boolean {
  const { role, agencyKind } = tx.actor;
  const reader = { role, agencyKind, works: row.works, isWorker: row.is_worker };
  return row.child_visible && maySeeClass(reader, row.situations ?? [], 'identity');
}
