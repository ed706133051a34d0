import { Workflow } from '../../kernel';

export const REPORT_STATES = {
  submitted: '待受理',
  received: '已受理，待分诊',
  triaged: '办理中',
  closed: '已办结',
} as const;
export type ReportState = keyof typeof REPORT_STATES;

export interface ReportFacts {
  readonly policeTold: boolean;
  readonly openCases: number;
  readonly summaryWritten: boolean;
}

/**
 * 报告: filed once, received, triaged, answered (domain.md §3.2; 未成年人保护法11). No state blocks the police call, and
 * additions are welcome until the end. Screening out and transfers join with their own work.
 */
export const reportWorkflow = new Workflow({
  name: 'report',
  initial: ['submitted'] as ReportState[],
  states: REPORT_STATES,
  transitions: {
    receive: { label: '受理', from: ['submitted'], to: 'received', source: '未成年人保护法11(3)' },
    triage: { label: '分诊派单', from: ['received'], to: 'triaged', source: 'domain §3.2, §7' },
    'record-police': {
      label: '登记报警情况',
      from: ['submitted', 'received', 'triaged'],
      guard: (facts: ReportFacts) => (facts.policeTold ? '报警情况已经登记。' : null),
      source: '强制报告意见2；未成年人保护法11(2)',
    },
    add: { label: '补充材料', from: ['submitted', 'received', 'triaged', 'closed'] },
    feedback: { label: '向报告人反馈', from: ['triaged'], source: '未成年人保护法11(3)' },
    conclude: {
      label: '反馈办理结果',
      from: ['triaged'],
      to: 'closed',
      guard: (facts: ReportFacts) => (facts.openCases > 0 ? '个案还没有结案，结案后再反馈办理结果。' : null),
      source: '未成年人保护法11(3)',
    },
    'disclose-reporter': {
      label: '联系报告人',
      from: ['submitted', 'received', 'triaged', 'closed'],
      source: '反家庭暴力法14；design §9.8',
    },
  },
});

export type ReportAction = keyof typeof reportWorkflow.definition.transitions;

/** What the reporter may know of the road: never a case fact (domain.md §1.2, stack.md §4a). */
export function progressFor(state: ReportState, feedbackGiven: boolean): string {
  if (state === 'submitted') return '已提交';
  if (state === 'received') return '已受理';
  if (state === 'closed') return '已办结';
  return feedbackGiven ? '已反馈' : '办理中';
}
