import type { RiskLevel } from './case.workflow';
import { type ChildVoice, childVoiceErrors, type FieldErrors } from './child-voice.rules';

/** 结案事项 (D27; 未成年人保护法 4(五)): each is ticked, or the note says why not. */
export const CLOSING_CHECKS = {
  CHILD_SEEN: '已见到孩子',
  CHILD_HEARD: '已听取孩子意见',
  RISK_LOW: '风险已降低',
  SERVICES_DONE: '服务已完成',
  GUARDIAN_ABLE: '监护人能够履行职责',
  DOCUMENTS_FILED: '材料已归档',
  FOLLOW_UP_PLANNED: '已安排回访',
} as const;
export type ClosingCheck = keyof typeof CLOSING_CHECKS;

export interface ClosingRequest extends ChildVoice {
  readonly riskLevel: RiskLevel;
  readonly checklist: Readonly<Record<string, boolean>>;
  readonly note: string;
}

/** How much must be said about a box that stays empty; a full stop is no reason. */
const SHORTEST_EXPLANATION = 5;

/** What is wrong with a request to close, by field; `latestRisk` is the level of the last assessment. */
export function closingErrors(request: ClosingRequest, latestRisk: RiskLevel | null): FieldErrors {
  const errors: FieldErrors = { ...childVoiceErrors(request) };
  const known = Object.keys(CLOSING_CHECKS) as ClosingCheck[];
  for (const code of known) {
    if (typeof request.checklist[code] !== 'boolean')
      errors[`checklist.${code}`] = [`请确认「${CLOSING_CHECKS[code]}」`];
  }
  for (const code of Object.keys(request.checklist)) {
    if (!Object.hasOwn(CLOSING_CHECKS, code)) errors[`checklist.${code}`] = ['不认识的事项，请去掉'];
  }
  const open = known.filter((code) => request.checklist[code] === false);
  if (open.length > 0 && request.note.trim().length < SHORTEST_EXPLANATION) {
    errors.note = [`请说明没有勾选的事项：${open.map((code) => CLOSING_CHECKS[code]).join('、')}`];
  }
  if (latestRisk !== null && request.riskLevel !== latestRisk) {
    errors.riskLevel = ['与最近一次评估的等级不一致，请先复评，再申请结案'];
  }
  return errors;
}
