import { type ChildVoice, childVoiceErrors, type FieldErrors, pastInstantErrors } from '../../casefile';

/** 安全核查的结论: present danger only, apart from any risk score (domain §11). */
export const SAFETY_DECISIONS = { safe: '安全', safe_with_plan: '有计划的安全', unsafe: '不安全' } as const;
export type SafetyDecision = keyof typeof SAFETY_DECISIONS;

/** 先医后置: who needs a doctor sees one before any placement (24号文 12; 反家庭暴力法 15). */
export const MEDICAL_FIRST = '先送医救治，再安排去处';

export interface SafetyCheckForm extends ChildVoice {
  readonly arrivedAt: string;
  readonly seenChild: boolean;
  readonly spokeAlone: boolean;
  readonly decision: SafetyDecision;
}

/** What is wrong with a safety check (D05), by field. Nobody judges a child safe without having seen it. */
export function safetyCheckErrors(form: SafetyCheckForm, now: Date): FieldErrors {
  const errors: FieldErrors = { ...pastInstantErrors('arrivedAt', form.arrivedAt, now) };
  if (form.seenChild) return { ...errors, ...childVoiceErrors(form) };
  if (form.spokeAlone) errors.spokeAlone = ['没有见到孩子，不会单独谈过，请核对'];
  if (form.decision !== 'unsafe')
    errors.decision = ['没有见到孩子，不能认为安全，请选择「不安全」并继续寻找'];
  return errors;
}
