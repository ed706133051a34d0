import { Injectable } from '@nestjs/common';
import { type Actor, InvalidInput, NotVisible, type Urgency } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import { type Tx, visibility } from '../../platform/database';
import { staffedSql } from '../../support/access';
import { AuditLog } from '../../support/audit';
import { ReferenceData } from '../../support/reference';
import { openLead, openOrder } from './open-orders';
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
  receipt: Buffer | null;
  refusals: number;
  ruling_no: string | null;
  handed_from: string | null;
  expected_on: string | null;
  /** Somebody there can sign for it now. */
  logs_in: boolean;
  other_lead: boolean;
  leads: boolean;
  has_subordinate: boolean;
  handed_open: boolean;
}

/** 回执: its number and who took the order in. */
export interface OrderReceipt {
  readonly no: string | null;
  readonly person: string;
}

type FactRow = Pick<
  OrderRow,
  | 'refusable'
  | 'is_letter'
  | 'leads'
  | 'refusals'
  | 'ruling_no'
  | 'handed_from'
  | 'logs_in'
  | 'other_lead'
  | 'has_subordinate'
  | 'handed_open'
>;

/** What the guards look at, read with the order itself. */
export const FACT_COLUMNS = `${staffedSql('w.agency_id', 'work-order.accept')} AS logs_in,
  w.role = 'lead' AND EXISTS (SELECT 1 FROM work_order o WHERE o.case_id = w.case_id AND o.id <> w.id AND ${openLead('o')}) AS other_lead,
  ${openLead('w')} AS leads,
  EXISTS (SELECT 1 FROM agency s WHERE s.supervisor_agency_id = w.agency_id) AS has_subordinate,
  EXISTS (SELECT 1 FROM work_order h WHERE h.handed_from = w.id AND ${openOrder('h')}) AS handed_open,
  w.expected_on::text AS expected_on`;

const HOLDER = 'w.agency_id = ANY (ctx_principals())';
const ISSUER = 'can_work_case(w.case_id)';
const SIDES = { holder: HOLDER, issuer: ISSUER, either: `(${HOLDER} OR ${ISSUER})` } as const;

/** Locking, facts and agency checks that orders share. */
@Injectable()
export class OrderSupport {
  constructor(
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
    private readonly crypto: FieldCrypto,
  ) {}

  /** The receipt an agency gave outside the system; null when none was recorded. */
  async receipt(childId: string, orderId: string, sealed: Buffer | null): Promise<OrderReceipt | null> {
    if (sealed === null) return null;
    return (await this.crypto.decryptJson(childId, 'work_order.receipt', orderId, sealed)) as OrderReceipt;
  }

  /** Locks an order through the visibility rule, for its holder or its issuer. @throws NotVisible 404 */
  async lock(tx: Tx, id: string, side: 'holder' | 'issuer' | 'either'): Promise<OrderRow> {
    const holds = SIDES[side];
    const [row] = await tx.query<OrderRow>(
      `SELECT w.*, c.child_id, ${FACT_COLUMNS} FROM work_order w JOIN case_file c ON c.id = w.case_id
        WHERE w.id = $1 AND ${visibility.workOrder('w')} AND ${holds} FOR NO KEY UPDATE OF w`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'work-order.lock', { subjectKind: 'work_order', subjectId: id });
    throw new NotVisible();
  }

  facts(actor: Pick<Actor, 'districtCode' | 'agencyId'>, order: FactRow): OrderFacts {
    return {
      refusable: order.refusable,
      isLetter: order.is_letter,
      isLead: order.leads,
      agencyLogsIn: order.logs_in,
      otherOpenOrder: order.other_lead,
      refusals: order.refusals,
      ruled: order.ruling_no !== null,
      handedOn: order.handed_from !== null,
      hasSubordinate: order.has_subordinate,
      handedOpen: order.handed_open,
      atCoordinationBody: this.coordinationBody(actor.districtCode) === actor.agencyId,
    };
  }

  /**
   * The agency that rules when nobody will have a task: of the kind the district chose (COORDINATION_BODY; who carries
   * the coordination is configuration, 未成年人保护法9、81). @throws Error when the district has no such agency
   */
  coordinationBody(districtCode: string): string {
    const kind = this.reference.codeName('SETTINGS', 'COORDINATION_BODY') ?? 'civil_affairs';
    const [agency] = this.reference.agenciesOfKind(districtCode, kind);
    if (agency === undefined) throw new Error(`District ${districtCode} has no coordination body ${kind}`);
    return agency.id;
  }

  /** @throws InvalidInput unless the agency stands below the holder in its own line */
  requireSubordinate(holderId: string, agencyId: string, field: string): void {
    if (this.reference.agency(agencyId)?.supervisorAgencyId !== holderId)
      throw new InvalidInput({ [field]: ['只能转派给本单位的下级单位'] });
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
