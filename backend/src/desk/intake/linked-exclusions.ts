import { Injectable } from '@nestjs/common';
import { CaseBackstop, CaseClocks, CaseExclusionEntity, CaseService, type LockedCase } from '../../casefile';
import type { Tx } from '../../platform/database';
import { ExcludedHolders } from '../coordination';

/** 谁不能知道 of a new report, on the case it joins: written before anything that could reach somebody. */
@Injectable()
export class LinkedExclusions {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly holders: ExcludedHolders,
    private readonly backstop: CaseBackstop,
  ) {}

  /**
   * Whoever works on the case and must not know of the report loses the case, and its open order; the clocks go back to
   * the owner, or to the level that acts where nobody can sign in.
   */
  async add(tx: Tx, locked: LockedCase, exclusions: ReadonlyMap<string, string>): Promise<LockedCase> {
    const known = await this.cases.excludedAmong(tx, locked.id, [...exclusions.keys()]);
    for (const [principalId, hint] of exclusions) {
      if (known.has(principalId)) continue;
      tx.insert(CaseExclusionEntity, {
        caseId: locked.id,
        principalId,
        districtCode: tx.actor.districtCode,
        hint,
        since: tx.now,
      });
    }
    await this.holders.withdraw(tx, locked, [...exclusions.keys()]);
    return this.backstop.ensure(tx, await this.handBack(tx, locked, exclusions));
  }

  private async handBack(
    tx: Tx,
    locked: LockedCase,
    exclusions: ReadonlyMap<string, string>,
  ): Promise<LockedCase> {
    const { workerAgencyId, workerUserId, ownerAgencyId } = locked;
    const agencyOut = workerAgencyId !== null && exclusions.has(workerAgencyId);
    const userOut = workerUserId !== null && exclusions.has(workerUserId);
    if (!agencyOut && !userOut) return locked;
    await tx.execute('UPDATE case_file SET worker_agency_id = $2, worker_user_id = NULL WHERE id = $1', [
      locked.id,
      agencyOut ? null : workerAgencyId,
    ]);
    await this.clocks.handOver(
      tx,
      locked,
      agencyOut ? ownerAgencyId : (workerAgencyId ?? ownerAgencyId),
      null,
    );
    return { ...locked, workerAgencyId: agencyOut ? null : workerAgencyId, workerUserId: null };
  }
}
