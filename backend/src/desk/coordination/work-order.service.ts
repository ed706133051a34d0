import { Injectable } from '@nestjs/common';
import { InvalidInput, localDate, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import { DeadlineService } from '../../support/deadlines';
import type {
  AddProgressRequest,
  FinishOrderRequest,
  HandOnOrderRequest,
  RecordOnBehalfRequest,
  ReturnOrderRequest,
  SetExpectedRequest,
} from './dto/work-order.request';
import { OrderCommands } from './order-commands';
import { OrderIssuer } from './order-issuer';
import { type OrderReceipt, OrderSupport } from './order-support';
import { REFUSALS_BEFORE_RULING, workOrderWorkflow } from './work-order.workflow';

/** What the holder of an order does with it, and what intake records on a holder's behalf. */
@Injectable()
export class WorkOrderService {
  constructor(
    private readonly orders: OrderCommands,
    private readonly issuer: OrderIssuer,
    private readonly deadlines: DeadlineService,
    private readonly crypto: FieldCrypto,
    private readonly support: OrderSupport,
  ) {}

  /** 签收: stops the signing clock; the agency now owns the work. */
  accept(ctx: RequestContext, id: string): Promise<string> {
    return this.orders.act(ctx, id, 'accept', async (tx, order) => {
      await tx.execute('UPDATE work_order SET accepted_at = $2, accepted_by = $3 WHERE id = $1', [
        id,
        tx.now,
        tx.actor.userId,
      ]);
      await this.deadlines.close(tx, 'DL-053', order.id);
      return {};
    });
  }

  /**
   * 退回 with a reason: the agency loses sight of the case. The first time its issuer sends it on; the second time the
   * coordination body must rule, and the clock is that body's.
   */
  return(ctx: RequestContext, id: string, dto: ReturnOrderRequest): Promise<string> {
    return this.orders.act(ctx, id, 'return', async (tx, order) => {
      this.support.requireReturnReason(dto.reasonCode);
      const refusals = order.refusals + 1;
      await tx.execute(
        'UPDATE work_order SET returned_count = returned_count + 1, refusals = $2 WHERE id = $1',
        [id, refusals],
      );
      await this.deadlines.close(tx, ['DL-053', 'DL-056'], id);
      const body = this.support.coordinationBody(tx.actor.districtCode);
      const ruling = refusals >= REFUSALS_BEFORE_RULING;
      this.deadlines.open(tx, {
        ruleId: 'DL-054',
        subjectKind: 'work_order',
        subjectId: id,
        workOrderId: id,
        caseId: order.case_id,
        number: order.order_no,
        urgency: order.urgency,
        ownerAgencyId: ruling ? body : order.issued_by_agency_id,
        escalationAgencyId: ruling ? body : this.support.supervisorOf(order.issued_by_agency_id),
      });
      const data = dto.suggestedAgencyId ? { suggestedAgencyId: dto.suggestedAgencyId } : {};
      return { code: dto.reasonCode, note: dto.note, data: { ...data, refusals } };
    });
  }

  /** 办结 with a reply to whoever issued it. */
  finish(ctx: RequestContext, id: string, dto: FinishOrderRequest): Promise<string> {
    return this.orders.act(ctx, id, 'finish', async (tx) => {
      await tx.execute('UPDATE work_order SET finished_at = $2 WHERE id = $1', [id, tx.now]);
      await this.deadlines.close(tx, 'DL-056', id);
      return { note: dto.reply };
    });
  }

  /** 填报进展: what was done so far, before there is a result. */
  addProgress(ctx: RequestContext, id: string, dto: AddProgressRequest): Promise<string> {
    return this.orders.act(ctx, id, 'add-progress', () => Promise.resolve({ note: dto.progress }));
  }

  /** 登记预计办结: a day, said by the holder or heard by intake; no rule of law counts it. */
  setExpected(ctx: RequestContext, id: string, dto: SetExpectedRequest): Promise<string> {
    return this.orders.act(ctx, id, 'set-expected', async (tx) => {
      if (dto.expectedOn < localDate(tx.now)) throw new InvalidInput({ expectedOn: ['日期不能早于今天'] });
      await tx.execute('UPDATE work_order SET expected_on = $2 WHERE id = $1', [id, dto.expectedOn]);
      return { ...(dto.note ? { note: dto.note } : {}), data: { expectedOn: dto.expectedOn } };
    });
  }

  /** 转派 down the own line: the subordinate gets an order of its own, the holder stays 主管 and answers (首接负责). */
  handOn(ctx: RequestContext, id: string, dto: HandOnOrderRequest): Promise<string> {
    return this.orders.act(ctx, id, 'hand-on', async (tx, order) => {
      this.support.requireSubordinate(order.agency_id, dto.agencyId, 'agencyId');
      const agency = await this.support.agencyForOrder(tx, order.case_id, dto.agencyId, 'agencyId');
      const newOrderId = await this.issuer.issue(tx, {
        reportId: order.report_id,
        incidentId: order.incident_id,
        caseId: order.case_id,
        agency,
        issuedByAgencyId: order.agency_id,
        role: 'co',
        situation: order.situation,
        task: order.task,
        article: order.article,
        refusable: false,
        urgency: order.urgency,
        handedFrom: id,
      });
      return { ...(dto.note ? { note: dto.note } : {}), data: { newOrderId, agencyId: agency.id } };
    });
  }

  /** 代登记: intake records the receipt or the answer of an agency that never logs in (design §9.6). */
  recordOnBehalf(ctx: RequestContext, id: string, dto: RecordOnBehalfRequest): Promise<string> {
    return this.orders.act(ctx, id, 'record-on-behalf', async (tx, order) => {
      const at = new Date(dto.at);
      if (at > tx.now) throw new InvalidInput({ at: ['时间不能晚于现在'] });
      const state = workOrderWorkflow.next(
        dto.what === 'accept' ? 'accept' : 'finish',
        order.state,
        this.support.facts(tx.actor, order),
      );
      const former = await this.support.receipt(order.child_id, id, order.receipt);
      const receipt: OrderReceipt = { no: dto.receiptNo ?? former?.no ?? null, person: dto.person };
      await tx.execute(
        `UPDATE work_order SET on_behalf = true, receipt = $3, receipt_at = $4,
           accepted_at = coalesce(accepted_at, $4), finished_at = CASE WHEN $2 = 'finished' THEN $4 ELSE finished_at END WHERE id = $1`,
        [id, state, await this.crypto.encryptJson(order.child_id, 'work_order.receipt', id, receipt), at],
      );
      await this.deadlines.close(
        tx,
        order.is_letter && dto.what === 'accept' ? [] : ['DL-053', 'DL-056'],
        id,
      );
      return { code: dto.what, ...(dto.note ? { note: dto.note } : {}), data: { what: dto.what }, state };
    });
  }
}
