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
}

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
      `SELECT w.*, c.child_id FROM work_order w JOIN case_file c ON c.id = w.case_id
        WHERE w.id = $1 AND ${visibility.workOrder('w')} AND ${holds} FOR UPDATE OF w`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'work-order.lock', { subjectKind: 'work_order', subjectId: id });
    throw new NotVisible();
  }

  async facts(tx: Tx, order: OrderRow): Promise<OrderFacts> {
    const [row] = await tx.query<{ logs_in: boolean; other: boolean }>(
      `SELECT a.logs_in, EXISTS (SELECT 1 FROM work_order o WHERE o.case_id = $2 AND o.id <> $3 AND o.role = 'lead' AND $4 = 'lead'
                AND o.state NOT IN ('returned', 'withdrawn')) AS other FROM agency a WHERE a.id = $1`,
      [order.agency_id, order.case_id, order.id, order.role],
    );
    return { refusable: order.refusable, isLetter: order.is_letter, agencyLogsIn: row?.logs_in ?? false, otherOpenOrder: row?.other ?? false };
  }

  /** The agency an order may go to. @throws InvalidInput when it is unknown or must not know (谁不能知道) */
  async agencyForOrder(tx: Tx, caseId: string, agencyId: string, field: string): Promise<{ id: string; kind: string }> {
    const agency = this.reference.agency(agencyId);
    if (agency === undefined || agency.districtCode !== tx.actor.districtCode) throw new InvalidInput({ [field]: ['请从列表中选择单位'] });
    const excluded = await tx.query('SELECT 1 FROM case_exclusion WHERE case_id = $1 AND principal_id = $2', [caseId, agencyId]);
    if (excluded.length > 0) throw new InvalidInput({ [field]: ['该单位不能知道此案，请改选其他单位'] });
    return agency;
  }

  requireReturnReason(code: string): void {
    this.reference.requireCode('RETURN_REASONS', code, 'reasonCode');
  }
}
