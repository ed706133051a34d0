import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../kernel';
import type { Tx } from '../../platform/database';
import { Notifier } from '../../platform/notifier';
import { HandlerRegistry, Outbox } from '../../platform/outbox';
import { publishChanges } from '../stream';
import { Alerts } from './alerts';
import { excludedFromSql } from './excluded';
import { callsOutside, type NoticeSubject } from './notice-kinds';

export interface NewNotice {
  /** One of the two: everybody of an agency, or one person. */
  readonly agencyId?: string;
  readonly userId?: string;
  /** A key of NOTICE_TITLES. */
  readonly kind: string;
  readonly subjectKind: NoticeSubject;
  readonly subjectId: string;
  readonly number: string;
  readonly urgency?: string;
  /** A further call of this alert (support/duty). */
  readonly alertId?: string;
  /** The same key never makes a second notice. */
  readonly dedupeKey: string;
}

/**
 * Who must not know is asked again now, whatever was decided when the message was written (谁不能知道 comes before any
 * notice). A person is excluded with the own agency too; only a reporter keeps hearing of the own report.
 */
const INSERT = `
  WITH recipient AS (
    SELECT array_remove(ARRAY[$3::uuid, $4::uuid, (SELECT u.agency_id FROM app_user u WHERE u.id = $4)], NULL) AS identities),
  excluded AS (
    SELECT 1 FROM (${excludedFromSql('$6', '$7::uuid')}) x, recipient r
     WHERE x.principal_id = ANY (r.identities)
       AND NOT ($6 = 'report'
         AND EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = $7 AND a.principal_id = $4 AND a.reason = 'reporter')))
  INSERT INTO notice (id, district_code, agency_id, user_id, kind, subject_kind, subject_id, number, urgency, dedupe_key, created_at, alert_id)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 WHERE NOT EXISTS (SELECT 1 FROM excluded)
  ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`;

/** A notice that somebody should hear of outside the console too (support/channels). */
export const NOTICE_CALLED = 'notice.called';

/** 通知: a title without content, a number and a link. Written by workers only. */
@Injectable()
export class Notifications implements OnModuleInit {
  constructor(
    private readonly alerts: Alerts,
    private readonly registry: HandlerRegistry,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.registry.declare(NOTICE_CALLED);
  }

  /** Sends once per dedupeKey, in the worker's transaction; false when it was sent before or the recipient must not know. */
  async send(tx: Tx, notice: NewNotice): Promise<boolean> {
    if ((notice.agencyId === undefined) === (notice.userId === undefined))
      throw new Error('A notice has one recipient: an agency or a user');
    const id = newId(tx.now.getTime());
    const district = tx.actor.districtCode;
    const written = await tx.query(INSERT, [
      id,
      district,
      notice.agencyId ?? null,
      notice.userId ?? null,
      notice.kind,
      notice.subjectKind,
      notice.subjectId,
      notice.number,
      notice.urgency ?? null,
      notice.dedupeKey,
      tx.now,
      notice.alertId ?? null,
    ]);
    if (written.length === 0) return false;
    if (notice.alertId === undefined) await this.alerts.raise(tx, { ...notice, id });
    if (this.notifier.channels.length > 0 && callsOutside(notice))
      this.outbox.add(tx, { name: NOTICE_CALLED, subjectId: id, payload: {} });
    await publishChanges(tx, [{ kind: 'notice', id, district }]);
    return true;
  }
}
