import type { Role } from '../../kernel';
import type { DataClass } from '../../platform/crypto';

type StaffRole = Exclude<Role, 'system'>;

/**
 * Which classes of a person's data each role may read, once the person is visible to it at all. Co-handling agencies get
 * who somebody is, not where they live; a system administrator reads nothing (等保 8.1.4.2).
 */
const READS: Readonly<Record<StaffRole, readonly DataClass[]>> = {
  school_reporter: [],
  unit_reporter: [],
  hotline_operator: [],
  wcc_officer: [],
  auditor: [],
  medical_reporter: ['identity'],
  shelter_worker: ['identity', 'contact'],
  intake_officer: ['identity', 'contact'],
  police_handler: ['identity', 'contact'],
  agency_handler: ['identity'],
  child_supervisor: ['identity', 'contact'],
  child_director: ['identity', 'contact'],
  civil_affairs: ['identity', 'contact'],
  administrator: [],
};

/** Whether a role may read a class of personal data in the clear. */
export function mayReadClass(role: Role, dataClass: DataClass): boolean {
  return role === 'system' || READS[role].includes(dataClass);
}
