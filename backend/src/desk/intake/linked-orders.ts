import { Injectable } from '@nestjs/common';
import { type LockedCase } from '../../casefile';
import { moreUrgent } from '../../kernel';
import type { Tx } from '../../platform/database';
import { isLed, openOrder, OrderIssuer, orderTerms } from '../coordination';
import type { CaseToOpen } from './case-opener';

/** Orders that the new report asks for and the case does not have: nobody is asked twice, and one leads. */
@Injectable()
export class LinkedOrders {
  constructor(private readonly orders: OrderIssuer) {}

  async issue(
    tx: Tx,
    locked: LockedCase,
    { orders, report, incidentId, dto }: Pick<CaseToOpen, 'orders' | 'report' | 'incidentId' | 'dto'>,
  ): Promise<void> {
    const present = await tx.query<{ agency_id: string }>(
      `SELECT w.agency_id FROM work_order w WHERE w.case_id = $1 AND ${openOrder('w')}`,
      [locked.id],
    );
    const holders = new Set(present.map((order) => order.agency_id));
    let led = await isLed(tx, locked.id);
    for (const { agency, role, task, rule } of orders) {
      if (holders.has(agency.id)) continue;
      await this.orders.issue(tx, {
        reportId: report.id,
        incidentId,
        caseId: locked.id,
        agency,
        issuedByAgencyId: tx.actor.agencyId,
        role: led ? 'co' : role,
        task,
        urgency: moreUrgent(locked.urgency, dto.urgency),
        ...orderTerms(rule, dto.situations),
      });
      led ||= role === 'lead';
    }
  }
}
