/** All times on screen are Beijing time, wherever the browser is. */
const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Duration {
  days: number;
  hours: number;
  minutes: number;
}

/** The parts of an instant in Beijing. */
function partsOf(instant: string | number): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/** 2026-11-23 14:05 in Beijing; `—` for nothing. */
export function formatInstant(instant: string | number | null | undefined): string {
  if (instant === null || instant === undefined) return '—';
  const { year, month, day, hour, minute } = partsOf(instant);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** Year, month and day without leading zeros, and the time, of an instant in Beijing: what a sentence needs. */
export function wordsOf(instant: string | number): {
  year: number;
  month: number;
  day: number;
  time: string;
} {
  const { year, month, day, hour, minute } = partsOf(instant);
  return { year: Number(year), month: Number(month), day: Number(day), time: `${hour}:${minute}` };
}

/** 14:05 in Beijing. */
export function formatClock(instant: string | number): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

/** Today's date in Beijing for the given instant. */
export function dateOf(instant: number): string {
  const { year, month, day } = partsOf(instant);
  return `${year}-${month}-${day}`;
}

/** What a `datetime-local` field shows for an instant. */
export function toLocalField(instant: string | number | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') return '';
  return formatInstant(instant).replace(' ', 'T');
}

/** The instant a `datetime-local` text means, read as Beijing time; undefined when it is empty or not a time. */
export function fromLocalField(text: string): string | undefined {
  const instant = Date.parse(`${text}:00+08:00`);
  return text === '' || Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

/** A length of time in days, hours and minutes; always positive. */
export function durationOf(milliseconds: number): Duration {
  const total = Math.abs(milliseconds);
  return {
    days: Math.floor(total / DAY),
    hours: Math.floor((total % DAY) / HOUR),
    minutes: Math.floor((total % HOUR) / MINUTE),
  };
}
