import { type ChildVoice, childVoiceErrors, type FieldErrors } from '../child-voice.rules';
import { pastInstantErrors } from '../form.rules';

/**
 * Whether a closing asks for 跟踪回访 (法发〔2014〕24号 20–21, after a return home; for every other closing D). A child who
 * left this district, is of age, has new parents by law or has died is not followed up from here.
 */
const FOLLOWED_UP: Readonly<Record<string, boolean>> = {
  GOALS_MET: true, // D
  LOW_RISK: true, // D; 民发〔2019〕34号: 儿童主任 visits children at risk regularly
  LONG_TERM_CUSTODY: true, // 未成年人保护法 94: civil affairs is the guardian and stays responsible
  OTHER: true, // D: when in doubt somebody looks
  TURNED_18: false, // 未成年人保护法 2: under 18
  MOVED: false, // 首接负责: the receiving district has the case now
  ADOPTED: false, // 民法典 1111: parents by law; 收养后回访 is the adoption registry's own (民发〔2020〕144号)
  DIED: false,
};

/**
 * DL-046: 7 days after closing, 30 days later, then four times every 90 days (D). Each names a number of the rule; null is
 * its usual one. An administrator changes the numbers in the rule, not how many there are.
 */
const ROUNDS: readonly (string | null)[] = [
  null,
  '第二次回访',
  '其后每次回访',
  '其后每次回访',
  '其后每次回访',
  '其后每次回访',
];

/** How many follow-ups a closing asks for. */
export function followUpsFor(reason: string): number {
  return FOLLOWED_UP[reason] === true ? ROUNDS.length : 0;
}

/** Which number of DL-046 is for the round, counted from 1; undefined when there is no such round. */
export function followUpVariant(round: number): string | null | undefined {
  return ROUNDS[round - 1];
}

export const FOLLOW_UP_STATES = { good: '平稳', watch: '需要关注', danger: '发现危险' } as const;
export type FollowUpState = keyof typeof FOLLOW_UP_STATES;
export const FOLLOW_UP_ADVICE = { continue: '继续回访', reopen: '建议重新办理' } as const;
export type FollowUpAdvice = keyof typeof FOLLOW_UP_ADVICE;

export interface FollowUpForm extends ChildVoice {
  readonly followedAt: string;
  readonly seenChild: boolean;
  readonly spokeAlone: boolean;
  readonly state: FollowUpState;
  readonly problems?: string;
  readonly advice: FollowUpAdvice;
}

/** What is wrong with a follow-up, by field. Nobody calls a child well without having seen it. */
export function followUpErrors(form: FollowUpForm, now: Date): FieldErrors {
  const errors: FieldErrors = { ...pastInstantErrors('followedAt', form.followedAt, now) };
  const problems = (form.problems ?? '').trim();
  if (form.state === 'danger' && form.advice !== 'reopen')
    errors.advice = ['发现危险，请选择「建议重新办理」；孩子正处于危险时先拨打 110'];
  if (form.state !== 'good' && problems === '') errors.problems = ['请写明发现了什么问题'];
  if (form.seenChild) return { ...errors, ...childVoiceErrors(form) };
  if (form.spokeAlone) errors.spokeAlone = ['没有见到孩子，不会单独谈过，请核对'];
  if (form.state === 'good') errors.state = ['没有见到孩子，不能认为平稳，请选择「需要关注」或「发现危险」'];
  if (problems === '') errors.problems = ['没有见到孩子，请写明原因和孩子现在在哪里'];
  return errors;
}
