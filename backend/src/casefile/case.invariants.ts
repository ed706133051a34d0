import type { Invariant } from '../kernel';
import { LEGAL_STAGES } from './case-phases';
import { followsLog } from './log-fold';

const LEGAL = Object.entries(LEGAL_STAGES)
  .flatMap(([phase, stages]) => stages.map((stage) => `'${phase}:${stage}'`))
  .join(', ');

/** What holds for every case at every moment (design §3, §9; security.md C08). */
export const CASE_INVARIANTS: readonly Invariant[] = [
  {
    id: 'case.has-clock',
    promise: '每个办理中的个案都有一项正在计时的工作',
    sql: `SELECT 'case' AS subject_kind, c.id AS subject_id FROM case_file c
           WHERE c.phase IN ('open', 'closing') AND $1::timestamptz IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.work_order_id IS NULL AND d.state = 'running' AND d.rule_id <> 'DL-055')`,
  },
  {
    id: 'case.has-owner',
    promise: '每个未归档的个案都有能登录的主管单位',
    sql: `SELECT 'case' AS subject_kind, c.id AS subject_id FROM case_file c
           WHERE c.phase <> 'archived' AND $1::timestamptz IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.agency_id = c.owner_agency_id AND u.disabled_at IS NULL)`,
  },
  {
    id: 'case.phase-follows-log',
    promise: '个案的阶段与操作记录一致',
    sql: followsLog({
      table: 'case_file',
      state: 'phase',
      subjectKind: 'case',
      entries: 'a.case_id = x.id AND a.report_id IS NULL AND a.work_order_id IS NULL',
    }),
  },
  {
    id: 'case.stages-fit-phase',
    promise: '开着的环节都是当前阶段允许的',
    sql: `SELECT 'case' AS subject_kind, c.id AS subject_id FROM case_stage s JOIN case_file c ON c.id = s.case_id
           WHERE s.closed_at IS NULL AND $1::timestamptz IS NOT NULL AND NOT (c.phase || ':' || s.stage IN (${LEGAL}))`,
  },
];
