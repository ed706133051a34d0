import { followsLog } from '../../casefile';
import type { Invariant } from '../../kernel';
import { openOrder } from './open-orders';

/** A clock of the order itself; that of its urgent message (DL-055) lapses at its next rung. */
const OWN = `d.state = 'running' AND d.rule_id <> 'DL-055'`;

/** What holds for every order at every moment (首接负责; security.md C08). */
export const WORK_ORDER_INVARIANTS: readonly Invariant[] = [
  {
    id: 'order.waits-with-clock',
    promise: '每条待签收、已退回的协办单都在计时',
    sql: `SELECT 'work_order' AS subject_kind, w.id AS subject_id FROM work_order w
           WHERE w.state IN ('issued', 'returned') AND $1::timestamptz IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.work_order_id = w.id AND ${OWN})`,
  },
  {
    id: 'order.ended-without-clock',
    promise: '办结、撤回的协办单不再计时',
    sql: `SELECT 'work_order' AS subject_kind, w.id AS subject_id FROM work_order w
            JOIN deadline d ON d.work_order_id = w.id AND ${OWN}
           WHERE w.state IN ('finished', 'withdrawn') AND $1::timestamptz IS NOT NULL`,
  },
  {
    id: 'order.accepted-once',
    promise: '每条协办单只签收一次',
    sql: `SELECT 'work_order' AS subject_kind, s.work_order_id AS subject_id FROM work_order_step s
           WHERE s.step = 'accept' AND $1::timestamptz IS NOT NULL GROUP BY s.work_order_id HAVING count(*) > 1`,
  },
  {
    id: 'order.never-of-excluded',
    promise: '被列为不能知道的单位没有在办的协办单',
    sql: `SELECT 'work_order' AS subject_kind, w.id AS subject_id FROM work_order w
            JOIN case_exclusion e ON e.case_id = w.case_id AND e.principal_id = w.agency_id
           WHERE ${openOrder('w')} AND $1::timestamptz IS NOT NULL`,
  },
  {
    id: 'order.state-follows-log',
    promise: '协办单的状态与操作记录一致',
    sql: followsLog({
      table: 'work_order',
      state: 'state',
      subjectKind: 'work_order',
      entries: 'a.work_order_id = x.id',
      born: 'issued',
    }),
  },
];
