import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/** 联系方式: only what a person recorded for duty, and agreed to. Sealed; none is the default. */
const CONTACT = `
CREATE TABLE user_contact (
  user_id uuid PRIMARY KEY REFERENCES app_user (id),
  district_code text NOT NULL,
  phone bytea,
  email bytea,
  agreed_at timestamptz,
  -- Times of day in China, HH:MM; urgent calls of the roster do not wait for them.
  quiet_from text,
  quiet_to text,
  changed_at timestamptz NOT NULL,
  CONSTRAINT user_contact_agreed CHECK (agreed_at IS NOT NULL OR (phone IS NULL AND email IS NULL)),
  CONSTRAINT user_contact_quiet CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);`;

/** 发送记录: a notice on its way out of the house. Neither an address nor a word of the text. */
const DISPATCH = `
CREATE TABLE notice_dispatch (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  notice_id uuid NOT NULL REFERENCES notice (id),
  alert_id uuid REFERENCES notice_alert (id),
  -- Whose alert it is.
  agency_id uuid REFERENCES agency (id),
  channel text NOT NULL CHECK (channel IN ('email', 'sms', 'webhook', 'wecom')),
  -- Null: a group, or nobody was on duty.
  user_id uuid REFERENCES app_user (id),
  -- The contact as it stood; a later change stops the message.
  contact_changed_at timestamptz,
  -- sending: the request may have left. unconfirmed 待人工确认: it left and nobody knows whether it arrived.
  state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unconfirmed', 'suppressed')),
  reason text,
  provider_id text,
  at timestamptz NOT NULL,
  CONSTRAINT notice_dispatch_once UNIQUE NULLS NOT DISTINCT (notice_id, channel, user_id)
);
CREATE INDEX notice_dispatch_by_alert ON notice_dispatch (alert_id) WHERE alert_id IS NOT NULL;
CREATE INDEX notice_dispatch_open ON notice_dispatch (state) WHERE state IN ('queued', 'sending', 'failed', 'unconfirmed');

-- The agency's own people and the district, of an alert they may read.
CREATE FUNCTION can_see_dispatch(alert_id uuid, agency_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM notice_alert a WHERE a.id = $1)
     AND ($2 = ANY (ctx_principals())
       OR EXISTS (SELECT 1 FROM agency g WHERE g.id = ANY (ctx_principals()) AND g.kind IN ('intake', 'civil_affairs'))) $$;`;

const DROP = `
DROP TABLE notice_dispatch;
DROP FUNCTION can_see_dispatch(uuid, uuid);
DROP TABLE user_contact;`;

/** A person is reached outside the console (design §9.1; security.md S01–S04). */
export class ReachPeople1700000180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTACT);
    await runner.query(
      wall({
        table: 'user_contact',
        visible: 'user_id = ctx_user()',
        app: 'SELECT, INSERT, UPDATE',
        worker: 'SELECT',
      }),
    );
    await runner.query(DISPATCH);
    await runner.query(
      wall({
        table: 'notice_dispatch',
        visible: 'can_see_dispatch(alert_id, agency_id)',
        app: 'SELECT',
        worker: 'SELECT, INSERT, UPDATE (state, reason, provider_id, at)',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP);
  }
}
