import type { Tx } from '../platform/database';
import type { CaseReader } from './case-fields.policy';
import type { CaseRow } from './case-rows';

/** Who reads one case: the actor, and the part the actor has in it. */
export function readerOf(tx: Tx, row: Pick<CaseRow, 'works' | 'is_worker'>): CaseReader {
  const { role, agencyKind } = tx.actor;
  return { role, agencyKind, works: row.works, isWorker: row.is_worker };
}
