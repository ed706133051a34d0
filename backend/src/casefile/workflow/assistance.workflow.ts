import { type CaseFacts, emergencyOpen } from './case-facts';
import type { CaseActions } from './case-table';

const PLAN_SOURCE = '未成年人保护法91；D15';

/** Somebody else than who drafted it looks at a plan before it counts (三级审核). */
function mayDecidePlan(facts: CaseFacts): string | null {
  if (facts.planProposedBy === null) return '没有待审核的帮扶方案。';
  return facts.planProposedBy === facts.actorId ? '审核需要另一个人，您是拟定人。' : null;
}

/** Nobody lowers a guard alone (domain §11). */
function mayConfirmAssessment(facts: CaseFacts): string | null {
  if (facts.assessmentProposedBy === null) return '没有等待复核的评估。';
  return facts.assessmentProposedBy === facts.actorId ? '复核需要另一个人，您是评估人。' : null;
}

const hasPlan = (facts: CaseFacts): string | null => (facts.plans === 0 ? '还没有生效的帮扶方案。' : null);
const hasOpenService = (facts: CaseFacts): string | null =>
  facts.openServices === 0 ? '没有待完成的服务。' : null;

/** 评估帮扶 (domain §4.4). */
export const ASSISTANCE_ACTIONS = {
  'confirm-assessment': {
    label: '复核评估',
    done: '评估已复核',
    permission: 'case.confirm-assessment',
    notice: { to: 'worker', kind: 'case.assessment-reviewed' },
    from: ['open', 'suspended', 'transferring'],
    guard: mayConfirmAssessment,
    source: 'domain §11 (D)',
  },
  assess: {
    label: '评估',
    done: '已完成评估',
    permission: 'case.assess',
    from: ['open'],
    guard: (facts: CaseFacts) =>
      emergencyOpen(facts) && facts.safetyChecks === 0 ? '请先完成应急安全核查，再做评估。' : null,
    source: 'domain §4.4',
  },
  'approve-plan': {
    label: '审核帮扶方案',
    done: '帮扶方案已审核通过',
    permission: 'case.approve-plan',
    notice: { to: 'worker', kind: 'case.plan-approved' },
    from: ['open'],
    guard: mayDecidePlan,
    source: '三级审核 (D)；PLAN (四)12',
  },
  'return-plan': {
    label: '退回帮扶方案',
    done: '帮扶方案已退回',
    permission: 'case.approve-plan',
    notice: { to: 'worker', kind: 'case.plan-returned' },
    from: ['open'],
    guard: mayDecidePlan,
    source: '三级审核 (D)；PLAN (四)12',
  },
  'make-plan': {
    label: '制定帮扶方案',
    done: '已制定帮扶方案',
    permission: 'case.plan',
    from: ['open'],
    guard: (facts: CaseFacts) => (facts.latestRisk === null ? '请先完成评估，再制定方案。' : null),
    source: PLAN_SOURCE,
  },
  'review-plan': {
    label: '帮扶复核',
    done: '已完成帮扶复核',
    permission: 'case.review-plan',
    from: ['open'],
    guard: hasPlan,
    source: 'DL-049 (D)；D15',
  },
  'change-urgency': {
    label: '调整紧急程度',
    done: '已调整紧急程度',
    permission: 'case.urgency',
    notice: { to: 'worker', kind: 'case.urgency-changed' },
    from: ['open', 'suspended', 'transferring'],
    source: 'domain §3.3 (D)',
  },
  'complete-service': {
    label: '登记服务完成',
    done: '服务已完成',
    permission: 'case.service',
    from: ['open'],
    guard: hasOpenService,
    source: PLAN_SOURCE,
  },
  'start-service': {
    label: '登记服务开始',
    done: '服务已开始',
    permission: 'case.service',
    from: ['open'],
    guard: (facts: CaseFacts) => (facts.plannedServices === 0 ? '没有待开始的服务。' : null),
    source: PLAN_SOURCE,
  },
  'cancel-service': {
    label: '取消服务',
    done: '服务已取消',
    permission: 'case.cancel-service',
    from: ['open'],
    guard: hasOpenService,
    source: PLAN_SOURCE,
  },
  'record-guidance': {
    label: '登记家庭教育指导',
    done: '已登记家庭教育指导',
    permission: 'case.guidance',
    byHolders: 'order',
    from: ['open'],
    source: '家庭教育促进法30、48；D22',
  },
} as const satisfies CaseActions;
