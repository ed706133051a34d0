import { caseEnded, type CaseFacts } from './case-facts';
import type { CaseActions } from './case-table';

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
  'record-visit': {
    label: '登记走访',
    done: '已登记走访',
    permission: 'case.visit',
    from: ['open', 'suspended', 'transferring', 'closing'],
    source: 'D16；民发〔2019〕34号',
  },
} as const satisfies CaseActions;
