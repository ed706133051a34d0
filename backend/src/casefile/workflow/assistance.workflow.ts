import { type CaseFacts, emergencyOpen } from './case-facts';
import type { CaseActions } from './case-table';

/** 评估帮扶 (domain §4.4). */
export const ASSISTANCE_ACTIONS = {
  assess: {
    label: '评估',
    done: '已完成评估',
    permission: 'case.assess',
    from: ['open'],
    guard: (facts: CaseFacts) =>
      emergencyOpen(facts) && facts.safetyChecks === 0 ? '请先完成应急安全核查，再做评估。' : null,
    source: 'domain §4.4',
  },
  'make-plan': {
    label: '制定帮扶方案',
    done: '已制定帮扶方案',
    permission: 'case.plan',
    from: ['open'],
    guard: (facts: CaseFacts) => (facts.latestRisk === null ? '请先完成评估，再制定方案。' : null),
    source: '未成年人保护法91；D15',
  },
  'complete-service': {
    label: '登记服务完成',
    done: '服务已完成',
    permission: 'case.service',
    from: ['open'],
    guard: (facts: CaseFacts) => (facts.openServices === 0 ? '没有待完成的服务。' : null),
  },
} as const satisfies CaseActions;
