import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { InvalidInput, moreUrgent } from '../../kernel';
import type { Tx } from '../../platform/database';
import { isLed, openOrder, OrderIssuer, orderTerms } from '../coordination';
import type { CaseToOpen } from './case-opener';

/** Orders that the new report asks for and the case does not have: nobody is asked twice, and one leads. */
@Injectable()
export class LinkedOrders {
  constructor(
    private readonly orders: OrderIssuer,
    private readonly cases: CaseService,
  ) {}

  /** @throws InvalidInput 422 for an agency that an earlier report keeps from the case */
  async issue(
    tx: Tx,
    locked: LockedCase,
    { orders, report, incidentId, dto }: Pick<CaseToOpen, 'orders' | 'report' | 'incidentId' | 'dto'>,
  ): Promise<void> {
    await this.requireAllowed(tx, locked.id, dto);
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

  private async requireAllowed(tx: Tx, caseId: string, { orders }: CaseToOpen['dto']): Promise<void> {
    const excluded = await this.cases.excludedAmong(
      tx,
      caseId,
      orders.map(({ agencyId }) => agencyId),
    );
    const errors = orders.flatMap(({ agencyId }, index) =>
      excluded.has(agencyId)
        ? [
            [
              `orders.${index}.agencyId`,
              ['该单位不能知道要并入的个案，不能派单；请取消这一项或另立个案'],
            ] as const,
          ]
        : [],
    );
    if (errors.length > 0) throw new InvalidInput(Object.fromEntries(errors));
  }
}
