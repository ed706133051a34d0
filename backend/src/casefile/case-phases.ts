/** 阶段 of a case: exactly one at a time (design §2, §9.5; domain §3.3). */
export const CASE_PHASES = {
  open: '办理中',
  suspended: '已中止',
  transferring: '转出中',
  closing: '待结案审批',
  closed: '已结案',
  follow_up: '跟踪回访',
  frozen: '已冻结',
  archived: '已归档',
} as const;
export type CasePhase = keyof typeof CASE_PHASES;

/** 环节: any number may be open while the case is open; emergency may come back from any of them (design §9.5). */
export const CASE_STAGES = {
  emergency: '应急处置',
  assessment: '评估',
  assistance: '帮扶',
  guardianship: '监护干预',
} as const;
export type CaseStage = keyof typeof CASE_STAGES;

/**
 * Which stages may be open in which phase; a row of case_stage that contradicts this table is a defect. A case that is
 * suspended or on its way to another district keeps its stages: nobody's duty ends before somebody else has it.
 */
export const LEGAL_STAGES = {
  open: ['emergency', 'assessment', 'assistance', 'guardianship'],
  suspended: ['emergency', 'assessment', 'assistance', 'guardianship'],
  transferring: ['emergency', 'assessment', 'assistance', 'guardianship'],
  closing: ['assistance', 'guardianship'],
  closed: [],
  follow_up: [],
  frozen: [],
  archived: [],
} as const satisfies Record<CasePhase, readonly CaseStage[]>;

/** Phases in which the work on the child has ended: the report may be answered, order holders no longer see the case. */
export const ENDED_PHASES = ['closed', 'follow_up', 'archived'] as const satisfies readonly CasePhase[];

export const RISK_LEVELS = { low: '低', medium: '中', high: '高' } as const;
export type RiskLevel = keyof typeof RISK_LEVELS;
