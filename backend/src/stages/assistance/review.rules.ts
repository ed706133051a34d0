import { type ChildVoice, childVoiceErrors, type FieldErrors } from '../../casefile';

/** 复核结论 of a plan. */
export const REVIEW_DECISIONS = {
  continue: '继续执行',
  adjust: '调整方案',
  close: '准备结案',
  escalate: '升级处置',
} as const;
export type ReviewDecision = keyof typeof REVIEW_DECISIONS;

/** How far a service came. */
export const PROGRESS = {
  good: '进展顺利',
  slow: '进展缓慢',
  none: '没有进展',
  unneeded: '不再需要',
} as const;
export type Progress = keyof typeof PROGRESS;

export interface ReviewForm extends ChildVoice {
  readonly progress: Readonly<Record<string, unknown>>;
}

const LONGEST_NOTE = 1000;

/** What is wrong with a review, by field: each open service is rated, no other, and the child was heard. */
export function reviewErrors(form: ReviewForm, openServices: readonly string[]): FieldErrors {
  const errors: FieldErrors = { ...childVoiceErrors(form) };
  for (const id of openServices) Object.assign(errors, progressErrors(id, form.progress[id]));
  for (const id of Object.keys(form.progress))
    if (!openServices.includes(id)) errors[`progress.${id}`] = ['这项服务已经结束或不是本个案的，请刷新页面'];
  return errors;
}

function progressErrors(id: string, item: unknown): FieldErrors {
  const at = `progress.${id}`;
  if (typeof item !== 'object' || item === null) return { [`${at}.rating`]: ['请选择这项服务的进展'] };
  const { rating, note, ...rest } = item as { rating?: unknown; note?: unknown };
  if (Object.keys(rest).length > 0) return { [at]: ['不认识的字段，请去掉'] };
  if (typeof rating !== 'string' || !Object.hasOwn(PROGRESS, rating))
    return { [`${at}.rating`]: ['请选择这项服务的进展'] };
  const said = note ?? '';
  if (typeof said !== 'string' || said.length > LONGEST_NOTE)
    return { [`${at}.note`]: [`请填写文字，不超过 ${LONGEST_NOTE} 字`] };
  return rating === 'none' && said.trim() === '' ? { [`${at}.note`]: ['没有进展，请写明原因'] } : {};
}
