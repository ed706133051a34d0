import type { Tx } from './tx';

/** One transaction at a time about `what` of a record that cannot be locked itself; the others wait for its end. */
export async function holdUntilEnd(tx: Tx, what: string, id: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))`, [what, id]);
}
