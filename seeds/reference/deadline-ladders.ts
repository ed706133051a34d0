/** Limits and escalation ladders in short form, so that a rule of the registry reads as one line. All ladders are D. */
import type { LadderStep, Limit, Limits, Offset, Urgency } from './types';

export const minutes = (amount: number): Limit => ({ unit: 'minute', amount });
export const hours = (amount: number): Limit => ({ unit: 'hour', amount });
export const days = (amount: number): Limit => ({ unit: 'natural_day', amount });
export const workingDays = (amount: number): Limit => ({ unit: 'working_day', amount });
export const months = (amount: number): Limit => ({ unit: 'month', amount });
/** The day does not move, not even when it is a holiday. */
export const fixed = (limit: Limit): Limit => ({ ...limit, keepsDate: true });

/** One limit for every urgency. */
export const any = (limit: Limit): Limits => ({ any: limit });
export const byUrgency = (U0: Limit, U1: Limit, U2: Limit, U3: Limit): Limits => ({ U0, U1, U2, U3 });

const SUPERVISE_AT_LEAST_MINUTES = 10;
/** A day limit of an urgent case ends at midnight; nine hours later it is supervised, on holidays too. */
const URGENT_MORNING = hours(9);
const AT_DUE: Offset = { direction: 'after', ...minutes(0) };

export const remind = (limit: Limit): LadderStep => ({
  step: 'remind',
  at: { direction: 'before', ...limit },
});
export const remindAtDue: LadderStep = { step: 'remind', at: AT_DUE };
/** The next person on the roster is called; whom each rung means is written in support/duty. */
export const callNext = (limit: Limit): LadderStep => ({
  step: 'call',
  at: { direction: 'after', ...limit },
});
const urgeAtDue: LadderStep = { step: 'urge', at: AT_DUE };
const supervise = (limit: Limit): LadderStep => ({
  step: 'supervise',
  at: { direction: 'after', ...limit },
});

/**
 * The usual ladder. Minutes and hours: remind when half is left, urge at the due time, supervise after half the limit again
 * (10 minutes at least). Days and months: remind one working day before if there is more than one day, urge at the due
 * time, supervise one working day after.
 */
export function ladderOf(limits: Limits): LadderStep[] {
  return Object.entries(limits).flatMap(([key, limit]) => {
    const steps = usualSteps(limit, key === 'U0');
    return key === 'any' ? steps : steps.map((step) => ({ ...step, urgency: key as Urgency }));
  });
}

/** For parties and for courts and procuratorates: they are reminded or asked again, never 催办 or 督办. */
export function reminderOnly(limits: Limits): LadderStep[] {
  return ladderOf(limits).flatMap((step) => {
    if (step.step === 'supervise') return [];
    return [{ ...step, step: 'remind' as const }];
  });
}

/** The ladder of a further number: of the same kind as its rule's. A rule that takes no step takes none by another number. */
export function furtherLadder(ofRule: readonly LadderStep[], limit: Limit): LadderStep[] {
  if (ofRule.length === 0) return [];
  return ofRule.some(({ step }) => step !== 'remind') ? ladderOf(any(limit)) : reminderOnly(any(limit));
}

/** Reminders at the given distances, then the usual urging and supervision. */
export function warnings(...before: readonly Limit[]): LadderStep[] {
  return [...before.map(remind), urgeAtDue, supervise(workingDays(1))];
}

function usualSteps(limit: Limit, urgent: boolean): LadderStep[] {
  if (limit.unit === 'minute' || limit.unit === 'hour') {
    const half = Math.floor((limit.unit === 'hour' ? limit.amount * 60 : limit.amount) / 2);
    return [remind(clock(half)), urgeAtDue, supervise(clock(Math.max(half, SUPERVISE_AT_LEAST_MINUTES)))];
  }
  const after = supervise(urgent ? URGENT_MORNING : workingDays(1));
  const isLong = limit.unit === 'month' || limit.amount > 1;
  return isLong ? [remind(workingDays(1)), urgeAtDue, after] : [urgeAtDue, after];
}

/** Whole hours where possible: they are easier to read in the administrator's form. */
function clock(amount: number): Limit {
  return amount % 60 === 0 ? hours(amount / 60) : minutes(amount);
}
