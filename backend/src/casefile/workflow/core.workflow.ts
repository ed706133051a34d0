import { caseEnded, type CaseFacts } from './case-facts';
import type { CaseActions } from './case-table';

/** Nothing new begins over a closing that waits for its signature, nor once another district has the child. */
function mayIssueOrder(facts: CaseFacts): string | null {
  if (facts.phase === 'closing') return '正在等待结案审批，不能再派单；确需派单的，请先退回结案申请。';
  return facts.phase === 'transferring' && facts.transferState === 'accepted'
    ? '接收地已经接收，请由接收地派单；紧急情况请启动应急处置。'
    : null;
}

/** What belongs to a case in any stage. */
export const CORE_ACTIONS = {
  assign: {
    label: '指派承办',
    done: '已指派承办',
    permission: 'case.assign',
    notice: { to: 'worker', kind: 'case.assigned' },
    // Until the last 跟踪回访 somebody has to be there for the child.
    from: ['open', 'suspended', 'transferring', 'closing', 'closed', 'follow_up'],
    guard: (facts: CaseFacts) =>
      caseEnded(facts) && facts.followUpsLeft === 0 ? '个案已经办结，不需要再指派。' : null,
  },
  'issue-order': {
    label: '补发协办单',
    done: '已补发协办单',
    permission: 'case.issue-order',
    // Who cannot be found, or is on the way elsewhere, may need the police as much as any child.
    from: ['open', 'suspended', 'transferring', 'closing'],
    guard: mayIssueOrder,
    source: 'domain §6–§7；未成年人保护法9、11(3)',
  },
  'record-visit': {
    label: '登记走访',
    done: '已登记走访',
    permission: 'case.visit',
    from: ['open', 'suspended', 'transferring', 'closing'],
    source: 'D16；民发〔2019〕34号',
  },
} as const satisfies CaseActions;
