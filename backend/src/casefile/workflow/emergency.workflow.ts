import { type CaseFacts, emergencyOpen } from './case-facts';
import type { CaseActions } from './case-table';

/** 应急处置 (domain §4.3). */
export const EMERGENCY_ACTIONS = {
  'open-emergency': {
    label: '启动应急处置',
    done: '已启动应急处置',
    permission: 'case.emergency',
    notice: { to: 'worker', kind: 'case.emergency-opened' },
    // Danger comes back whenever it likes: nothing but an archived or frozen file stands in the way.
    from: ['open', 'suspended', 'transferring', 'closing', 'closed', 'follow_up'],
    to: 'open',
    guard: (facts: CaseFacts) => (emergencyOpen(facts) ? '应急处置已经启动。' : null),
    source: '未成年人保护法92；domain §3.3；design §9.5',
  },
  'record-safety-check': {
    label: '登记安全核查',
    done: '已登记安全核查',
    permission: 'case.safety-check',
    from: ['open'],
    guard: (facts: CaseFacts) => (emergencyOpen(facts) ? null : '应急处置没有启动，不需要安全核查。'),
    source: 'D05；国发〔2016〕13号',
  },
  'end-emergency': {
    label: '结束应急处置',
    done: '已结束应急处置',
    permission: 'case.emergency',
    from: ['open'],
    guard: (facts: CaseFacts) => {
      if (!emergencyOpen(facts)) return '应急处置没有启动。';
      if (facts.latestSafetyDecision === null) return '还没有安全核查，请先见到孩子。';
      if (facts.medicalPending) return '孩子需要就医，还没有登记就医情况。';
      return facts.latestSafetyDecision === 'unsafe' && facts.openPlacements === 0
        ? '最近一次核查的结论是「不安全」：孩子得到安置后，才能结束应急。'
        : null;
    },
    source: '未成年人保护法92；法发〔2014〕24号12',
  },
} as const satisfies CaseActions;
