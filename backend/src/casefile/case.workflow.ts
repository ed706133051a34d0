import { Workflow } from '../kernel';
import { CASE_PHASES, type CasePhase } from './case-phases';
import { ASSISTANCE_ACTIONS } from './workflow/assistance.workflow';
import type { CaseAction } from './workflow/case-table';
import { CORE_ACTIONS } from './workflow/core.workflow';
import { EMERGENCY_ACTIONS } from './workflow/emergency.workflow';
import { GUARDIANSHIP_ACTIONS } from './workflow/guardianship.workflow';
import { LIFECYCLE_ACTIONS } from './workflow/lifecycle.workflow';
import { PLACEMENT_ACTIONS } from './workflow/placement.workflow';

export * from './case-phases';
export {
  type CaseFacts,
  type ConferenceConclusion,
  emergencyOpen,
  NO_CASE_FACTS,
} from './workflow/case-facts';

/** Every action of a case, in the order in which its buttons stand: what comes first in the work comes first. */
export const CASE_ACTIONS = {
  ...CORE_ACTIONS,
  ...EMERGENCY_ACTIONS,
  ...PLACEMENT_ACTIONS,
  ...ASSISTANCE_ACTIONS,
  ...GUARDIANSHIP_ACTIONS,
  ...LIFECYCLE_ACTIONS,
} as const;
export type CaseActionName = keyof typeof CASE_ACTIONS;

const TABLE: Readonly<Record<CaseActionName, CaseAction>> = CASE_ACTIONS;

/** What can be done to a case, by phase. Every guard gives its reason in words a worker understands. */
export const caseWorkflow = new Workflow({
  name: 'case',
  initial: ['open'] as CasePhase[],
  final: ['archived'],
  states: CASE_PHASES,
  transitions: TABLE,
});
