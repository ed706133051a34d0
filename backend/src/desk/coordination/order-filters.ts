import { visibility } from '../../platform/database';
import { filterSql, type ListRows } from '../../platform/http';
import { REFUSALS_BEFORE_RULING } from './work-order.workflow';

/** The filters of the list of work orders; `?` is the value. */
export const ORDER_FILTERS: Readonly<Record<string, string>> = {
  state: 'w.state = ?',
  urgency: 'w.urgency = ?',
  caseId: 'w.case_id::text = ?',
  box: `(? = 'mine' AND w.agency_id = ANY (ctx_principals())) OR (? = 'issued' AND w.issued_by_agency_id = ANY (ctx_principals()))`,
  overdue: `? <> 'true' OR EXISTS (SELECT 1 FROM deadline d WHERE d.work_order_id = w.id AND d.state = 'running' AND d.duty AND d.due_at < ctx_now())`,
  // 预计办结 has passed and nothing came; a letter whose time to ask again has come; a second refusal that waits for a ruling.
  waiting: `CASE ? WHEN 'expected' THEN w.state = 'accepted' AND w.expected_on < (ctx_now() AT TIME ZONE 'Asia/Shanghai')::date
    WHEN 'ask-again' THEN EXISTS (SELECT 1 FROM deadline d WHERE d.work_order_id = w.id AND d.rule_id = 'DL-056' AND d.state = 'running' AND d.due_at < ctx_now())
    WHEN 'ruling' THEN w.state = 'returned' AND w.refusals >= ${REFUSALS_BEFORE_RULING} ELSE false END`,
};

/** The orders the actor may see under some filters: the list shows them, the home page counts them. */
export function orderListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, ORDER_FILTERS);
  return { from: 'work_order w', where: `${visibility.workOrder('w')} AND ${where}`, params };
}
