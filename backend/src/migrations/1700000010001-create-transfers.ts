import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 转出: one child's case on its way to another district. Two districts see the row: those who work on the case, and the
 * intake desk it goes to. What the sender wrote stays as it was sent. A notice about it is seen by whom the row is.
 */
const CREATE = `
CREATE SEQUENCE case_transfer_number;
GRANT USAGE ON SEQUENCE case_transfer_number TO tonghu_app;
CREATE TABLE case_transfer (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  transfer_no text NOT NULL UNIQUE,
  case_id uuid NOT NULL REFERENCES case_file (id),
  to_district text,
  urgency text NOT NULL,
  situations text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('requested', 'accepted', 'refused', 'withdrawn', 'completed')),
  sheet bytea NOT NULL,
  reply bytea,
  requested_by uuid NOT NULL REFERENCES app_user (id),
  requested_at timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  received_report_id uuid REFERENCES report (id)
);
CREATE INDEX case_transfer_by_case ON case_transfer (case_id, requested_at);
CREATE INDEX case_transfer_incoming ON case_transfer (to_district, requested_at DESC, id DESC) WHERE to_district IS NOT NULL;
CREATE UNIQUE INDEX case_transfer_one_open ON case_transfer (case_id) WHERE state IN ('requested', 'accepted');

CREATE FUNCTION can_see_transfer(district_code text, case_id uuid, to_district text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($1 = ctx_district() AND can_work_case($2))
      OR ($3 = ctx_district() AND EXISTS (SELECT 1 FROM agency g WHERE g.id = ANY (ctx_principals()) AND g.kind = 'intake')) $$;
CREATE FUNCTION can_see_transfer_notice(user_id uuid, agency_id uuid, subject_kind text, subject_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT $3 = 'case_transfer' AND ($1 = ctx_user() OR $2 = ANY (ctx_principals())) AND EXISTS (SELECT 1 FROM case_transfer t WHERE t.id = $4) $$;

GRANT SELECT, INSERT, UPDATE ON case_transfer TO tonghu_app;
GRANT SELECT ON case_transfer TO tonghu_worker;
ALTER TABLE case_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY app_select ON case_transfer FOR SELECT TO tonghu_app USING (can_see_transfer(district_code, case_id, to_district));
CREATE POLICY app_insert ON case_transfer FOR INSERT TO tonghu_app WITH CHECK (district_code = ctx_district());
CREATE POLICY app_update ON case_transfer FOR UPDATE TO tonghu_app USING (can_see_transfer(district_code, case_id, to_district))
  WITH CHECK (can_see_transfer(district_code, case_id, to_district));
CREATE POLICY worker_all ON case_transfer TO tonghu_worker USING (true) WITH CHECK (true);
CREATE POLICY app_select_transfer ON notice FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND can_see_transfer_notice(user_id, agency_id, subject_kind, subject_id));

CREATE FUNCTION case_transfer_is_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.district_code IS DISTINCT FROM OLD.district_code OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.to_district IS DISTINCT FROM OLD.to_district
     OR NEW.transfer_no IS DISTINCT FROM OLD.transfer_no OR NEW.sheet IS DISTINCT FROM OLD.sheet
     OR NEW.requested_by IS DISTINCT FROM OLD.requested_by OR NEW.requested_at IS DISTINCT FROM OLD.requested_at THEN
    RAISE EXCEPTION 'a transfer stays as it was sent' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_transfer_as_sent BEFORE UPDATE ON case_transfer FOR EACH ROW EXECUTE FUNCTION case_transfer_is_as_sent();`;

const DROP = `
DROP POLICY app_select_transfer ON notice;
DROP FUNCTION can_see_transfer_notice(uuid, uuid, text, uuid);
DROP TABLE case_transfer;
DROP FUNCTION case_transfer_is_as_sent();
DROP FUNCTION can_see_transfer(text, uuid, text);
DROP SEQUENCE case_transfer_number;`;

export class CreateTransfers1700000010001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP);
  }
}
