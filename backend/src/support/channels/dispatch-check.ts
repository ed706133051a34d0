import { Injectable } from '@nestjs/common';
import { timeInChina } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type { Reach } from '../../platform/notifier';
import { Roster } from '../duty';
import { excludedFromSql } from '../notifications';
import { type PersonFacts, type Suppression, suppressionOf } from './suppression.rules';

/** A message that waits to be sent, with what decides whether it may be, locked. */
export interface LockedDispatch {
  readonly id: string;
  readonly state: string;
  readonly channel: string;
  readonly number: string;
  readonly urgency: string | null;
  readonly answered: boolean;
  readonly excluded: string[];
  readonly contactChangedAt: Date | null;
  readonly userId: string | null;
  readonly userAgencyId: string | null;
  readonly disabled: boolean;
  readonly phone: Buffer | null;
  readonly email: Buffer | null;
  readonly agreedAt: Date | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly changedAt: Date | null;
}

const LOCK = `
  SELECT d.id, d.state, d.channel, n.number, n.urgency, a.acknowledged_at IS NOT NULL OR a.lapsed_at IS NOT NULL AS answered,
         ARRAY(${excludedFromSql('n.subject_kind', 'n.subject_id')}) AS excluded, d.contact_changed_at AS "contactChangedAt",
         d.user_id AS "userId", u.agency_id AS "userAgencyId", u.disabled_at IS NOT NULL AS disabled, c.phone, c.email,
         c.agreed_at AS "agreedAt", c.quiet_from AS "quietFrom", c.quiet_to AS "quietTo", c.changed_at AS "changedAt"
    FROM notice_dispatch d JOIN notice n ON n.id = d.notice_id LEFT JOIN notice_alert a ON a.id = d.alert_id
    LEFT JOIN app_user u ON u.id = d.user_id LEFT JOIN user_contact c ON c.user_id = d.user_id
   WHERE d.id = $1 FOR NO KEY UPDATE OF d`;

/** Asks again, at the moment of sending, whether this person may be reached at all. */
@Injectable()
export class DispatchCheck {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly roster: Roster,
  ) {}

  async lock(tx: Tx, id: string): Promise<LockedDispatch | undefined> {
    const [row] = await tx.query<LockedDispatch>(LOCK, [id]);
    return row;
  }

  async suppression(tx: Tx, row: LockedDispatch, reach: Reach): Promise<Suppression | null> {
    return suppressionOf({
      reach,
      answered: row.answered,
      urgent: row.urgency === 'U0',
      timeOfDay: timeInChina(tx.now),
      recordHasExclusions: row.excluded.length > 0,
      person: row.userId === null ? null : await this.person(tx, row, row.userId),
    });
  }

  /** The address in plain; for the moment of sending, never kept. */
  async address({ userId, phone, email }: LockedDispatch, reach: Reach): Promise<string> {
    if (reach === 'group' || userId === null) return '';
    if (reach === 'account') return userId;
    const sealed = reach === 'phone' ? phone : email;
    if (sealed === null) throw new Error('A message without an address was not suppressed');
    return this.crypto.decrypt(userId, `user_contact.${reach}`, userId, sealed);
  }

  private async person(tx: Tx, row: LockedDispatch, userId: string): Promise<PersonFacts> {
    const { userAgencyId, quietFrom, quietTo, changedAt, contactChangedAt } = row;
    const { officers, leader } = await this.roster.now(tx, userAgencyId ?? '');
    return {
      disabled: row.disabled,
      excluded: row.excluded.some((id) => id === userId || id === userAgencyId),
      onDuty: [...officers, leader].some((shift) => shift?.userId === userId),
      agreed: row.agreedAt !== null,
      contactChanged: changedAt?.getTime() !== contactChangedAt?.getTime(),
      hasPhone: row.phone !== null,
      hasEmail: row.email !== null,
      quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
    };
  }
}
