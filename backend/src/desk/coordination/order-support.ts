import { Injectable } from '@nestjs/common';
import { InvalidInput, NotVisible, type Urgency } from '../../kernel';
import { type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { ReferenceData } from '../../support/reference';
import type { OrderFacts, OrderState } from './work-order.workflow';

export interface OrderRow {
  id: string;
  order_no: string;
  report_id: string;
  incident_id: string;
  case_id: string;
  agency_id: string;
  issued_by_agency_id: string;
  role: 'lead' | 'co';
  is_letter: boolean;
  situation: string;
  task: string;
  article: string | null;
  refusable: boolean;
  urgency: Urgency;
  state: OrderState;
  child_id: string;
  logs_in: boolean;
  other_lead: boolean;
}

/** What the guards look at, read with the order itself. */
export const FACT_COLUMNS = `(SELECT a.logs_in FROM agency a WHERE a.id = w.agency_id) AS logs_in,
  w.role = 'lead' AND EXISTS (SELECT 1 FROM work_order o WHERE o.case_id = w.case_id AND o.id <> w.id AND o.role = 'lead'
    AND o.state NOT IN ('returned', 'withdrawn')) AS other_lead`;

/** Locking, facts and agency checks that orders share. */
@Injectable()
export class OrderSupport {
  constructor(
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** Locks an order through the visibility rule, for its holder or its issuer. @throws NotVisible 404 */
  async lock(tx: Tx, id: string, side: 'holder' | 'issuer'): Promise<OrderRow> {
    const holds = side === 'holder' ? 'w.agency_id = ANY (ctx_principals())' : 'can_work_case(w.case_id)';
    const [row] = await tx.query<OrderRow>(
      `SELECT w.*, c.child_id, ${FACT_COLUMNS} FROM work_order w JOIN case_file c ON c.id = w.case_id
        WHERE w.id = $1 AND ${visibility.workOrder('w')} AND ${holds} FOR NO KEY UPDATE OF w`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'work-order.lock', { subjectKind: 'work_order', subjectId: id });
    throw new NotVisible();
  }

  facts(order: Pick<OrderRow, 'refusable' | 'is_letter' | 'logs_in' | 'other_lead'>): OrderFacts {
    return {
      refusable: order.refusable,
      isLetter: order.is_letter,
      agencyLogsIn: order.logs_in,
      otherOpenOrder: order.other_lead,
    };
  }

  /** The agency an order may go to. @throws InvalidInput when it is unknown or must not know (谁不能知道) */
  async agencyForOrder(
    tx: Tx,
    caseId: string,
    agencyId: string,
    field: string,
  ): Promise<{ id: string; kind: string }> {
    const agency = this.reference.agency(agencyId);
    if (agency?.districtCode !== tx.actor.districtCode)
      throw new InvalidInput({ [field]: ['请从列表中选择单位'] });
    const excluded = await tx.query('SELECT 1 FROM case_exclusion WHERE case_id = $1 AND principal_id = $2', [
      caseId,
      agencyId,
    ]);
    if (excluded.length > 0) throw new InvalidInput({ [field]: ['该单位不能知道此案，请改选其他单位'] });
    return agency;
  }

  /** Who hears of an overdue order besides its holder: whoever supervises the desk that issued it. */
  supervisorOf(agencyId: string): string {
    return this.reference.supervisorOf(agencyId);
  }

  requireReturnReason(code: string): void {
    this.reference.requireCode('RETURN_REASONS', code, 'reasonCode');
  }
}
