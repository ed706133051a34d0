import type { Permission } from '../support/access';
import { CASE_ACTIONS, type CaseActionName, type CaseFacts } from './case.workflow';
import type { CaseAction } from './workflow/case-table';

/** The permission each action of the case table needs; the routes name the same ones. */
export const CASE_ACTION_PERMISSIONS = Object.fromEntries(
  Object.entries(CASE_ACTIONS).map(([action, { permission }]) => [action, permission]),
) as Readonly<Record<CaseActionName, Permission>>;

/** Whether somebody with this part in a case may take an action at all; whoever works on it may take every one. */
export function partMay(action: CaseActionName, part: CaseFacts['part']): boolean {
  if (part === 'works') return true;
  const { byHolders }: CaseAction = CASE_ACTIONS[action];
  return part !== 'sees' && byHolders !== undefined && (part === 'order' || byHolders === 'seat');
}
