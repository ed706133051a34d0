import type { AccountRole } from '@tonghu/backend/kernel';

/** An agency of an invented district. */
export interface SeedAgency {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly regionCode: string;
  readonly supervisorId?: string;
  /** Stays out of the system although its kind would not: its people work on their own network. */
  readonly staysOut?: boolean;
}

/** An account of an invented district. */
export interface SeedAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: AccountRole;
  readonly agencyId: string;
  /** What to try first. */
  readonly hint: string;
}

export interface SeedDistrict {
  readonly districtCode: string;
  readonly agencies: readonly SeedAgency[];
  readonly accounts: readonly SeedAccount[];
}
