import type { Permission } from '../support/access';
import type { CaseActionName } from './case.workflow';

/** The permission each action of the case table needs; the routes name the same ones. */
export const CASE_ACTION_PERMISSIONS = {
  assign: 'case.assign',
  'open-emergency': 'case.emergency',
  'record-safety-check': 'case.safety-check',
  'end-emergency': 'case.emergency',
  assess: 'case.assess',
  'make-plan': 'case.plan',
  'complete-service': 'case.service',
  'record-visit': 'case.visit',
  'request-closing': 'case.request-closing',
  'sign-closing': 'case.sign-closing',
  'return-closing': 'case.sign-closing',
} as const satisfies Record<CaseActionName, Permission>;
