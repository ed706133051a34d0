import type { IdentityInput } from './rules/person-check';

/** A person as a form states it. */
export interface NewPerson extends IdentityInput {
  readonly kind: 'child' | 'adult';
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly regionCode?: string | null | undefined;
  readonly school?: string | null | undefined;
}

/** Changes to a person: an absent field stays, null or an empty text clears it. */
export type PersonChanges = Partial<Omit<NewPerson, 'kind'>>;

/** 监护人类型 (domain dictionary): 法定, 指定, 委托照护人, 临时. */
export type GuardianKind = 'legal' | 'appointed' | 'entrusted' | 'temporary';

export interface NewRelation {
  readonly personId: string;
  readonly childId: string;
  /** What the person is to the child (GB/T 4761), set RELATIONS. */
  readonly code: string;
  readonly guardianKind?: GuardianKind | null | undefined;
}

/** A row of `person`; dates as text, because the driver would read them in the time zone of the process. */
export interface PersonRow {
  readonly id: string;
  readonly kind: 'child' | 'adult';
  readonly name: Buffer | null;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly birth_date: string | null;
  readonly birth_date_estimated: boolean;
  readonly id_kind: string;
  readonly id_number: Buffer | null;
  readonly no_id_reason: string | null;
  readonly phone: Buffer | null;
  readonly address: Buffer | null;
  readonly region_code: string | null;
  readonly school: Buffer | null;
  readonly version: number;
}

export const PERSON_COLUMNS = `p.id, p.kind, p.name, p.sex, p.birth_date::text AS birth_date, p.birth_date_estimated, p.id_kind, p.id_number,
  p.no_id_reason, p.phone, p.address, p.region_code, p.school, p.version`;
