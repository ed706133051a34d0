import { followsLog } from '../../casefile';
import type { Invariant } from '../../kernel';

/** What holds for every report at every moment (design §9.1; 未成年人保护法 11). */
export const REPORT_INVARIANTS: readonly Invariant[] = [
  {
    id: 'report.waits-with-clock',
    promise: '每份等待处理的报告都在计时',
    sql: `SELECT 'report' AS subject_kind, r.id AS subject_id FROM report r
           WHERE r.state IN ('submitted', 'received', 'screening', 'transferring') AND $1::timestamptz IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.report_id = r.id AND d.state = 'running'
                              AND d.rule_id IN ('DL-051', 'DL-052', 'DL-054'))`,
  },
  {
    id: 'report.leads-to-case',
    promise: '每份已分诊、已并入的报告都有个案',
    sql: `SELECT 'report' AS subject_kind, r.id AS subject_id FROM report r
           WHERE r.state IN ('triaged', 'linked') AND $1::timestamptz IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM report_link l WHERE l.report_id = r.id)`,
  },
  {
    id: 'report.state-follows-log',
    promise: '报告的状态与操作记录一致',
    sql: followsLog({
      table: 'report',
      state: 'state',
      subjectKind: 'report',
      entries: 'a.report_id = x.id',
    }),
  },
];
