import type { Urgency } from '../kernel';
import type { CaseFacts, CasePhase } from './case.workflow';

/** A case under its lock, with everything its table asks. */
export interface LockedCase {
  readonly id: string;
  readonly caseNo: string;
  readonly childId: string;
  readonly incidentId: string;
  readonly phase: CasePhase;
  readonly urgency: Urgency;
  readonly regionCode: string | null;
  readonly ownerAgencyId: string;
  readonly workerAgencyId: string | null;
  readonly workerUserId: string | null;
  readonly facts: CaseFacts;
}
