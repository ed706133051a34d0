import type { CasePhase } from '../../casefile';

/** How a report comes to a case that exists: into a case at work, or by opening a closed one again. */
export type LinkRoad = 'joined' | 'reopened';

/**
 * 并入: a case somebody works on takes the report as it is; one that was closed begins anew (domain §3.3 CLOSED → REOPENED).
 * A frozen or archived file takes nothing any more: the child needs a new case.
 */
export function linkRoad(phase: CasePhase): LinkRoad | null {
  switch (phase) {
    case 'open':
    case 'suspended':
    case 'transferring':
    case 'closing':
      return 'joined';
    case 'closed':
    case 'follow_up':
      return 'reopened';
    case 'frozen':
    case 'archived':
      return null;
  }
}
