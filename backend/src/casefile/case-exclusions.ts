import type { Tx } from '../platform/database';

/** 谁不能知道: every agency and person that must not know of a case. */
export async function exclusionsOf(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    'SELECT principal_id AS id FROM case_exclusion WHERE case_id = $1',
    [caseId],
  );
  return new Set(rows.map(({ id }) => id));
}
