import type { Person, UpdatePerson } from '../api';

/** The fields of a person that can be edited here. */
const FIELDS = ['name', 'sex', 'birthDate', 'birthDateEstimated', 'phone', 'address', 'school'] as const;

export type PersonFormValues = Pick<UpdatePerson, (typeof FIELDS)[number]>;

/** What the form starts with: hidden parts are not in it, so they cannot be overwritten. */
export function editableOf(person: Person): PersonFormValues {
  const shown = FIELDS.filter((field) => !person._masked.includes(field));
  return Object.fromEntries(shown.map((field) => [field, person[field] ?? '']));
}

/** Only what differs from the record the reader saw; what was emptied is null, what was hidden is never sent. */
export function changesOf(base: Person, values: PersonFormValues): Partial<PersonFormValues> {
  const shown = FIELDS.filter((field) => !base._masked.includes(field));
  const changed = shown.filter((field) => (values[field] ?? '') !== (base[field] ?? ''));
  return Object.fromEntries(changed.map((field) => [field, emptied(values[field]) ? null : values[field]]));
}

function emptied(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
