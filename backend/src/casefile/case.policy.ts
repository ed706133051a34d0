import type { Permission } from '../support/access';
import { CASE_ACTIONS, type CaseActionName } from './case.workflow';

/** The permission each action of the case table needs; the routes name the same ones. */
export const CASE_ACTION_PERMISSIONS = Object.fromEntries(
  Object.entries(CASE_ACTIONS).map(([action, { permission }]) => [action, permission]),
) as Readonly<Record<CaseActionName, Permission>>;
