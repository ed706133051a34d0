import { InvalidInput, addDays, isLocalDate, localDate, type LocalDate } from '../kernel';
import type { FieldErrors } from './child-voice.rules';

/** @throws InvalidInput 422 unless the form is sound */
export function requireSound(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}

/** What happened cannot lie ahead. `field` names the error. */
export function pastInstantErrors(field: string, instant: string, now: Date): FieldErrors {
  return new Date(instant) > now ? { [field]: ['时间不能晚于现在'] } : {};
}

/** A day to come, today included unless `notToday`; a day that no calendar has is refused too. */
export function dayAheadErrors(field: string, day: LocalDate, now: Date, notToday = false): FieldErrors {
  if (!isLocalDate(day)) return { [field]: ['请填写日期'] };
  const earliest = notToday ? addDays(localDate(now), 1) : localDate(now);
  return day < earliest ? { [field]: [notToday ? '请选择今天以后的日期' : '日期不能早于今天'] } : {};
}

/** A day that is over, today included, at most `oldest` days ago; a day that no calendar has is refused too. */
export function pastDayErrors(field: string, day: LocalDate, now: Date, oldest = 365): FieldErrors {
  if (!isLocalDate(day)) return { [field]: ['请填写日期'] };
  const today = localDate(now);
  if (day > today) return { [field]: ['日期不能晚于今天'] };
  return day < addDays(today, -oldest) ? { [field]: ['请核对日期，这一天太早了'] } : {};
}
