import { addDays, addMonths, atTime, endOfDay, localDate, type LocalDate } from './china-time';
import type { WorkingCalendar } from './working-calendar';

export type LimitUnit = 'minute' | 'hour' | 'natural_day' | 'working_day' | 'month';

/** A length of time as a rule states it. */
export interface Limit {
  readonly unit: LimitUnit;
  /** A whole number, 0 or more. */
  readonly amount: number;
  /**
   * The last day stays where it falls, even on a holiday. For ages, ends of validity and rounds that go on at weekends:
   * there 民法典 art 203 gives nobody more time.
   */
  readonly keepsDate?: boolean;
}

/** A point relative to a due time: one step of an escalation ladder. */
export interface Offset extends Limit {
  readonly direction: 'before' | 'after';
}

export interface Due {
  readonly due: Date;
  /** 暂算: a year whose holidays are not published was needed; compute again when it is loaded. */
  readonly provisional: boolean;
}

/** Reminders that count in days arrive when offices open, not at midnight. */
const OFFICE_OPENS_HOUR = 9;
const MINUTE_MS = 60_000;

/**
 * When a limit that starts at an instant runs out. Minutes and hours run day and night. For days and months the starting
 * day does not count (民法典 art 201), the last day ends at 24:00 in China, stored as 23:59:59.999, and a last day off
 * moves to the next working day (art 203). Throws RangeError when the amount is not a whole number ≥ 0.
 */
export function computeDue(start: Date, limit: Limit, calendar: WorkingCalendar): Due {
  const elapsed = elapsedMs(limit);
  if (elapsed !== undefined) return { due: new Date(start.getTime() + elapsed), provisional: false };
  const first = localDate(start);
  const counted = shift(first, limit, 1, calendar);
  const last = limit.keepsDate === true ? counted : calendar.onOrAfter(counted);
  // Working days depend on every day of the span, other limits on the last day only, fixed dates on none.
  const from = limit.unit === 'working_day' ? first : counted;
  const isExact = limit.unit !== 'working_day' && limit.keepsDate === true;
  return { due: endOfDay(last), provisional: !isExact && !calendar.isLoaded(from, last) };
}

/**
 * The instant of a ladder step: minutes and hours from the due time itself; days and months at 09:00 in China of the day
 * reached; an amount of 0 is the due time. Throws RangeError as computeDue does.
 */
export function offsetFrom(due: Date, offset: Offset, calendar: WorkingCalendar): Date {
  const sign = offset.direction === 'before' ? -1 : 1;
  const elapsed = elapsedMs(offset);
  if (offset.amount === 0) return new Date(due.getTime());
  if (elapsed !== undefined) return new Date(due.getTime() + sign * elapsed);
  return atTime(shift(localDate(due), offset, sign, calendar), OFFICE_OPENS_HOUR);
}

/** Milliseconds of a limit that needs no calendar, else undefined; also the gate for senseless amounts. */
function elapsedMs({ unit, amount }: Limit): number | undefined {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not a limit: ${amount} ${unit}`);
  if (unit === 'minute') return amount * MINUTE_MS;
  return unit === 'hour' ? amount * 60 * MINUTE_MS : undefined;
}

function shift(from: LocalDate, { unit, amount }: Limit, sign: 1 | -1, calendar: WorkingCalendar): LocalDate {
  if (unit === 'month') return addMonths(from, sign * amount);
  return unit === 'working_day' ? calendar.addWorkingDays(from, sign * amount) : addDays(from, sign * amount);
}
