import type { Deadline, EntrustedCare, WatchItem } from '../../../api';

/** The clock of the next visit (DL-045). */
const VISIT_ROUND = 'DL-045';

export function visitClock({ deadlines }: Pick<WatchItem, 'deadlines'>): Deadline | undefined {
  return deadlines?.find(({ ruleId, state }) => ruleId === VISIT_ROUND && state === 'running');
}

/** 委托照护 that has not ended, fit or not. */
export function openCare({ care }: Pick<WatchItem, 'care'>): EntrustedCare | undefined {
  return care?.find(({ state }) => state !== 'ended');
}

/** A sign says: report now. */
export function asksForReport({ signals }: Pick<WatchItem, 'signals'>): boolean {
  return signals.some(({ offer }) => offer === 'report');
}

/** Whether this person may do it now. */
export function isOpen({ allowedActions }: Pick<WatchItem, 'allowedActions'>, name: string): boolean {
  return allowedActions.some(({ action, reason }) => action === name && reason === undefined);
}
