import type { Case, CaseStage } from '../api';

/** `held`: the whole case rests, moves away or is frozen. */
export type Mark = 'open' | 'done' | 'none' | 'held';

export function stageMark(latest: CaseStage | undefined): Mark {
  if (latest === undefined) return 'none';
  return latest.closedAt === null ? 'open' : 'done';
}

export interface StepsAfterWork {
  closing: Mark;
  closed: Mark;
  /** Absent: the closing asked for none. */
  followUp: Mark | undefined;
  archived: Mark;
}

/** How the steps behind the stages stand, in all eight phases. */
export function stepsAfterWork(phase: Case['phase'], plan: Case['followUpPlan']): StepsAfterWork {
  const isEnded = phase === 'closed' || phase === 'follow_up' || phase === 'archived';
  const followUp = plan === null || plan.left === 0 || phase === 'archived' ? 'done' : 'open';
  return {
    closing: isEnded ? 'done' : phase === 'closing' ? 'open' : 'none',
    closed: isEnded ? 'done' : 'none',
    followUp: !isEnded ? 'none' : plan === null || plan.total === 0 ? undefined : followUp,
    archived: phase === 'archived' ? 'done' : 'none',
  };
}
