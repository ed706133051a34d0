import { Injectable } from '@nestjs/common';
import { CaseLog } from '../../casefile';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { OrderCommands } from './order-commands';
import { ORDER_CLOCKS } from './order-issuer';

/** 谁不能知道 after the fact: what an agency held of a case before it was excluded from it. */
@Injectable()
export class ExcludedHolders {
  constructor(
    private readonly orders: OrderCommands,
    private readonly deadlines: DeadlineService,
    private readonly log: CaseLog,
  ) {}

  /** Withdraws the orders and notices of these agencies; the case's own people read why, the agency only that it was withdrawn. */
  async withdraw(tx: Tx, caseId: string, agencyIds: readonly string[]): Promise<void> {
    const open = await tx.query<{ id: string }>(
      `SELECT id FROM work_order WHERE case_id = $1 AND agency_id = ANY ($2) AND state IN ('issued', 'accepted', 'returned') ORDER BY id`,
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
}
