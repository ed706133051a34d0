import type { DataSource } from 'typeorm';
import { ALL_INVARIANTS } from '@tonghu/backend/app';
import { findBroken, type InvariantReader } from '@tonghu/backend/support/invariants';

/** Every invariant that does not hold over the whole database, a line each; empty is the promise. */
export async function brokenPromises(owner: DataSource | InvariantReader, now: Date): Promise<string[]> {
  const read: InvariantReader =
    typeof owner === 'function' ? owner : (sql, values) => owner.query(sql, values);
  const findings = await findBroken(ALL_INVARIANTS, read, now);
  return findings.flatMap(({ id, broken, examples }) =>
    broken === 0 ? [] : [`${id}: ${broken} (${examples.join(', ')})`],
  );
}
