import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { Notifications } from '../../support/notifications';

interface OrderRow {
  order_no: string;
  agency_id: string;
  issued_by_agency_id: string;
  urgency: string;
  logs_in: boolean;
}

/** Tells the holder of a new order, and the issuer of an answer. Tolerates any order and any repeat (dedupe by message). */
@Injectable()
export class WorkOrderNotices implements MessageHandler {
  readonly name = 'coordination.notices';
  readonly messages = [
    'order.issued',
    'order.returned',
    'order.finished',
    'order.urged',
    'order.accepted',
    'order.reissued',
    'order.recorded-on-behalf',
  ];

  constructor(
    registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {
    registry.declare(...this.messages);
    registry.declareBroadcast('order.attachment-added', 'order.attachment-withdrawn');
    registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const [order] = await tx.query<OrderRow>(
      'SELECT w.order_no, w.agency_id, w.issued_by_agency_id, w.urgency, a.logs_in FROM work_order w JOIN agency a ON a.id = w.agency_id WHERE w.id = $1',
      [message.subjectId],
    );
    if (
      order === undefined ||
      ['order.accepted', 'order.reissued', 'order.recorded-on-behalf'].includes(message.name)
    )
      return;
    const toHolder = message.name === 'order.issued' || message.name === 'order.urged';
    // An agency that never logs in is written to by letter; intake sees in its own list that the letter is due.
    const agencyId = toHolder && order.logs_in ? order.agency_id : order.issued_by_agency_id;
    await this.notifications.send(tx, {
      agencyId,
      kind: toHolder && !order.logs_in ? 'order.letter' : message.name,
      subjectKind: 'work_order',
      subjectId: message.subjectId,
      number: order.order_no,
      urgency: order.urgency,
      dedupeKey: `${message.id}:${this.name}`,
    });
  }
}
