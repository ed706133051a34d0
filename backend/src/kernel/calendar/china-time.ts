/**
 * Asia/Shanghai as a fixed UTC+8. China has kept no daylight saving time since 1991 and has one zone, so a constant
 * is exact for every date this system meets, and it does not depend on the TZ of the process or on its ICU data.
 */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** A calendar date in China, written 'YYYY-MM-DD'. */
export type LocalDate = string;

const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Midnight UTC of a local date in ms; throws RangeError when the text is no real date. */
function utcMidnight(date: LocalDate): number {
  const [, year, month, day] = LOCAL_DATE.exec(date) ?? [];
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // NaN (no match) and 2026-02-30 (rolled over to March) both fail this comparison.
  if (Number.isNaN(ms) || fromUtcMidnight(ms) !== date) throw new RangeError(`Not a date: ${date}`);
  return ms;
}

/** Whether a text is a day that the calendar has. */
export function isLocalDate(text: string): boolean {
  try {
    return fromUtcMidnight(utcMidnight(text)) === text;
  } catch {
    return false;
  }
}

function fromUtcMidnight(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}

function asLocalDate(day: Date | LocalDate): LocalDate {
  return typeof day === 'string' ? day : localDate(day);
}

/** The date in China at an instant; throws RangeError for an invalid Date. */
export function localDate(instant: Date): LocalDate {
  return fromUtcMidnight(instant.getTime() + OFFSET_MS);
}

/** 00:00 in China of that day, as an instant. */
export function startOfDay(day: Date | LocalDate): Date {
  return new Date(utcMidnight(asLocalDate(day)) - OFFSET_MS);
}

/** The last millisecond of that day in China (23:59:59.999): how the law's "24:00 of the last day" is stored. */
export function endOfDay(day: Date | LocalDate): Date {
  return new Date(startOfDay(day).getTime() + DAY_MS - 1);
}

/** An instant on that day in China, `hour` 0–23 and `minute` 0–59. */
export function atTime(day: Date | LocalDate, hour: number, minute = 0): Date {
  return new Date(startOfDay(day).getTime() + (hour * 60 + minute) * 60_000);
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtcMidnight(utcMidnight(date) + days * DAY_MS);
}

/** The same day of the month `months` later; a day that month lacks becomes its last day (民法典 art 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const from = new Date(utcMidnight(date));
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromUtcMidnight(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)));
}

/** Day of the week: 0 Sunday … 6 Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(utcMidnight(date)).getUTCDay();
}

/** The year of a local date. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** '2026年11月23日' for screens and papers. */
export function formatChinaDate(day: Date | LocalDate): string {
  const date = asLocalDate(day);
  return `${yearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** '2026年11月23日 14:05' for screens and papers. */
export function formatChinaTime(instant: Date): string {
  const clock = timeInChina(instant);
  return `${formatChinaDate(instant)} ${clock}`;
}

/** The time of day in China, HH:MM. */
export function timeInChina(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
}
