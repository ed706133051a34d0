import { Workflow } from '../kernel';

/** 阶段 of a case. Follow-up, archive and freezing join with their own work; they are phases too (design §2). */
export const CASE_PHASES = { open: '办理中', closing: '待结案审批', closed: '已结案' } as const;
export type CasePhase = keyof typeof CASE_PHASES;

/** 环节: any number may be open while the case is open; emergency may come back from any of them (design §9.5). */
export const CASE_STAGES = {
  emergency: '应急处置',
  assessment: '评估',
  assistance: '帮扶',
  guardianship: '监护干预',
} as const;
export type CaseStage = keyof typeof CASE_STAGES;

/** Which stages may be open in which phase; a row of case_stage that contradicts this table is a defect. */
export const LEGAL_STAGES = {
  open: ['emergency', 'assessment', 'assistance', 'guardianship'],
  closing: ['assistance', 'guardianship'],
  closed: [],
} as const satisfies Record<CasePhase, readonly CaseStage[]>;

export const RISK_LEVELS = { low: '低', medium: '中', high: '高' } as const;
export type RiskLevel = keyof typeof RISK_LEVELS;

/** Leaving the district's care for a reason that ends the risk question itself (domain.md §3.3, CLOSED). */
const RISK_FREE_REASONS = new Set(['TURNED_18', 'MOVED', 'DIED']);

/** What the guards need to know, read under the lock. */
export interface CaseFacts {
  readonly openStages: readonly CaseStage[];
  readonly latestSafetyDecision: 'safe' | 'safe_with_plan' | 'unsafe' | null;
  readonly safetyChecks: number;
  readonly latestRisk: RiskLevel | null;
  readonly plans: number;
  readonly openServices: number;
  readonly openOrders: number;
  readonly triageFeedbackGiven: boolean;
  readonly policePending: boolean;
  readonly closingReason: string | null;
  readonly closingRequestedBy: string | null;
  readonly actorId: string;
}

const emergencyOpen = (facts: CaseFacts): boolean => facts.openStages.includes('emergency');

function mayRequestClosing(facts: CaseFacts): string | null {
  if (emergencyOpen(facts)) return '应急处置尚未结束，请先结束应急。';
  if (facts.latestRisk === null) return '还没有评估，请先完成评估。';
  if (facts.openOrders > 0) return `还有 ${facts.openOrders} 张协办单没有办结，请等待办结或催办。`;
  if (facts.openServices > 0) return `还有 ${facts.openServices} 项帮扶服务没有完成，请先完成。`;
  if (facts.policePending) return '报警时间还没有登记，请先登记公安接报情况。';
  return null;
}

function maySignClosing(facts: CaseFacts): string | null {
  if (facts.closingRequestedBy === facts.actorId) return '结案需要另一个人审批，您是申请人。';
  if (!facts.triageFeedbackGiven) return '还没有向报告人反馈（未成年人保护法第十一条），请先反馈。';
  const reason = facts.closingReason ?? '';
  if (facts.latestRisk !== 'low' && !RISK_FREE_REASONS.has(reason))
    return '最近一次评估的风险不是「低」，请复评后再结案。';
  return mayRequestClosing(facts);
}

/** What can be done to a case, by phase. Every guard gives its reason in words a worker understands. */
export const caseWorkflow = new Workflow({
  name: 'case',
  initial: ['open'] as CasePhase[],
  states: CASE_PHASES,
  transitions: {
    assign: { label: '指派承办', from: ['open'] },
    'open-emergency': {
      label: '启动应急处置',
      from: ['open', 'closing'],
      to: 'open',
      guard: (facts: CaseFacts) => (emergencyOpen(facts) ? '应急处置已经启动。' : null),
      source: '未成年人保护法92；domain §3.3',
    },
    'record-safety-check': {
      label: '登记安全核查',
      from: ['open'],
      guard: (facts: CaseFacts) => (emergencyOpen(facts) ? null : '应急处置没有启动，不需要安全核查。'),
      source: 'D05；国发〔2016〕13号',
    },
    'end-emergency': {
      label: '结束应急处置',
      from: ['open'],
      guard: (facts: CaseFacts) => {
        if (!emergencyOpen(facts)) return '应急处置没有启动。';
        if (facts.latestSafetyDecision === null) return '还没有安全核查，请先见到孩子。';
        return facts.latestSafetyDecision === 'unsafe'
          ? '最近一次核查的结论是「不安全」，不能结束应急。'
          : null;
      },
    },
    assess: {
      label: '评估',
      from: ['open'],
      guard: (facts: CaseFacts) =>
        emergencyOpen(facts) && facts.safetyChecks === 0 ? '请先完成应急安全核查，再做评估。' : null,
      source: 'domain §4.4',
    },
    'make-plan': {
      label: '制定帮扶方案',
      from: ['open'],
      guard: (facts: CaseFacts) => (facts.latestRisk === null ? '请先完成评估，再制定方案。' : null),
      source: '未成年人保护法91；D15',
    },
    'complete-service': {
      label: '登记服务完成',
      from: ['open'],
      guard: (facts: CaseFacts) => (facts.openServices === 0 ? '没有待完成的服务。' : null),
    },
    'record-visit': { label: '登记走访', from: ['open', 'closing'], source: 'D16；民发〔2019〕34号' },
    'request-closing': {
      label: '申请结案',
      from: ['open'],
      to: 'closing',
      guard: mayRequestClosing,
      source: 'domain §3.3',
    },
    'sign-closing': {
      label: '同意结案',
      from: ['closing'],
      to: 'closed',
      guard: maySignClosing,
      source: 'domain §3.3；D27',
    },
    'return-closing': { label: '退回结案申请', from: ['closing'], to: 'open' },
  },
});

export type CaseActionName = keyof typeof caseWorkflow.definition.transitions;
