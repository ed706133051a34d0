import { Injectable } from '@nestjs/common';
import { CaseLog, type LockedCase } from '../../casefile';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { unsettledOrder } from './open-orders';
import { OrderCommands } from './order-commands';
import { ORDER_CLOCKS } from './order-issuer';

/** 谁不能知道 after the fact: what an agency held of a case before it was excluded from it. */
@Injectable()
export class ExcludedHolders {
  constructor(
    private readonly orders: OrderCommands,
    private readonly deadlines: DeadlineService,
    private readonly log: CaseLog,
    private readonly reference: ReferenceData,
  ) {}

  /** Withdraws the orders and notices of these agencies; the case's own people read why, the agency only that it was withdrawn. */
  async withdraw(
    tx: Tx,
    { id: caseId, ownerAgencyId }: LockedCase,
    agencyIds: readonly string[],
  ): Promise<void> {
    await this.takeOver(tx, caseId, ownerAgencyId, agencyIds);
    const open = await tx.query<{ id: string }>(
      `SELECT w.id FROM work_order w WHERE w.case_id = $1 AND w.agency_id = ANY ($2) AND ${unsettledOrder('w')} ORDER BY w.id`,
      [caseId, agencyIds],
    );
    for (const { id } of open)
      await this.orders.within(tx, id, 'cancel', async () => {
        await this.deadlines.close(tx, ORDER_CLOCKS, id);
        return { code: 'excluded', data: { what: 'excluded' } };
      });
    const noticed = await tx.query<{ agency_id: string }>(
      `UPDATE agency_notice SET state = 'withdrawn' WHERE case_id = $1 AND agency_id = ANY ($2) AND state <> 'withdrawn' RETURNING agency_id`,
      [caseId, agencyIds],
    );
    if (noticed.length === 0) return;
    await this.log.record(tx, {
      action: 'case.inform-withdrawn',
      caseId,
      data: { agencyIds: noticed.map(({ agency_id: id }) => id) },
    });
  }

  /** What an excluded agency handed down its own line is answered to the owner of the case from now on. */
  private async takeOver(
    tx: Tx,
    caseId: string,
    ownerAgencyId: string,
    agencyIds: readonly string[],
  ): Promise<void> {
    const handed = await tx.query<{ id: string }>(
      `UPDATE work_order w SET issued_by_agency_id = $2, handed_from = NULL, version = version + 1
        WHERE w.case_id = $1 AND w.issued_by_agency_id = ANY ($3) AND ${unsettledOrder('w')} RETURNING w.id`,
      [caseId, ownerAgencyId, agencyIds],
    );
    await tx.execute(
      `UPDATE deadline SET owner_agency_id = $2, escalation_agency_id = $3
        WHERE work_order_id = ANY ($1) AND state = 'running' AND owner_agency_id = ANY ($4)`,
      [handed.map(({ id }) => id), ownerAgencyId, this.reference.supervisorOf(ownerAgencyId), agencyIds],
    );
  }
}
