import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/** 值班表: who is on duty, when, and in which order people are called. A shift is withdrawn, never deleted. */
const ROSTER = `
CREATE TABLE duty_shift (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  post text NOT NULL CHECK (post IN ('officer', 'leader')),
  rank integer NOT NULL CHECK (rank > 0),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- 替班: takes the rest of that shift; both stay.
  stands_in_for uuid REFERENCES duty_shift (id),
  entered_by uuid NOT NULL REFERENCES app_user (id),
  entered_at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES app_user (id),
  withdrawn_at timestamptz,
  CONSTRAINT duty_shift_lasts CHECK (ends_at > starts_at)
);
CREATE INDEX duty_shift_by_agency ON duty_shift (agency_id, ends_at) WHERE withdrawn_at IS NULL;
CREATE INDEX duty_shift_by_district ON duty_shift (district_code, ends_at) WHERE withdrawn_at IS NULL;

CREATE TABLE duty_handover (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  shift_id uuid NOT NULL UNIQUE REFERENCES duty_shift (id),
  to_shift_id uuid NOT NULL REFERENCES duty_shift (id),
  -- Numbers of what was urgent and open; each reader is shown those the reader may know of.
  open jsonb NOT NULL,
  handed_by uuid NOT NULL REFERENCES app_user (id),
  handed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES app_user (id),
  confirmed_at timestamptz
);
CREATE INDEX duty_handover_by_agency ON duty_handover (agency_id, handed_at DESC);`;

/** 需确认: an urgent message until somebody says 收到. \`called\` names every agency and person it was sent to. */
const ALERTS = `
CREATE TABLE notice_alert (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  kind text NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('report', 'case', 'work_order')),
  subject_id uuid NOT NULL,
  report_id uuid,
  case_id uuid,
  number text NOT NULL,
  called uuid[] NOT NULL,
  raised_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by uuid REFERENCES app_user (id),
  acknowledged_how text CHECK (acknowledged_how IN ('pressed', 'opened')),
  lapsed_at timestamptz,
  CONSTRAINT notice_alert_acknowledged CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)
    AND (acknowledged_at IS NULL) = (acknowledged_how IS NULL))
);
CREATE UNIQUE INDEX notice_alert_one_waiting ON notice_alert (subject_id, agency_id) WHERE acknowledged_at IS NULL AND lapsed_at IS NULL;

ALTER TABLE notice ADD COLUMN alert_id uuid REFERENCES notice_alert (id);
CREATE INDEX notice_by_alert ON notice (alert_id) WHERE alert_id IS NOT NULL;

-- Who is called up the ladder need not see the record: the number and whom to ring is all there is to read. Exclusions win.
CREATE FUNCTION can_see_alert(called uuid[], report_id uuid, case_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT $1 && ctx_principals() AND NOT ($2 IS NOT NULL AND is_excluded_from_report($2))
     AND NOT ($3 IS NOT NULL AND is_excluded_from_case($3)) $$;
CREATE FUNCTION can_see_alert_notice(user_id uuid, agency_id uuid, alert_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT $3 IS NOT NULL AND ($1 = ctx_user() OR $2 = ANY (ctx_principals()))
     AND EXISTS (SELECT 1 FROM notice_alert a WHERE a.id = $3) $$;`;

/** Whoever was called may stop the clock, also without sight of its record. */
const CLOCKS = `
ALTER TABLE deadline_step DROP CONSTRAINT deadline_step_step_check;
ALTER TABLE deadline_step ADD CONSTRAINT deadline_step_step_check CHECK (step IN ('remind', 'urge', 'supervise', 'call'));
GRANT UPDATE (alert_id) ON notice TO tonghu_worker;
CREATE POLICY app_select_alert ON notice FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND can_see_alert_notice(user_id, agency_id, alert_id));
CREATE POLICY app_select_alert ON deadline FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND rule_id = 'DL-055' AND EXISTS (SELECT 1 FROM notice_alert a WHERE a.id = deadline.subject_id));
CREATE POLICY app_update_alert ON deadline FOR UPDATE TO tonghu_app
  USING (district_code = ctx_district() AND rule_id = 'DL-055' AND EXISTS (SELECT 1 FROM notice_alert a WHERE a.id = deadline.subject_id))
  WITH CHECK (district_code = ctx_district());`;

const DROP = `
DROP POLICY app_update_alert ON deadline;
DROP POLICY app_select_alert ON deadline;
DROP POLICY app_select_alert ON notice;
REVOKE UPDATE (alert_id) ON notice FROM tonghu_worker;
DELETE FROM deadline_step WHERE step = 'call';
ALTER TABLE deadline_step DROP CONSTRAINT deadline_step_step_check;
ALTER TABLE deadline_step ADD CONSTRAINT deadline_step_step_check CHECK (step IN ('remind', 'urge', 'supervise'));
DROP FUNCTION can_see_alert_notice(uuid, uuid, uuid);
ALTER TABLE notice DROP COLUMN alert_id;
DROP TABLE notice_alert;
DROP FUNCTION can_see_alert(uuid[], uuid, uuid);
DROP TABLE duty_handover;
DROP TABLE duty_shift;`;

/** Duty rosters, and urgent messages that climb them until somebody has said 收到 (domain §5, DL-055). */
export class KeepDutyRosters1700000150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROSTER);
    const visible = 'can_see_unit(agency_id)';
    await runner.query(
      wall({
        table: 'duty_shift',
        visible,
        app: 'SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_at)',
        worker: 'SELECT',
      }),
    );
    await runner.query(
      wall({
        table: 'duty_handover',
        visible,
        app: 'SELECT, INSERT, UPDATE (confirmed_by, confirmed_at)',
        worker: 'SELECT',
      }),
    );
    await runner.query(ALERTS);
    await runner.query(
      wall({
        table: 'notice_alert',
        visible: 'can_see_alert(called, report_id, case_id)',
        app: 'SELECT, UPDATE (acknowledged_at, acknowledged_by, acknowledged_how)',
        worker: 'SELECT, INSERT, UPDATE (called, lapsed_at)',
      }),
    );
    await runner.query(CLOCKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP);
  }
}
