import { Injectable } from '@nestjs/common';
import { type LockedCase } from '../../casefile';
import { moreUrgent } from '../../kernel';
import type { Tx } from '../../platform/database';
import { OrderIssuer } from '../coordination';
import type { CaseToOpen } from './case-opener';

/** Orders that the new report asks for and the case does not have: nobody is asked twice, and there is one lead. */
@Injectable()
export class LinkedOrders {
  constructor(private readonly orders: OrderIssuer) {}

  async issue(
    tx: Tx,
    locked: LockedCase,
    { orders, report, incidentId, dto }: Pick<CaseToOpen, 'orders' | 'report' | 'incidentId' | 'dto'>,
  ): Promise<void> {
    const present = await tx.query<{ agency_id: string; role: string }>(
      `SELECT agency_id, role FROM work_order WHERE case_id = $1 AND state IN ('issued', 'accepted')`,
      [locked.id],
    );
    const holders = new Set(present.map((order) => order.agency_id));
    const hasLead = await this.hasLead(tx, locked.id);
    for (const { agency, role, task, rule } of orders) {
      if (holders.has(agency.id)) continue;
      await this.orders.issue(tx, {
        reportId: report.id,
        incidentId,
        caseId: locked.id,
        agency,
        issuedByAgencyId: tx.actor.agencyId,
        role: hasLead ? 'co' : role,
        situation: rule?.situation ?? dto.situations[0] ?? 'MR9',
        task,
        article: rule?.article ?? null,
        refusable: rule?.refusable ?? true,
        urgency: moreUrgent(locked.urgency, dto.urgency),
      });
    }
  }

  private async hasLead(tx: Tx, caseId: string): Promise<boolean> {
    const leads = await tx.query(
      `SELECT 1 FROM work_order WHERE case_id = $1 AND role = 'lead' AND state NOT IN ('returned', 'withdrawn')`,
      [caseId],
    );
    return leads.length > 0;
  }
}
