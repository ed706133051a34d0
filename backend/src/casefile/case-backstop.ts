import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database';
import { type Agency, DISTRICT_DESKS, ReferenceData } from '../support/reference';
import { CaseClocks } from './case-clocks';
import { exclusionsOf } from './case-exclusions';
import { CaseLog } from './case-log';
import type { LockedCase } from './locked-case';

/** Why a district desk sees a case it works on for a place without accounts: the reason of its `case_access`. */
export const BACKSTOP = 'backstop';

/** SQL: the case `c` is worked on by a district desk in place of its township (区级兜底). */
export const IS_BACKSTOP = `EXISTS (SELECT 1 FROM case_access b WHERE b.case_id = c.id AND b.reason = '${BACKSTOP}'
  AND b.principal_id = c.worker_agency_id AND b.valid_from <= ctx_now() AND (b.valid_until IS NULL OR b.valid_until > ctx_now()))`;

/** Who works on a case, and for what reason it sees it. */
export interface ActingWorker {
  readonly agency: Agency;
  readonly reason: 'worker' | typeof BACKSTOP;
}

/** 区级兜底: a case never lies with an agency where nobody can sign in. */
@Injectable()
export class CaseBackstop {
  constructor(
    private readonly reference: ReferenceData,
    private readonly clocks: CaseClocks,
    private readonly log: CaseLog,
  ) {}

  /** Who works on a case of the place, from the township up; undefined where nobody can. */
  actingFor(
    districtCode: string,
    regionCode: string,
    excluded: ReadonlySet<string>,
  ): ActingWorker | undefined {
    const agency = this.reference.whoActs({
      districtCode,
      regionCode,
      permission: 'case.visit',
      from: 'township',
      excluded,
    });
    if (agency === undefined) return undefined;
    return { agency, reason: DISTRICT_DESKS.includes(agency.kind) ? BACKSTOP : 'worker' };
  }

  /**
   * A new duty begins on a case: a worker where nobody can sign in any more gives way to the nearest level that can. The
   * log says so. Work that lies there already is not moved: its supervisor is asked to assign it.
   */
  async ensure(tx: Tx, locked: LockedCase): Promise<LockedCase> {
    const { id, workerAgencyId, regionCode } = locked;
    if (workerAgencyId === null || this.reference.hasPeople(workerAgencyId, 'case.visit')) return locked;
    const { districtCode } = tx.actor;
    const acting = this.actingFor(districtCode, regionCode ?? districtCode, await exclusionsOf(tx, id));
    if (acting === undefined) return locked;
    const { agency, reason } = acting;
    await tx.execute(
      'UPDATE case_file SET worker_agency_id = $2, worker_user_id = NULL, version = version + 1 WHERE id = $1',
      [id, agency.id],
    );
    await tx.execute(
      `UPDATE case_access SET valid_until = $2 WHERE case_id = $1 AND reason = ANY ($3) AND (valid_until IS NULL OR valid_until > $2)`,
      [id, tx.now, ['worker', BACKSTOP]],
    );
    await tx.execute(
      `INSERT INTO case_access (case_id, principal_id, district_code, reason, valid_from) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (case_id, principal_id, reason) DO UPDATE SET valid_from = excluded.valid_from, valid_until = NULL`,
      [id, agency.id, districtCode, reason, tx.now],
    );
    await this.clocks.handOver(tx, locked, agency.id, null);
    await this.log.record(tx, { action: 'case.backstop', caseId: id, data: { agencyId: agency.id } });
    return { ...locked, workerAgencyId: agency.id, workerUserId: null };
  }
}
