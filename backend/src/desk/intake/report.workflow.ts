import { Workflow } from '../../kernel';
import { casesEnded, consultOnly, policePending, type ReportFacts, secondPerson } from './report-facts';

export const REPORT_STATES = {
  submitted: '待受理',
  received: '已受理，待分诊',
  screening: '拟存查，待复核',
  transferring: '移送中，待对方接收',
  triaged: '办理中',
  linked: '已并入个案，办理中',
  closed: '已办结',
  screened_out: '暂未发现风险（存查）',
  answered: '已咨询答复',
  duplicate: '重复报告，已合并',
  transferred: '已移送，对方已接收',
} as const;
export type ReportState = keyof typeof REPORT_STATES;

/** Ends without a case; each still owes the reporter an answer (未成年人保护法11(3)). */
export const OTHER_ENDINGS = ['screened_out', 'answered', 'duplicate', 'transferred'] as const;
/** Every state, for the interface's description too. */
export const REPORT_STATE_CODES = Object.keys(REPORT_STATES) as ReportState[];

/**
 * 报告: filed once, received, then one of seven roads (domain.md §3.2; 未成年人保护法11): 分诊, 并入个案, 存查, 咨询答复,
 * 重复, 移送, each to an answer. No state blocks the police call, and additions are welcome for ever.
 */
export const reportWorkflow = new Workflow({
  name: 'report',
  initial: ['submitted'] as ReportState[],
  final: ['closed', 'answered', 'duplicate', 'transferred'],
  states: REPORT_STATES,
  transitions: {
    receive: { label: '受理', from: ['submitted'], to: 'received', source: '未成年人保护法11(3)' },
    triage: { label: '分诊派单', from: ['received'], to: 'triaged', source: 'domain §3.2, §7' },
    // Every child of the report has a case at work: no second one is opened (design §3).
    'link-case': {
      label: '并入已有个案',
      from: ['received'],
      to: 'linked',
      source: 'domain §3.2 LINKED_TO_CASE；未成年人保护法11(3)',
    },
    'answer-consult': {
      label: '咨询答复',
      from: ['received'],
      to: 'answered',
      guard: consultOnly,
      source: 'domain §3.2, §7 C1',
    },
    'mark-duplicate': {
      label: '标为重复报告',
      from: ['received'],
      to: 'duplicate',
      guard: policePending,
      source: 'domain §3.2',
    },
    'propose-screen-out': {
      label: '提出存查',
      from: ['received'],
      to: 'screening',
      guard: policePending,
      source: 'domain §3.2 (D)',
    },
    'confirm-screen-out': {
      label: '同意存查',
      from: ['screening'],
      to: 'screened_out',
      guard: secondPerson,
      source: 'domain §3.2 (D)',
    },
    'return-screen-out': {
      label: '不同意存查，退回分诊',
      from: ['screening'],
      to: 'received',
      source: 'domain §3.2 (D)',
    },
    revive: { label: '重新启用', from: ['screened_out'], to: 'received', source: 'domain §3.2 (D)' },
    'transfer-out': {
      label: '移送其他地区或单位',
      from: ['received'],
      to: 'transferring',
      guard: policePending,
      source: '未成年人保护法11(3)；首接负责 (D)',
    },
    'confirm-transfer': {
      label: '登记对方已接收',
      from: ['transferring'],
      to: 'transferred',
      source: '首接负责 (D)；domain §3.2',
    },
    'refuse-transfer': {
      label: '登记对方不接收',
      from: ['transferring'],
      to: 'received',
      source: '首接负责 (D)；domain §3.2',
    },
    'record-police': {
      label: '登记报警情况',
      from: REPORT_STATE_CODES,
      guard: ({ policeTold }: ReportFacts) => (policeTold ? '报警情况已经登记。' : null),
      source: '强制报告意见2；未成年人保护法11(2)',
    },
    'record-filing': {
      label: '登记向主管部门备案',
      from: REPORT_STATE_CODES,
      guard: ({ authorityTold }: ReportFacts) => (authorityTold ? '备案情况已经登记。' : null),
      source: '强制报告意见5',
    },
    'record-ticket': {
      label: '登记 12345 工单、信访进展',
      from: REPORT_STATE_CODES,
      source: 'domain §5 DL-034–037、§12',
    },
    add: { label: '补充材料', from: REPORT_STATE_CODES },
    retract: {
      label: '撤回（只作标注）',
      from: REPORT_STATE_CODES,
      guard: ({ retracted }: ReportFacts) => (retracted ? '已经标注撤回。' : null),
      source: 'design §9.8',
    },
    feedback: {
      label: '向报告人反馈',
      from: ['triaged', 'linked', ...OTHER_ENDINGS],
      source: '未成年人保护法11(3)',
    },
    conclude: {
      label: '反馈办理结果',
      from: ['triaged', 'linked'],
      to: 'closed',
      guard: casesEnded,
      source: '未成年人保护法11(3)',
    },
    'disclose-reporter': {
      label: '联系报告人',
      from: REPORT_STATE_CODES,
      source: '反家庭暴力法14；design §9.8',
    },
  },
});

export type ReportAction = keyof typeof reportWorkflow.definition.transitions;

/** Names in the log that differ from `report.<action>`; older entries carry them. */
const LOG_NAMES: Readonly<Partial<Record<ReportAction, string>>> = {
  receive: 'report.received',
  triage: 'report.triaged',
  add: 'report.added',
  'record-police': 'report.police-recorded',
  conclude: 'report.feedback',
  'disclose-reporter': 'report.reporter-disclosed',
};

/** What an action is called in the log, the audit and the outbox. */
export function reportLogName(action: ReportAction): string {
  return LOG_NAMES[action] ?? `report.${action}`;
}

/**
 * What the reporter may know of the road: never a case fact, and never that somebody doubts the report (domain.md §1.2,
 * §2; stack.md §4a). It only ever goes forward, whatever happens inside.
 */
export function progressFor(state: ReportState, feedbackGiven: boolean): string {
  switch (state) {
    case 'submitted':
      return '已提交';
    case 'received':
    case 'screening':
    case 'transferring':
      return '已受理';
    case 'triaged':
    case 'linked':
      return feedbackGiven ? '已反馈' : '办理中';
    case 'closed':
      return '已办结';
    case 'screened_out':
    case 'answered':
    case 'duplicate':
    case 'transferred':
      return feedbackGiven ? '已办结' : '已受理';
  }
}
