import { addDays, dayOfWeek, yearOf, type LocalDate } from './china-time';

/** How a date differs from the weekend rule: a public holiday, or a Saturday/Sunday worked in its place (调休). */
export type DayException = 'holiday' | 'workday';

/** The longest run of days off is about ten days; a year without a working day means the table is broken. */
const SEARCH_LIMIT_DAYS = 366;

/** Working days of China: weekends are off, except as the State Council's yearly holiday notice says. */
export class WorkingCalendar {
  constructor(
    private readonly days: ReadonlyMap<LocalDate, DayException>,
    private readonly loadedYears: ReadonlySet<number>,
  ) {}

  /** Whether offices work that day; in a year that is not loaded only the weekend rule is known. */
  isWorkingDay(date: LocalDate): boolean {
    const exception = this.days.get(date);
    if (exception !== undefined) return exception === 'workday';
    const weekday = dayOfWeek(date);
    return weekday !== 0 && weekday !== 6;
  }

  /** Whether every year from the first to the last date has its holiday notice loaded. */
  isLoaded(from: LocalDate, to: LocalDate): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year += 1) {
      if (!this.loadedYears.has(year)) return false;
    }
    return true;
  }

  /** The date itself when it is a working day, else the next working day (民法典 art 203). */
  onOrAfter(date: LocalDate): LocalDate {
    return this.isWorkingDay(date) ? date : this.step(date, 1);
  }

  /** The date `count` working days later (earlier when negative); the date itself is not counted. */
  addWorkingDays(date: LocalDate, count: number): LocalDate {
    let day = date;
    for (let left = Math.abs(count); left > 0; left -= 1) day = this.step(day, Math.sign(count));
    return day;
  }

  private step(date: LocalDate, direction: number): LocalDate {
    let day = date;
    for (let tried = 0; tried < SEARCH_LIMIT_DAYS; tried += 1) {
      day = addDays(day, direction);
      if (this.isWorkingDay(day)) return day;
    }
    throw new RangeError(`No working day within a year of ${date}: the holiday table is wrong`);
  }
}
