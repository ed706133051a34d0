import type { Case, Custody, Placement } from '../../api';

/** The place where the child stays now; undefined when it is not placed. */
export function openPlacement({ placements }: Pick<Case, 'placements'>): Placement | undefined {
  return placements?.find(({ state }) => state === 'open');
}

/** The custody that runs now. */
export function runningCustody({ custodies }: Pick<Case, 'custodies'>): Custody | undefined {
  return custodies?.find(({ state }) => state === 'running');
}

/** 先医后置: the latest check asks for a doctor, and none was seen since; the server decides again. */
export function needsDoctor({
  safetyChecks,
  medicalRecords,
}: Pick<Case, 'safetyChecks' | 'medicalRecords'>): boolean {
  const latest = safetyChecks?.at(-1);
  if (latest?.medicalNeeded !== true) return false;
  return !(medicalRecords ?? []).some(({ visitedAt }) => visitedAt >= latest.arrivedAt);
}

/** Whether the police still owe a statement after a hand-over. */
export function statementDue({ handovers }: Pick<Case, 'handovers'>): boolean {
  return (handovers ?? []).some(
    ({ fromParty, policeStatement }) => fromParty === 'POLICE' && policeStatement === null,
  );
}
