import { Injectable } from '@nestjs/common';
import { type LocalDate, newId, type Urgency } from '../../kernel';
import { CaseLog, CaseService } from '../../casefile';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { WorkOrderEntity, WorkOrderStepEntity } from './entities';
import { Numbers } from './numbers';
import { requireNoLead } from './open-orders';
import { LETTER_KINDS } from './work-order.workflow';

export interface NewOrder {
  readonly reportId: string;
  readonly incidentId: string;
  readonly caseId: string;
  readonly agency: { readonly id: string; readonly kind: string };
  readonly issuedByAgencyId: string;
  readonly role: 'lead' | 'co';
  readonly situation: string;
  readonly task: string;
  readonly article: string | null;
  readonly refusable: boolean;
  readonly urgency: Urgency;
  /** How often the task was refused before. */
  readonly refusals?: number;
  readonly rulingNo?: string;
  /** The order of the agency that hands this one on. */
  readonly handedFrom?: string;
  /** 预计办结 as the issuer asks for it. */
  readonly expectedOn?: LocalDate;
}

/** Issues work orders: the row, its first step, the agency's sight of the case, its clock and its message. */
@Injectable()
export class OrderIssuer {
  constructor(
    private readonly numbers: Numbers,
    private readonly deadlines: DeadlineService,
    private readonly log: CaseLog,
    private readonly cases: CaseService,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws ActionRefused 409 for a second lead of the case */
  async issue(tx: Tx, order: NewOrder): Promise<string> {
    if (order.role === 'lead') await requireNoLead(tx, order.caseId);
    const id = newId(tx.now.getTime());
    const isLetter = LETTER_KINDS.has(order.agency.kind);
    const orderNo = await this.numbers.next(isLetter ? 'XZ' : 'XB');
    const { districtCode } = tx.actor;
    tx.insert(WorkOrderEntity, {
      id,
      districtCode,
      orderNo,
      reportId: order.reportId,
      incidentId: order.incidentId,
      caseId: order.caseId,
      agencyId: order.agency.id,
      issuedByAgencyId: order.issuedByAgencyId,
      role: order.role,
      isLetter,
      situation: order.situation,
      task: order.task,
      article: order.article,
      refusable: order.refusable,
      urgency: order.urgency,
      state: 'issued',
      returnedCount: 0,
      refusals: order.refusals ?? 0,
      rulingNo: order.rulingNo ?? null,
      handedFrom: order.handedFrom ?? null,
      expectedOn: order.expectedOn ?? null,
      issuedAt: tx.now,
      onBehalf: false,
      version: 1,
    });
    tx.insert(WorkOrderStepEntity, step(tx, id, 'issued'));
    await this.cases.grant(tx, order.caseId, order.agency.id, 'work_order');
    // A court or procuratorate is asked again after a while (DL-056); our own agencies sign for their orders (DL-053).
    this.deadlines.open(tx, {
      ruleId: isLetter ? 'DL-056' : 'DL-053',
      subjectKind: 'work_order',
      subjectId: id,
      workOrderId: id,
      caseId: order.caseId,
      number: orderNo,
      urgency: order.urgency,
      ownerAgencyId: isLetter ? order.issuedByAgencyId : order.agency.id,
      escalationAgencyId: this.reference.supervisorOf(order.issuedByAgencyId),
    });
    await this.log.record(tx, {
      action: 'order.issued',
      caseId: order.caseId,
      workOrderId: id,
      data: { role: order.role, agencyId: order.agency.id },
    });
    return id;
  }
}

/** Clocks of an order's own; none runs once it is withdrawn. */
export const ORDER_CLOCKS = ['DL-053', 'DL-054', 'DL-056'] as const;

/** One entry in the life of an order. */
export function step(
  tx: Tx,
  workOrderId: string,
  name: string,
  extra: { readonly code?: string; readonly note?: Buffer | null; readonly number?: string } = {},
): Partial<WorkOrderStepEntity> {
  return {
    id: newId(tx.now.getTime()),
    districtCode: tx.actor.districtCode,
    workOrderId,
    at: tx.now,
    actorUserId: tx.actor.userId,
    actorAgencyId: tx.actor.agencyId,
    step: name,
    code: extra.code ?? null,
    number: extra.number ?? null,
    note: extra.note ?? null,
  };
}
