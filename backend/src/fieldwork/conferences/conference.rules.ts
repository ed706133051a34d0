import {
  type ChildVoice,
  childVoiceErrors,
  dayAheadErrors,
  type FieldErrors,
  pastInstantErrors,
} from '../../casefile';
import { addDays, localDate } from '../../kernel';

export const CONFERENCE_STATES = { convened: '待召开', concluded: '已有结论', cancelled: '已取消' } as const;
export type ConferenceState = keyof typeof CONFERENCE_STATES;

/** 会商结论 (D13; 法发〔2014〕24号19). */
export const CONCLUSIONS = {
  return: '危险状态已消除，可以送回',
  continue: '继续临时监护',
  revoke: '申请撤销监护人资格',
  other: '其他',
} as const;
export type Conclusion = keyof typeof CONCLUSIONS;

export const TASK_STATES = { open: '待完成', done: '已完成' } as const;
export type TaskState = keyof typeof TASK_STATES;

export interface Seat {
  readonly agencyId?: string;
  readonly name?: string;
}

export interface ConveneForm {
  readonly meetsAt: string;
  readonly participants: readonly Seat[];
}

/** A year ahead is a slip of the pen, not a conference. */
const FURTHEST_DAYS = 365;

/** What is wrong with calling a conference, by field: it meets today or later, every seat is one agency or one person. */
export function conveneErrors({ meetsAt, participants }: ConveneForm, now: Date): FieldErrors {
  const errors: FieldErrors = {};
  const [day, today] = [localDate(new Date(meetsAt)), localDate(now)];
  if (day < today) errors.meetsAt = ['会商时间不能早于今天'];
  if (day > addDays(today, FURTHEST_DAYS)) errors.meetsAt = ['会商时间太远，请核对年份'];
  const seen = new Set<string>();
  for (const [index, { agencyId, name }] of participants.entries()) {
    const key = agencyId ?? name?.trim() ?? '';
    if ((agencyId === undefined) === ((name ?? '').trim() === ''))
      errors[`participants.${index}.agencyId`] = ['请选择一个单位，或写明是谁；两项填一项'];
    else if (seen.has(key)) errors[`participants.${index}.agencyId`] = ['前面已经填过，请去掉重复的一项'];
    seen.add(key);
  }
  return errors;
}

export interface ConcludeForm extends ChildVoice {
  readonly heldAt: string;
  readonly conclusion: Conclusion;
  readonly dangerRemoved?: boolean;
  readonly guardianAble?: boolean;
  readonly opinions: readonly {
    readonly participantId: string;
    readonly present: boolean;
    readonly opinion?: string;
  }[];
  readonly tasks: readonly { readonly dueOn: string }[];
}

/**
 * What is wrong with a conclusion (D13), by field: every seat accounted for, who came said something, the child was heard,
 * and nobody is sent home unless the danger is gone and the guardian able (24号文 19).
 */
export function concludeErrors(form: ConcludeForm, seats: readonly string[], now: Date): FieldErrors {
  const errors: FieldErrors = { ...pastInstantErrors('heldAt', form.heldAt, now), ...childVoiceErrors(form) };
  const missing = seats.filter(
    (id) => form.opinions.filter((item) => item.participantId === id).length !== 1,
  );
  if (missing.length > 0 || form.opinions.length !== seats.length)
    errors.opinions = ['请逐一登记每个参加单位和人员是否到场；页面可能已过期，请刷新'];
  else if (!form.opinions.some(({ present }) => present))
    errors.opinions = ['没有人到场，不能登记结论；可以取消后重新召集'];
  for (const [index, { present, opinion }] of form.opinions.entries())
    if (present && (opinion ?? '').trim() === '')
      errors[`opinions.${index}.opinion`] = ['到场的单位和人员，请写明意见'];
  if (form.conclusion === 'return') Object.assign(errors, returnErrors(form));
  for (const [index, { dueOn }] of form.tasks.entries())
    Object.assign(errors, dayAheadErrors(`tasks.${index}.dueOn`, dueOn, now));
  return errors;
}

function returnErrors({ dangerRemoved, guardianAble }: ConcludeForm): FieldErrors {
  return {
    ...(dangerRemoved === true ? {} : { dangerRemoved: ['危险状态没有消除，不能送回；请改选结论'] }),
    ...(guardianAble === true ? {} : { guardianAble: ['监护人还不能履行监护职责，不能送回；请改选结论'] }),
  };
}
