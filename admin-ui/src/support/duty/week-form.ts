import type { DutyDay, DutyShift } from '../../api';
import { dateOf, formatClock } from '../../lib';

export interface DayValues {
  day: string;
  /** A shift of it has begun, or the day is over: it stays as it is. */
  begun: boolean;
  first: string;
  second: string;
  leader: string;
}

export interface WeekValues {
  from: string;
  to: string;
  days: DayValues[];
}

const USUAL = '08:30';

/** What a form of the week begins with: what stands, without those who stand in. */
export function weekValues(days: readonly DutyDay[], now: number): WeekValues {
  const planned = days.map(({ day, shifts }) => ({
    day,
    shifts: shifts.filter(({ standsInForName }) => standsInForName === null),
  }));
  const sample = planned.flatMap(({ shifts }) => shifts)[0];
  return {
    from: sample === undefined ? USUAL : formatClock(sample.startsAt),
    to: sample === undefined ? USUAL : formatClock(sample.endsAt),
    days: planned.map(({ day, shifts }) => ({
      day,
      begun: day < dateOf(now) || shifts.some(({ startsAt }) => Date.parse(startsAt) <= now),
      first: personOf(shifts, 'officer', 1),
      second: personOf(shifts, 'officer', 2),
      leader: personOf(shifts, 'leader', 1),
    })),
  };
}

/** What the API reads: the days that may still change. */
export function toWeekBody(agencyId: string, { from, to, days }: WeekValues): unknown {
  return {
    agencyId,
    from: from.trim(),
    to: to.trim(),
    days: days
      .filter(({ begun }) => !begun)
      .map(({ day, first, second, leader }) => ({
        day,
        officerIds: [first, second].filter((id) => id !== ''),
        ...(leader === '' ? {} : { leaderId: leader }),
      })),
  };
}

function personOf(shifts: readonly DutyShift[], post: DutyShift['post'], rank: number): string {
  return shifts.find((shift) => shift.post === post && shift.rank === rank)?.userId ?? '';
}
