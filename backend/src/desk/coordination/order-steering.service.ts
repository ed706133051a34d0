import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import type {
  CancelOrderRequest,
  OrderNoteRequest,
  ReissueOrderRequest,
  RuleOrderRequest,
} from './dto/work-order.request';
import { Numbers } from './numbers';
import { isLed, openLead } from './open-orders';
import { OrderCommands } from './order-commands';
import { ORDER_CLOCKS, OrderIssuer } from './order-issuer';
import { type OrderRow, OrderSupport } from './order-support';

/** What issuer and coordination body do with an order that others hold. */
@Injectable()
export class OrderSteeringService {
  constructor(
    private readonly orders: OrderCommands,
    private readonly issuer: OrderIssuer,
    private readonly deadlines: DeadlineService,
    private readonly numbers: Numbers,
    private readonly support: OrderSupport,
  ) {}

  /** 改派 a returned order to another agency; the old order is withdrawn and the new one carries the work. */
  reissue(ctx: RequestContext, id: string, dto: ReissueOrderRequest): Promise<string> {
    return this.orders.act(ctx, id, 'reissue', async (tx, order) => {
      const data = await this.sendOn(tx, order, dto.agencyId, { refusable: order.refusable });
      return { ...(dto.note ? { note: dto.note } : {}), data };
    });
  }

  /** 裁定 after the second refusal: numbered, with written reasons, and the agency it names cannot refuse. */
  rule(ctx: RequestContext, id: string, dto: RuleOrderRequest): Promise<string> {
    return this.orders.act(ctx, id, 'rule', async (tx, order) => {
      const number = await this.numbers.ruling(tx);
      const data = await this.sendOn(tx, order, dto.agencyId, { refusable: false, rulingNo: number });
      return { number, note: dto.reason, data };
    });
  }

  /** 催办 by hand; the clock urges by itself when it is due. */
  urge(ctx: RequestContext, id: string, dto: OrderNoteRequest): Promise<string> {
    return this.orders.act(ctx, id, 'urge', () => Promise.resolve(dto.note ? { note: dto.note } : {}));
  }

  /** 督办 by hand, numbered in the one series of the district. */
  supervise(ctx: RequestContext, id: string, dto: OrderNoteRequest): Promise<string> {
    return this.orders.act(ctx, id, 'supervise', async (tx) => {
      const number = await this.numbers.supervision(tx);
      return { number, ...(dto.note ? { note: dto.note } : {}) };
    });
  }

  /** 再次商请: the letter goes out again, and its five working days begin anew (DL-056). */
  askAgain(ctx: RequestContext, id: string, dto: OrderNoteRequest): Promise<string> {
    return this.orders.act(ctx, id, 'ask-again', async (tx, order) => {
      await this.deadlines.close(tx, 'DL-056', id);
      this.deadlines.open(tx, {
        ruleId: 'DL-056',
        subjectKind: 'work_order',
        subjectId: id,
        workOrderId: id,
        caseId: order.case_id,
        number: order.order_no,
        urgency: order.urgency,
        ownerAgencyId: order.issued_by_agency_id,
        escalationAgencyId: this.support.supervisorOf(order.issued_by_agency_id),
      });
      return dto.note ? { note: dto.note } : {};
    });
  }

  /** 变更主办: exactly one agency leads; who led until now goes on as 协办. */
  changeLead(ctx: RequestContext, id: string, dto: OrderNoteRequest): Promise<string> {
    return this.orders.act(ctx, id, 'change-lead', async (tx, order) => {
      // First the one, then the other: two leads never stand side by side, not even inside a statement.
      if (await isLed(tx, order.case_id))
        await tx.execute(
          `UPDATE work_order w SET role = 'co', version = version + 1 WHERE w.case_id = $1 AND ${openLead('w')}`,
          [order.case_id],
        );
      await tx.execute(`UPDATE work_order SET role = 'lead', version = version + 1 WHERE id = $1`, [id]);
      return dto.note ? { note: dto.note } : {};
    });
  }

  /** 撤回 with a reason: nothing is asked of the agency any more, and it loses sight of the case. */
  cancel(ctx: RequestContext, id: string, dto: CancelOrderRequest): Promise<string> {
    return this.orders.act(ctx, id, 'cancel', async (tx) => {
      await this.deadlines.close(tx, ORDER_CLOCKS, id);
      return { note: dto.reason };
    });
  }

  private async sendOn(
    tx: Tx,
    order: OrderRow,
    agencyId: string,
    terms: { readonly refusable: boolean; readonly rulingNo?: string },
  ): Promise<{ newOrderId: string; agencyId: string }> {
    const agency = await this.support.agencyForOrder(tx, order.case_id, agencyId, 'agencyId');
    await this.deadlines.close(tx, 'DL-054', order.id);
    const newOrderId = await this.issuer.issue(tx, {
      reportId: order.report_id,
      incidentId: order.incident_id,
      caseId: order.case_id,
      agency,
      issuedByAgencyId: tx.actor.agencyId,
      role: order.role,
      situation: order.situation,
      task: order.task,
      article: order.article,
      urgency: order.urgency,
      refusals: order.refusals,
      ...terms,
    });
    return { newOrderId, agencyId: agency.id };
  }
}
