import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../kernel';
import type { Tx } from '../../platform/database';
import { type Channel, Notifier } from '../../platform/notifier';
import { HandlerRegistry, type MessageHandler, Outbox, type StoredMessage } from '../../platform/outbox';
import { Roster } from '../duty';
import { NOTICE_CALLED } from '../notifications';
import { NoticeDispatchEntity } from './entities';

export const DISPATCH_QUEUED = 'notice.dispatch';

interface CalledNotice {
  readonly id: string;
  readonly alertId: string | null;
  /** Whose alert it is. */
  readonly alertAgencyId: string | null;
  readonly agencyId: string | null;
  readonly userId: string | null;
}

/** A notice that calls somebody: one message for each channel and person, each with retries of its own. */
@Injectable()
export class DispatchPlan implements MessageHandler, OnModuleInit {
  readonly name = 'channels.plan';
  readonly messages = [NOTICE_CALLED];

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
    private readonly roster: Roster,
  ) {}

  onModuleInit(): void {
    this.registry.declare(DISPATCH_QUEUED);
    this.registry.register(this);
  }

  async handle(tx: Tx, { subjectId }: StoredMessage): Promise<void> {
    const [notice] = await tx.query<CalledNotice>(
      `SELECT n.id, n.alert_id AS "alertId", a.agency_id AS "alertAgencyId", n.agency_id AS "agencyId", n.user_id AS "userId"
         FROM notice n LEFT JOIN notice_alert a ON a.id = n.alert_id WHERE n.id = $1`,
      [subjectId],
    );
    if (notice === undefined) return;
    const userId = notice.userId ?? (await this.onDutyOf(tx, notice.agencyId));
    for (const channel of this.notifier.channels)
      await this.queue(tx, notice, channel, channel.reach === 'group' ? null : userId);
  }

  /** An agency is reached through whoever is on duty for it. */
  private async onDutyOf(tx: Tx, agencyId: string | null): Promise<string | null> {
    if (agencyId === null) return null;
    const { officers, leader } = await this.roster.now(tx, agencyId);
    return (officers[0] ?? leader)?.userId ?? null;
  }

  private async queue(tx: Tx, notice: CalledNotice, channel: Channel, userId: string | null): Promise<void> {
    const [contact] = await tx.query<{ changedAt: Date }>(
      `SELECT changed_at AS "changedAt" FROM user_contact WHERE user_id = $1`,
      [userId],
    );
    const id = newId(tx.now.getTime());
    tx.insert(NoticeDispatchEntity, {
      id,
      districtCode: tx.actor.districtCode,
      noticeId: notice.id,
      alertId: notice.alertId,
      agencyId: notice.alertAgencyId,
      channel: channel.name,
      userId,
      contactChangedAt: contact?.changedAt ?? null,
      state: 'queued',
      at: tx.now,
    });
    this.outbox.add(tx, { name: DISPATCH_QUEUED, subjectId: id, payload: {} });
  }
}
