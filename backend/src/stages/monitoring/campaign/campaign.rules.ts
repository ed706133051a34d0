import type { FieldErrors } from '../../../casefile';
import { addDays, localDate, type LocalDate } from '../../../kernel';

/** The longest key period (D): DL-057 counts the same number. */
export const LONGEST_CAMPAIGN_DAYS = 90;

export const TASK_STATES = { open: '待见面', done: '已见面', not_met: '没有见到' } as const;
export type TaskState = keyof typeof TASK_STATES;

/** What is wrong with the days of a screening. */
export function periodErrors(
  { startsOn, endsOn }: { readonly startsOn: LocalDate; readonly endsOn: LocalDate },
  now: Date,
): FieldErrors {
  if (!isDay(startsOn)) return { startsOn: ['请填写开始的日期'] };
  return isDay(endsOn) ? endErrors(startsOn, endsOn, now) : { endsOn: ['请填写截止的日期'] };
}

/** What is wrong with the last day alone. */
export function endErrors(startsOn: LocalDate, endsOn: LocalDate, now: Date): FieldErrors {
  if (!isDay(endsOn)) return { endsOn: ['请填写截止的日期'] };
  if (endsOn < localDate(now)) return { endsOn: ['截止日期已经过去，请选今天或以后'] };
  if (endsOn < startsOn) return { endsOn: ['截止日期应在开始日期之后'] };
  const latest = addDays(startsOn, LONGEST_CAMPAIGN_DAYS);
  return endsOn > latest
    ? { endsOn: [`一次排查最多 ${LONGEST_CAMPAIGN_DAYS} 天，请选 ${latest} 或更早`] }
    : {};
}

export interface ScreeningForm {
  readonly met: boolean;
  readonly notMetReason?: string | undefined;
  readonly findings: readonly string[];
  readonly note?: string | undefined;
}

/** What is wrong with what was recorded about one child; a child nobody met is asked after, not ticked off. */
export function screeningErrors(form: ScreeningForm, checklist: readonly string[]): FieldErrors {
  const note = (form.note ?? '').trim();
  if (new Set(form.findings).size !== form.findings.length) return { findings: ['有重复的问题，请核对'] };
  if (form.findings.some((code) => !checklist.includes(code)))
    return { findings: ['这次排查没有这一项，请从列表中选择'] };
  if (form.met && form.notMetReason !== undefined)
    return { notMetReason: ['已经见到孩子，不用填没有见到的原因'] };
  if (!form.met && !form.notMetReason) return { notMetReason: ['请选择没有见到的原因'] };
  if (note !== '') return {};
  if (!form.met) return { note: ['请写明孩子现在在哪里、是谁说的'] };
  return form.findings.length > 0 ? { note: ['请写明看到了什么'] } : {};
}

/** A day of the calendar, of a year this system can have seen. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return day >= '2000-01-01' && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
