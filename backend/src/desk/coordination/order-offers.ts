import { Injectable } from '@nestjs/common';
import { exclusionsOf } from '../../casefile';
import { NotVisible, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { type Agency, ReferenceData } from '../../support/reference';
import type { OrderOffer, OrderOffersResponse } from './dto/order-offer.response';
import { openLead, unsettledOrders } from './open-orders';
import { type OrderRule, RoutingTable } from './routing-table';

interface CaseRow {
  situations: string[];
  region_code: string | null;
  incident_id: string;
  summary: Buffer;
  is_led: boolean;
}

const CASE = `SELECT c.situations, c.region_code, c.incident_id, i.summary,
    EXISTS (SELECT 1 FROM work_order w WHERE w.case_id = c.id AND ${openLead('w')}) AS is_led
  FROM case_file c JOIN incident i ON i.id = c.incident_id
 WHERE c.id = $1 AND ${visibility.case('c')} AND ${visibility.casework('c')}`;

/** Whom a case can still call, with the task the routing table has for each; a person decides. */
@Injectable()
export class OrderOffers {
  constructor(
    private readonly database: AppDatabase,
    private readonly crypto: FieldCrypto,
    private readonly routing: RoutingTable,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404 for who does not work on the case */
  get(ctx: RequestContext, caseId: string): Promise<OrderOffersResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<CaseRow>(CASE, [caseId]);
      if (row === undefined) {
        await this.audit.refused(ctx, 'case.order-offers', { subjectKind: 'case', subjectId: caseId });
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'case.order-offers', subjectKind: 'case', subjectId: caseId });
      const { incident_id: incidentId, summary } = row;
      return {
        summary: await this.crypto.decrypt(incidentId, 'incident.summary', incidentId, summary),
        isLed: row.is_led,
        offers: await this.offers(tx, caseId, row),
      };
    });
  }

  private async offers(tx: Tx, caseId: string, file: CaseRow): Promise<OrderOffer[]> {
    // 谁不能知道 comes before any name is offered.
    const closed = new Set([
      ...(await exclusionsOf(tx, caseId)),
      ...(await unsettledOrders(tx, caseId)).keys(),
    ]);
    const rows = await this.routing.rowsFor(tx, file.situations);
    const { districtCode } = tx.actor;
    const nearest = rows.flatMap((row) =>
      this.reference
        .agenciesOfKind(districtCode, row.agency_kind, file.region_code ?? undefined)
        .filter(({ id }) => !closed.has(id))
        .slice(0, 1),
    );
    const suggested = new Set(nearest.map(({ id }) => id));
    const others = this.reference
      .agenciesOf(districtCode)
      .filter(({ id }) => !closed.has(id) && !suggested.has(id));
    return [...nearest, ...others].map((agency) => this.offer(agency, rows, file.is_led, suggested));
  }

  private offer(
    agency: Agency,
    rows: readonly OrderRule[],
    isLed: boolean,
    suggested: ReadonlySet<string>,
  ): OrderOffer {
    const row = rows.find(({ agency_kind }) => agency_kind === agency.kind);
    const proposal = this.routing.propose(agency, row);
    return {
      ...proposal,
      role: isLed || proposal.isLetter ? 'co' : proposal.role,
      suggested: suggested.has(agency.id),
    };
  }
}
