import type { StateTable } from '../support/workflows';
import { CASE_ACTION_PERMISSIONS } from './case.policy';
import { CASE_ACTIONS, caseWorkflow } from './case.workflow';
import type { CaseAction } from './workflow/case-table';

const BY_HOLDERS = { order: '承办人，或协办单的承办单位', seat: '承办人、协办单位或会商参加单位' } as const;

export const CASE_STATE_TABLES: readonly StateTable[] = [
  {
    title: '个案',
    workflow: caseWorkflow,
    noun: 'cases',
    readme: 'casefile/README.md',
    permissions: CASE_ACTION_PERMISSIONS,
    sides: Object.fromEntries(
      Object.entries<CaseAction>(CASE_ACTIONS).flatMap(([action, { byHolders }]) =>
        byHolders === undefined ? [] : [[action, BY_HOLDERS[byHolders]]],
      ),
    ),
  },
];
