import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { Notifications } from '../../support/notifications';

/** Tells the agency that received a child; number and link only. Tolerates any order and any repeat (dedupe by message). */
@Injectable()
export class PlacementNotices implements MessageHandler, OnModuleInit {
  readonly name = 'placements.notices';
  readonly messages = ['case.place-child', 'case.move-placement'];

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const [placed] = await tx.query<{ agency_id: string; case_no: string; urgency: string }>(
      `SELECT p.agency_id, c.case_no, c.urgency FROM placement p JOIN case_file c ON c.id = p.case_id
        WHERE p.case_id = $1 AND p.ended_on IS NULL AND p.agency_id IS NOT NULL`,
      [message.subjectId],
    );
    if (placed === undefined) return;
    await this.notifications.send(tx, {
      agencyId: placed.agency_id,
      kind: 'placement.received',
      subjectKind: 'case',
      subjectId: message.subjectId,
      number: placed.case_no,
      urgency: placed.urgency,
      dedupeKey: `${message.id}:${this.name}`,
    });
  }
}
