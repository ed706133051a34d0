import { InvalidInput } from '../../kernel';
import { holdUntilEnd, type Tx } from '../../platform/database';
import type { Agency, ReferenceData } from '../reference';

/** One change of a roster at a time. */
export function lockRoster(tx: Tx, agencyId: string): Promise<void> {
  return holdUntilEnd(tx, 'duty', agencyId);
}

/** @throws InvalidInput 422 at `field` unless the person works there */
export function requireColleague(
  reference: ReferenceData,
  { id, districtCode }: Pick<Agency, 'id' | 'districtCode'>,
  userId: string,
  field: string,
): void {
  const works = reference
    .handlersOf(districtCode)
    .some((person) => person.id === userId && person.agencyId === id);
  if (!works) throw new InvalidInput({ [field]: ['请从本单位的人员中选择；新来的同事要先有账号'] });
}
