import type { CaseActions } from './case-table';

/** What belongs to a case in any stage. */
export const CORE_ACTIONS = {
  assign: {
    label: '指派承办',
    done: '已指派承办',
    permission: 'case.assign',
    notice: { to: 'worker', kind: 'case.assigned' },
    from: ['open', 'suspended'],
  },
  'record-visit': {
    label: '登记走访',
    done: '已登记走访',
    permission: 'case.visit',
    from: ['open', 'suspended', 'transferring', 'closing'],
    source: 'D16；民发〔2019〕34号',
  },
} as const satisfies CaseActions;
