import type { Deadline } from '../api';

/** How much of the time is left: over half, a quarter to a half, less than a quarter, none. */
export type DeadlineBand = 'calm' | 'half' | 'short' | 'overdue' | 'done' | 'cancelled';

/** The band of a deadline at an instant (milliseconds). */
export function deadlineBand(
  deadline: Pick<Deadline, 'state' | 'startAt' | 'dueAt'>,
  now: number,
): DeadlineBand {
  if (deadline.state !== 'running') return deadline.state;
  const due = Date.parse(deadline.dueAt);
  if (now >= due) return 'overdue';
  const share = (due - now) / (due - Date.parse(deadline.startAt));
  if (share > 0.5) return 'calm';
  return share >= 0.25 ? 'half' : 'short';
}

/** The running duty that ends first, if any runs; what courts are asked and parties may ask presses nobody. */
export function findNextDeadline(deadlines: readonly Deadline[] | null): Deadline | undefined {
  const running = (deadlines ?? []).filter(({ state, manner }) => state === 'running' && manner === 'duty');
  return running.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
}
