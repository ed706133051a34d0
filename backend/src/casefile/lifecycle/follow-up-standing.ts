import type { Tx } from '../../platform/database';
import { followUpsFor } from './follow-up.rules';

/** How far 跟踪回访 of the latest closing has come. */
export interface FollowUpStanding {
  readonly closingId: string;
  readonly total: number;
  readonly left: number;
}

/** Undefined for a case that nobody signed closed. A person of age is not followed up any more (未成年人保护法 2). */
export async function followUpStanding(tx: Tx, caseId: string): Promise<FollowUpStanding | undefined> {
  const [row] = await tx.query<{ id: string; reason: string; done: number; of_age: boolean }>(
    `SELECT k.id, k.reason, (SELECT count(*)::int FROM case_follow_up f WHERE f.closing_id = k.id AND f.seen_child) AS done,
            coalesce(p.birth_date + interval '18 years' <= ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, false) AS of_age
       FROM case_closing k JOIN case_file c ON c.id = k.case_id LEFT JOIN person p ON p.id = c.child_id
      WHERE k.case_id = $1 AND k.signed_at IS NOT NULL ORDER BY k.signed_at DESC, k.id DESC LIMIT 1`,
    [caseId, tx.now],
  );
  if (row === undefined) return undefined;
  const total = followUpsFor(row.reason);
  return { closingId: row.id, total, left: row.of_age ? 0 : Math.max(0, total - row.done) };
}
