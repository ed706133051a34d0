import type { Actor } from '../../kernel';
import { roleMay } from '../access';

/** Kinds of agency that must always have somebody on duty; any other agency that signs in may keep a roster too. */
export const DUTY_KINDS: ReadonlySet<string> = new Set([
  'intake',
  'civil_affairs',
  'township',
  'police',
  'hospital',
  'shelter',
]);

export interface DutyPlace {
  readonly id: string;
  readonly supervisorAgencyId: string | null;
}

/** Who enters a roster: the agency itself, the one above it, and the district's intake desk and civil affairs for all. */
export function keepsRoster({ role, agencyId }: Actor, { id, supervisorAgencyId }: DutyPlace): boolean {
  return (
    roleMay(role, 'duty.keep') && (agencyId === id || agencyId === supervisorAgencyId || seesDistrict(role))
  );
}

/** Who sees the gaps of every agency of the district. */
export function seesDistrict(role: Actor['role']): boolean {
  return role === 'intake_officer' || role === 'civil_affairs';
}
