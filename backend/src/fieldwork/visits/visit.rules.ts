import { dayAheadErrors, type FieldErrors, pastInstantErrors } from '../../casefile';

/** The eight items of a visit (D16; 民发〔2019〕34号). */
export const VISIT_ITEMS = {
  LIVING: '生活',
  CARE: '监护',
  SCHOOLING: '就学',
  HEALTH: '健康',
  MIND: '心理',
  SAFETY: '安全',
  HOUSING: '居住',
  SOCIAL: '社交',
} as const;
export type VisitItem = keyof typeof VISIT_ITEMS;

export const RATINGS = { normal: '正常', watch: '关注', abnormal: '异常' } as const;
export type Rating = keyof typeof RATINGS;

export interface VisitForm {
  readonly visitedAt: string;
  readonly seenChild: boolean;
  readonly spokeAlone: boolean;
  readonly items: Readonly<Record<string, unknown>>;
  readonly problems?: string;
  readonly nextDueOn?: string;
}

const LONGEST_NOTE = 1000;

/** What is wrong with a visit, by field. */
export function visitErrors(form: VisitForm, now: Date): FieldErrors {
  const errors: FieldErrors = { ...pastInstantErrors('visitedAt', form.visitedAt, now) };
  if (form.nextDueOn !== undefined) Object.assign(errors, dayAheadErrors('nextDueOn', form.nextDueOn, now));
  if (form.spokeAlone && !form.seenChild) errors.spokeAlone = ['没有见到孩子，不会单独谈过，请核对'];
  if (!form.seenChild && (form.problems ?? '').trim() === '')
    errors.problems = ['没有见到孩子，请写明原因和孩子现在在哪里'];
  for (const code of Object.keys(VISIT_ITEMS))
    Object.assign(errors, itemErrors(code as VisitItem, form.items[code]));
  for (const code of Object.keys(form.items))
    if (!Object.hasOwn(VISIT_ITEMS, code)) errors[`items.${code}`] = ['不认识的项目，请去掉'];
  return errors;
}

function itemErrors(code: VisitItem, item: unknown): FieldErrors {
  const name = VISIT_ITEMS[code];
  if (typeof item !== 'object' || item === null) return { [`items.${code}`]: [`请选择「${name}」的情况`] };
  const { rating, note, ...rest } = item as { rating?: unknown; note?: unknown };
  if (Object.keys(rest).length > 0) return { [`items.${code}`]: ['不认识的字段，请去掉'] };
  if (typeof rating !== 'string' || !Object.hasOwn(RATINGS, rating))
    return { [`items.${code}.rating`]: [`请选择「${name}」的情况`] };
  const said = note ?? '';
  if (typeof said !== 'string' || said.length > LONGEST_NOTE)
    return { [`items.${code}.note`]: [`请填写文字，不超过 ${LONGEST_NOTE} 字`] };
  return rating === 'abnormal' && said.trim() === ''
    ? { [`items.${code}.note`]: [`「${name}」异常，请写明情况`] }
    : {};
}
