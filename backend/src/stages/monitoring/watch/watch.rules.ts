import { dayAheadErrors, type FieldErrors } from '../../../casefile';
import { addDays, localDate, type LocalDate } from '../../../kernel';
import { ageOn } from '../../../people';

export const WATCH_LEVELS = { key: '重点', watch: '关注', normal: '一般' } as const;
export type WatchLevel = keyof typeof WATCH_LEVELS;

/** Days from one visit to the next (D): DL-045 has these numbers as further numbers of its own. */
export const VISIT_DAYS = { key: 30, watch: 90, normal: 180 } as const satisfies Record<WatchLevel, number>;

/** The further number of DL-045 by which the clock of a level runs. */
export const VISIT_VARIANTS = {
  key: '监测对象·重点',
  watch: '监测对象·关注',
  normal: '监测对象·一般',
} as const satisfies Record<WatchLevel, string>;

/** A pause is not for ever: after this many days (D) somebody looks again. */
export const LONGEST_PAUSE_DAYS = 90;

/** Categories that end with the sixteenth birthday (国发〔2016〕13号; 2024 行动方案). */
const UNDER_16: ReadonlySet<string> = new Set(['LEFT_BEHIND', 'MIGRANT']);
const CATEGORY_AGE = 16;
const ADULT_AGE = 18;

/**
 * How many planned visits were missed: none until the planned day has passed, then one, and one more after each further
 * round of the level. `before` counts those that a new date hid.
 */
export function missedVisits(
  plan: { readonly nextVisitOn: LocalDate | null; readonly level: WatchLevel; readonly before: number },
  today: LocalDate,
): number {
  const { nextVisitOn, level, before } = plan;
  if (nextVisitOn === null || today <= nextVisitOn) return before;
  let missed = before + 1;
  for (let day = addDays(nextVisitOn, VISIT_DAYS[level]); day < today; day = addDays(day, VISIT_DAYS[level]))
    missed += 1;
  return missed;
}

/** The latest day the next visit may be agreed on: one round after the child was last seen, a week for what is late already. */
export function latestVisitDay(level: WatchLevel, lastSeenAt: Date | null, now: Date): LocalDate {
  const round = addDays(localDate(lastSeenAt ?? now), VISIT_DAYS[level]);
  const week = addDays(localDate(now), 7);
  return round < week ? week : round;
}

/** What is wrong with the day of the next visit, at `field`. */
export function visitDayErrors(
  field: string,
  day: LocalDate,
  plan: { readonly level: WatchLevel; readonly lastSeenAt: Date | null },
  now: Date,
): FieldErrors {
  const ahead = dayAheadErrors(field, day, now);
  if (Object.keys(ahead).length > 0) return ahead;
  const latest = latestVisitDay(plan.level, plan.lastSeenAt, now);
  return day > latest
    ? { [field]: [`「${WATCH_LEVELS[plan.level]}」级别最晚要在 ${latest} 前走访，请选早一点的日期`] }
    : {};
}

export interface CategoryForm {
  readonly categories: readonly string[];
  readonly why: string;
}

/** What is wrong with the categories of a child of this age; an unknown age excludes nothing. */
export function categoryErrors(
  { categories }: CategoryForm,
  birthDate: LocalDate | null,
  now: Date,
): FieldErrors {
  if (categories.length === 0) return { categories: ['请至少选择一个类别'] };
  if (new Set(categories).size !== categories.length) return { categories: ['类别重复，请核对'] };
  const age = birthDate === null ? null : ageOn(birthDate, localDate(now));
  if (age === null) return {};
  if (age >= ADULT_AGE) return { categories: ['已满18周岁，不能登记为监测对象'] };
  return age >= CATEGORY_AGE && categories.some((code) => UNDER_16.has(code))
    ? { categories: ['留守儿童、流动儿童须不满16周岁（国发〔2016〕13号），请改选其他类别'] }
    : {};
}

/** What is wrong with the end of watching. */
export function endErrors(
  form: { readonly reason: string; readonly note?: string | undefined },
  latest: { readonly seenChild: boolean; readonly abnormal: boolean } | null,
): FieldErrors {
  const needsWords = ['MOVED', 'OTHER', 'MISTAKEN'].includes(form.reason);
  if (needsWords && (form.note ?? '').trim() === '')
    return {
      note: [
        form.reason === 'MOVED'
          ? '请写明迁往哪里、是否已告知当地（儿童迁走不等于没有风险）'
          : '请写明具体情况',
      ],
    };
  if (form.reason !== 'SOLVED') return {};
  if (latest === null) return { reason: ['还没有走访过，不能以「问题已解决」结束；请先走访见到孩子'] };
  if (!latest.seenChild) return { reason: ['最近一次走访没有见到孩子，不能以「问题已解决」结束'] };
  return latest.abnormal
    ? { reason: ['最近一次走访有「异常」，请先转为报告，或再次走访确认正常后再结束'] }
    : {};
}
