import { Injectable } from '@nestjs/common';
import { InvalidInput, newId, type RequestContext } from '../../kernel';
import { CaseLog } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { Commands } from '../../support/commands';
import { DeadlineService } from '../../support/deadlines';
import type {
  FinishOrderRequest,
  RecordOnBehalfRequest,
  ReissueOrderRequest,
  ReturnOrderRequest,
  UrgeOrderRequest,
} from './dto/work-order.request';
import { WorkOrderStepEntity } from './entities';
import { OrderIssuer, step } from './order-issuer';
import { type OrderRow, OrderSupport } from './order-support';
import { ORDER_SIDES, type OrderAction, workOrderWorkflow } from './work-order.workflow';

interface NotePart {
  readonly code?: string;
  readonly note?: string;
  readonly data?: Record<string, string | number>;
}

/** What holders and issuers do with an order. Lock, then check, then write; the loser of a race gets 409. */
@Injectable()
export class WorkOrderService {
  constructor(
    private readonly commands: Commands,
    private readonly issuer: OrderIssuer,
    private readonly deadlines: DeadlineService,
    private readonly log: CaseLog,
    private readonly crypto: FieldCrypto,
    private readonly support: OrderSupport,
  ) {}

  /** 签收: stops the signing clock; the agency now owns the work. */
  accept(ctx: RequestContext, id: string): Promise<string> {
    return this.act(ctx, id, 'accept', async (tx, order) => {
      await tx.execute('UPDATE work_order SET accepted_at = $2, accepted_by = $3 WHERE id = $1', [
        id,
        tx.now,
        tx.actor.userId,
      ]);
      await this.deadlines.close(tx, 'DL-053', order.id);
      return {};
    });
  }

  /** 退回 with a reason: the agency loses sight of the case, intake gets the order back and a clock to send it on. */
  return(ctx: RequestContext, id: string, dto: ReturnOrderRequest): Promise<string> {
    return this.act(ctx, id, 'return', async (tx, order) => {
      this.support.requireReturnReason(dto.reasonCode);
      await tx.execute('UPDATE work_order SET returned_count = returned_count + 1 WHERE id = $1', [id]);
      await this.deadlines.close(tx, 'DL-053', id);
      this.deadlines.open(tx, {
        ruleId: 'DL-054',
        subjectKind: 'work_order',
        subjectId: id,
        workOrderId: id,
        caseId: order.case_id,
        number: order.order_no,
        urgency: order.urgency,
        ownerAgencyId: order.issued_by_agency_id,
        escalationAgencyId: this.support.supervisorOf(order.issued_by_agency_id),
      });
      const data = dto.suggestedAgencyId ? { suggestedAgencyId: dto.suggestedAgencyId } : {};
      return { code: dto.reasonCode, note: dto.note, data };
    });
  }

  /** 办结 with a reply to intake. */
  finish(ctx: RequestContext, id: string, dto: FinishOrderRequest): Promise<string> {
    return this.act(ctx, id, 'finish', async (tx) => {
      await tx.execute('UPDATE work_order SET finished_at = $2 WHERE id = $1', [id, tx.now]);
      return { note: dto.reply };
    });
  }

  /** 代登记: intake records the receipt or the answer of an agency that never logs in (design §9.6). */
  recordOnBehalf(ctx: RequestContext, id: string, dto: RecordOnBehalfRequest): Promise<string> {
    return this.act(ctx, id, 'record-on-behalf', async (tx, order) => {
      const at = new Date(dto.at);
      if (at > tx.now) throw new InvalidInput({ at: ['时间不能晚于现在'] });
      const next = workOrderWorkflow.next(
        dto.what === 'accept' ? 'accept' : 'finish',
        order.state,
        this.support.facts(order),
      );
      await tx.execute(
        `UPDATE work_order SET state = $2, on_behalf = true, receipt_no = coalesce($3, receipt_no), receipt_person = $4, receipt_at = $5,
           accepted_at = coalesce(accepted_at, $5), finished_at = CASE WHEN $2 = 'finished' THEN $5 ELSE finished_at END WHERE id = $1`,
        [id, next, dto.receiptNo ?? null, dto.person, at],
      );
      await this.deadlines.close(
        tx,
        order.is_letter && dto.what === 'accept' ? [] : ['DL-053', 'DL-056'],
        id,
      );
      return { code: dto.what, ...(dto.note ? { note: dto.note } : {}), data: { what: dto.what } };
    });
  }

  /** 改派 a returned order to another agency; the old order is withdrawn and the new one carries the work. */
  reissue(ctx: RequestContext, id: string, dto: ReissueOrderRequest): Promise<string> {
    let newOrderId = id;
    return this.act(ctx, id, 'reissue', async (tx, order) => {
      const agency = await this.support.agencyForOrder(tx, order.case_id, dto.agencyId, 'agencyId');
      await this.deadlines.close(tx, 'DL-054', id);
      newOrderId = await this.issuer.issue(tx, {
        reportId: order.report_id,
        incidentId: order.incident_id,
        caseId: order.case_id,
        agency,
        issuedByAgencyId: tx.actor.agencyId,
        role: order.role,
        situation: order.situation,
        task: order.task,
        article: order.article,
        refusable: order.refusable,
        urgency: order.urgency,
      });
      return { ...(dto.note ? { note: dto.note } : {}), data: { newOrderId, agencyId: agency.id } };
    });
  }

  /** 催办 by hand; the clock urges by itself when it is due. */
  urge(ctx: RequestContext, id: string, dto: UrgeOrderRequest): Promise<string> {
    return this.act(ctx, id, 'urge', () => Promise.resolve(dto.note ? { note: dto.note } : {}));
  }

  private act(
    ctx: RequestContext,
    id: string,
    action: OrderAction,
    work: (tx: Tx, order: OrderRow) => Promise<NotePart>,
  ): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const order = await this.support.lock(tx, id, ORDER_SIDES[action]);
        const state = workOrderWorkflow.next(action, order.state, this.support.facts(order));
        if (state !== order.state)
          await tx.execute('UPDATE work_order SET state = $2, version = version + 1 WHERE id = $1', [
            id,
            state,
          ]);
        const { code, note, data } = await work(tx, order);
        const stepId = newId(tx.now.getTime());
        const sealed = note
          ? await this.crypto.encrypt(order.child_id, 'work_order_step.note', stepId, note)
          : null;
        tx.insert(WorkOrderStepEntity, {
          ...step(tx, id, action, { ...(code ? { code } : {}), note: sealed }),
          id: stepId,
        });
        if (state === 'returned' || state === 'withdrawn') await endOrderAccess(tx, order);
        await this.log.record(tx, {
          action: LOG_NAMES[action],
          caseId: order.case_id,
          workOrderId: id,
          ...(state === order.state ? {} : { from: order.state, to: state }),
          ...(data ? { data } : {}),
        });
        return id;
      },
      id,
    );
  }
}

const LOG_NAMES = {
  accept: 'order.accepted',
  return: 'order.returned',
  finish: 'order.finished',
  'record-on-behalf': 'order.recorded-on-behalf',
  reissue: 'order.reissued',
  urge: 'order.urged',
} as const satisfies Record<OrderAction, string>;

/** An agency that gave an order back has no reason to see the case any more. */
async function endOrderAccess(tx: Tx, order: OrderRow): Promise<void> {
  await tx.execute(
    `UPDATE case_access SET valid_until = $3 WHERE case_id = $1 AND principal_id = $2 AND reason = 'work_order' AND valid_until IS NULL
       AND NOT EXISTS (SELECT 1 FROM work_order w WHERE w.case_id = $1 AND w.agency_id = $2 AND w.state IN ('issued', 'accepted', 'finished'))`,
    [order.case_id, order.agency_id, tx.now],
  );
}
