import { Injectable } from '@nestjs/common';
import { newId, type RequestContext } from '../../kernel';
import { CaseLog } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { Commands } from '../../support/commands';
import { WorkOrderStepEntity } from './entities';
import { step } from './order-issuer';
import { type OrderRow, OrderSupport } from './order-support';
import { ORDER_SIDES, type OrderAction, type OrderState, workOrderWorkflow } from './work-order.workflow';

/** What an action leaves in the order's steps and in the action log. */
export interface NotePart {
  readonly code?: string;
  readonly number?: string;
  readonly note?: string;
  readonly data?: Record<string, string | number>;
  /** Where the order stands now, when what was entered decides it and not the table (代登记). */
  readonly state?: OrderState;
}

export type OrderWork = (tx: Tx, order: OrderRow) => Promise<NotePart>;

/** The frame of every action of an order. Lock, then check, then write; the loser of a race gets 409. */
@Injectable()
export class OrderCommands {
  constructor(
    private readonly commands: Commands,
    private readonly log: CaseLog,
    private readonly crypto: FieldCrypto,
    private readonly support: OrderSupport,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409, InvalidInput 422 */
  act(ctx: RequestContext, id: string, action: OrderAction, work: OrderWork): Promise<string> {
    return this.commands.run(ctx, (tx) => this.within(tx, id, action, work), id);
  }

  /** The same inside a command of another record. */
  async within(tx: Tx, id: string, action: OrderAction, work: OrderWork): Promise<string> {
    const order = await this.support.lock(tx, id, ORDER_SIDES[action]);
    const planned = workOrderWorkflow.next(action, order.state, this.support.facts(tx.actor, order));
    await move(tx, id, order.state, planned);
    const { code, number, note, data, state = planned } = await work(tx, order);
    await move(tx, id, planned, state);
    const stepId = newId(tx.now.getTime());
    const sealed = note
      ? await this.crypto.encrypt(order.child_id, 'work_order_step.note', stepId, note)
      : null;
    tx.insert(WorkOrderStepEntity, {
      ...step(tx, id, action, {
        ...(code ? { code } : {}),
        ...(number ? { number } : {}),
        note: sealed,
      }),
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
  }
}

async function move(tx: Tx, id: string, from: OrderState, to: OrderState): Promise<void> {
  if (to === from) return;
  await tx.execute('UPDATE work_order SET state = $2, version = version + 1 WHERE id = $1', [id, to]);
}

const LOG_NAMES = {
  accept: 'order.accepted',
  return: 'order.returned',
  finish: 'order.finished',
  'add-progress': 'order.progressed',
  'set-expected': 'order.expected',
  'hand-on': 'order.handed-on',
  'record-on-behalf': 'order.recorded-on-behalf',
  reissue: 'order.reissued',
  rule: 'order.ruled',
  urge: 'order.urged',
  supervise: 'order.supervised',
  'ask-again': 'order.asked-again',
  'change-lead': 'order.lead-changed',
  cancel: 'order.withdrawn',
} as const satisfies Record<OrderAction, string>;

/** An agency that gave an order back has no reason to see the case any more. */
async function endOrderAccess(tx: Tx, order: OrderRow): Promise<void> {
  await tx.execute(
    `UPDATE case_access SET valid_until = $3 WHERE case_id = $1 AND principal_id = $2 AND reason = 'work_order' AND valid_until IS NULL
       AND NOT EXISTS (SELECT 1 FROM work_order w WHERE w.case_id = $1 AND w.agency_id = $2 AND w.state IN ('issued', 'accepted', 'finished'))`,
    [order.case_id, order.agency_id, tx.now],
  );
}
