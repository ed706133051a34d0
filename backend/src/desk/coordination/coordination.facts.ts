import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CaseFacts, CaseFactSources, CaseSections } from '../../casefile';
import type { Tx } from '../../platform/database';
import { unsettledOrder } from './open-orders';
import { AgencyNoticeQueries } from './agency-notice.queries';
import { WorkOrderQueries } from './work-order.queries';

/** What coordination knows of a case: how many orders are open; orders and notices for the case page. */
@Injectable()
export class CoordinationFacts implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
    private readonly orders: WorkOrderQueries,
    private readonly notices: AgencyNoticeQueries,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'coordination', read: openOrders });
    this.sections.register('workOrders', (tx, file) => this.orders.ofCase(tx, file.id));
    this.sections.register('agencyNotices', (tx, file) => this.notices.ofCase(tx, file.id));
  }
}

/** A letter to a court or procuratorate does not hold up a case: its answer comes in its own time. */
async function openOrders(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM work_order w WHERE w.case_id = $1 AND ${unsettledOrder('w')} AND NOT w.is_letter`,
    [caseId],
  );
  return { openOrders: row?.open ?? 0 };
}
