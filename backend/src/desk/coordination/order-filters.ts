import { visibility } from '../../platform/database';
import { filterSql, type ListRows } from '../../platform/http';

/** The filters of the list of work orders; `?` is the value. */
export const ORDER_FILTERS: Readonly<Record<string, string>> = {
  state: 'w.state = ?',
  urgency: 'w.urgency = ?',
  caseId: 'w.case_id::text = ?',
  box: `(? = 'mine' AND w.agency_id = ANY (ctx_principals())) OR (? = 'issued' AND w.issued_by_agency_id = ANY (ctx_principals()))`,
  overdue: `? <> 'true' OR EXISTS (SELECT 1 FROM deadline d WHERE d.work_order_id = w.id AND d.state = 'running' AND d.duty AND d.due_at < ctx_now())`,
};

/** The orders the actor may see under some filters: the list shows them, the home page counts them. */
export function orderListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, ORDER_FILTERS);
  return { from: 'work_order w', where: `${visibility.workOrder('w')} AND ${where}`, params };
}
