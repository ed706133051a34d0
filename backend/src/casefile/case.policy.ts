import type { Permission } from '../support/access';
import { CASE_ACTIONS, type CaseActionName } from './case.workflow';
import type { CaseAction } from './workflow/case-table';

/** The permission each action of the case table needs; the routes name the same ones. */
export const CASE_ACTION_PERMISSIONS = Object.fromEntries(
  Object.entries(CASE_ACTIONS).map(([action, { permission }]) => [action, permission]),
) as Readonly<Record<CaseActionName, Permission>>;

/** Actions that an agency may take whose part in the case is one order, or a seat in a conference. */
export const HOLDER_ACTIONS: ReadonlySet<CaseActionName> = new Set(
  Object.entries<CaseAction>(CASE_ACTIONS).flatMap(([action, { byHolders }]) =>
    byHolders === true ? [action as CaseActionName] : [],
  ),
);
