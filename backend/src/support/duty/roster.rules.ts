import { addDays, atTime, type LocalDate } from '../../kernel';

/** 值班员 answer first, by rank; the 带班领导 is called when they do not. */
const POST_NAMES = { officer: '值班员', leader: '带班领导' } as const;
export type Post = keyof typeof POST_NAMES;

export interface Shift {
  readonly id: string;
  readonly userId: string;
  readonly post: Post;
  /** Among those of the same post, from 1. */
  readonly rank: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** 替班: the shift whose rest it takes. */
  readonly standsInFor: string | null;
}

/** The second on duty is called when the first does not confirm. */
export function postName({ post, rank }: Pick<Shift, 'post' | 'rank'>): string {
  return post === 'officer' && rank > 1 ? '第二值班员' : POST_NAMES[post];
}

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

export interface OnDuty<S extends Shift = Shift> {
  /** By rank. */
  readonly officers: readonly S[];
  readonly leader: S | null;
}

/** A shift begins and ends at a time of day in China; an end at or before the beginning is the next day's. */
export function shiftSpan(day: LocalDate, from: string, to: string): Span {
  return { from: timeOf(day, from), to: timeOf(to > from ? day : addDays(day, 1), to) };
}

/** Who is on duty at an instant. A shift holds its first instant, not its last; whoever stands in takes the place. */
export function onDuty<S extends Shift>(shifts: readonly S[], at: Date): OnDuty<S> {
  const holding = shifts
    .filter((shift) => shift.startsAt <= at && at < shift.endsAt && !isTaken(shift, shifts, at))
    .sort((a, b) => a.rank - b.rank || a.startsAt.getTime() - b.startsAt.getTime());
  return {
    officers: holding.filter(({ post }) => post === 'officer'),
    leader: holding.find(({ post }) => post === 'leader') ?? null,
  };
}

/** Whether a colleague has taken the rest of the shift by then. */
export function isTaken(shift: Shift, shifts: readonly Shift[], at: Date): boolean {
  return shifts.some(({ standsInFor, startsAt }) => standsInFor === shift.id && startsAt <= at);
}

/** The first officer who comes on after an instant, as the roster stands. */
export function nextOfficer<S extends Shift>(shifts: readonly S[], after: Date): S | null {
  const [next] = shifts
    .filter((shift) => shift.post === 'officer' && shift.startsAt >= after)
    .filter((shift) => !isTaken(shift, shifts, shift.startsAt))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.rank - b.rank);
  return next ?? null;
}

/** The times without any officer. */
export function gapsIn(shifts: readonly Shift[], { from, to }: Span): Span[] {
  const covered = shifts
    .filter((shift) => shift.post === 'officer' && shift.endsAt > from && shift.startsAt < to)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const gaps: Span[] = [];
  let at = from;
  for (const { startsAt, endsAt } of covered) {
    if (startsAt > at) gaps.push({ from: at, to: startsAt });
    if (endsAt > at) at = endsAt;
  }
  return at < to ? [...gaps, { from: at, to }] : gaps;
}

/** A shift of the roster that a planned one would double: the same place at the same time. Stand-ins double nothing. */
export function findDouble<S extends Shift>(
  planned: Pick<Shift, 'post' | 'rank' | 'startsAt' | 'endsAt'>,
  shifts: readonly S[],
): S | undefined {
  return shifts.find(
    (shift) =>
      shift.standsInFor === null &&
      shift.post === planned.post &&
      shift.rank === planned.rank &&
      shift.startsAt < planned.endsAt &&
      planned.startsAt < shift.endsAt,
  );
}

function timeOf(day: LocalDate, time: string): Date {
  return atTime(day, Number(time.slice(0, 2)), Number(time.slice(3, 5)));
}
