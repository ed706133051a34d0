import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database';
import { CaseService } from './case.service';
import type { LockedCase } from './locked-case';

/** How long the worker may still read a file whose work is over, to put its papers in order (D). */
const WORKER_READS_MS = 30 * 86_400_000;

/** What every ending of a case has in common: stages end, and so does the sight of those who held an order of it or were called to a conference. */
@Injectable()
export class CaseEnding {
  constructor(private readonly cases: CaseService) {}

  /** `workerStays`: the worker goes on seeing the case, because 跟踪回访 follows. */
  async end(tx: Tx, locked: LockedCase, { workerStays }: { readonly workerStays: boolean }): Promise<void> {
    for (const stage of locked.facts.openStages) await this.cases.closeStage(tx, locked.id, stage);
    await tx.execute(
      `UPDATE case_access SET valid_until = $2 WHERE case_id = $1 AND reason IN ('work_order', 'conference') AND (valid_until IS NULL OR valid_until > $2)`,
      [locked.id, tx.now],
    );
    if (!workerStays) await this.endWorkersSight(tx, locked.id);
  }

  /** Nothing is left to do for the worker, who reads on for 30 days (D). */
  async endWorkersSight(tx: Tx, caseId: string): Promise<void> {
    const until = new Date(tx.now.getTime() + WORKER_READS_MS);
    await tx.execute(
      `UPDATE case_access SET valid_until = $2 WHERE case_id = $1 AND reason = 'worker' AND (valid_until IS NULL OR valid_until > $2)`,
      [caseId, until],
    );
  }

  /** The work begins anew: who was assigned when it ended sees the case again, and nobody who worked on it before that. */
  async reviveWorkersSight(tx: Tx, locked: LockedCase): Promise<void> {
    for (const principalId of [locked.workerAgencyId, locked.workerUserId])
      if (principalId !== null) await this.cases.grant(tx, locked.id, principalId, 'worker');
  }
}
