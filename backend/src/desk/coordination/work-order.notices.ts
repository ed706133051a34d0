import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { staffedSql } from '../../support/access';
import { type NewNotice, Notifications } from '../../support/notifications';
import { OrderSupport } from './order-support';
import { REFUSALS_BEFORE_RULING } from './work-order.workflow';

interface OrderRow {
  order_no: string;
  excluded: boolean;
  agency_id: string;
  issued_by_agency_id: string;
  urgency: string;
  refusals: number;
  logs_in: boolean;
  supervisor_agency_id: string | null;
}

/** What differs between those who hear of one message. */
type OrderNotice = Pick<NewNotice, 'kind'> &
  Partial<Pick<NewNotice, 'subjectKind' | 'subjectId'>> & { readonly agencyId: string };

type Recipient = 'holder' | 'issuer' | 'supervisor' | 'body';

/** Who hears of what. Signatures, reissues and expectations show in the lists of those who follow them. */
const TELLS: Readonly<Record<string, readonly Recipient[]>> = {
  'order.issued': ['holder'],
  'order.returned': ['issuer', 'body'],
  'order.finished': ['issuer'],
  'order.urged': ['holder'],
  'order.supervised': ['holder', 'issuer', 'supervisor'],
  'order.asked-again': ['holder'],
  'order.lead-changed': ['holder'],
  'order.withdrawn': ['holder'],
  'order.progressed': ['issuer'],
  'order.accepted': [],
  'order.reissued': [],
  'order.ruled': [],
  'order.expected': [],
  'order.handed-on': [],
  'order.recorded-on-behalf': [],
};

/** Tells the holder of a new order, and the issuer of an answer. Tolerates any order and any repeat (dedupe by message). */
@Injectable()
export class WorkOrderNotices implements MessageHandler {
  readonly name = 'coordination.notices';
  readonly messages = Object.keys(TELLS);

  constructor(
    registry: HandlerRegistry,
    private readonly notifications: Notifications,
    private readonly support: OrderSupport,
  ) {
    registry.declare(...this.messages);
    registry.declareBroadcast('order.attachment-added', 'order.attachment-withdrawn');
    registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const [order] = await tx.query<OrderRow>(
      `SELECT w.order_no, w.agency_id, w.issued_by_agency_id, w.urgency, w.refusals, ${staffedSql('w.agency_id', 'work-order.accept')} AS logs_in, a.supervisor_agency_id,
              EXISTS (SELECT 1 FROM case_exclusion x WHERE x.case_id = w.case_id AND x.principal_id = w.agency_id) AS excluded
         FROM work_order w JOIN agency a ON a.id = w.agency_id WHERE w.id = $1`,
      [message.subjectId],
    );
    if (order === undefined) return;
    const told = new Set<string>();
    for (const [place, recipient] of (TELLS[message.name] ?? []).entries()) {
      const notice = this.noticeFor(tx, recipient, message.name, order);
      if (notice === null || told.has(notice.agencyId)) continue;
      told.add(notice.agencyId);
      await this.notifications.send(tx, {
        subjectKind: 'work_order',
        subjectId: message.subjectId,
        urgency: order.urgency,
        ...notice,
        number: order.order_no,
        dedupeKey: `${message.id}:${this.name}${place === 0 ? '' : `:${recipient}`}`,
      });
    }
  }

  private noticeFor(tx: Tx, recipient: Recipient, name: string, order: OrderRow): OrderNotice | null {
    const elsewhere = name === 'order.supervised' ? 'order.supervised-elsewhere' : name;
    switch (recipient) {
      case 'holder':
        if (order.excluded) return name === 'order.withdrawn' && order.logs_in ? withdrawnFrom(order) : null;
        if (order.logs_in) return { agencyId: order.agency_id, kind: name };
        // An agency that never logs in is written to by letter; intake sees in its own list that the letter is due.
        return {
          agencyId: order.issued_by_agency_id,
          kind: name === 'order.withdrawn' ? name : 'order.letter',
        };
      case 'issuer':
        return { agencyId: order.issued_by_agency_id, kind: elsewhere };
      case 'supervisor':
        return order.supervisor_agency_id === null
          ? null
          : { agencyId: order.supervisor_agency_id, kind: elsewhere };
      case 'body':
        return order.refusals < REFUSALS_BEFORE_RULING
          ? null
          : { agencyId: this.support.coordinationBody(tx.actor.districtCode), kind: 'order.ruling-needed' };
    }
  }
}

/** Who must not know any more hears that the order is withdrawn and nothing else: it leads to its list, not to the order. */
function withdrawnFrom({ agency_id: agencyId }: OrderRow): OrderNotice {
  return { agencyId, kind: 'order.withdrawn', subjectKind: 'work_order_list', subjectId: agencyId };
}
