import { InvalidInput } from '../../kernel';
import type { Tx } from '../../platform/database';
import type { Agency, ReferenceData } from '../reference';

/** One change of a roster at a time. */
export async function lockRoster(tx: Tx, agencyId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('duty ' || $1, 0))`, [agencyId]);
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
