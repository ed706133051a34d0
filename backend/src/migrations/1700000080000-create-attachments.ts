import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/**
 * 附件. A report's files are seen by intake, and by whoever reported only the own ones; a case's by those who work on it; a
 * work order's by its holder while the case is the holder's business, and by those who work on the case.
 */
const VISIBLE = `
CREATE FUNCTION can_see_attachment(subject_kind text, report_id uuid, case_id uuid, work_order_id uuid, uploaded_by uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE $1
    WHEN 'report' THEN can_see_report($2) AND ($5 = ctx_user() OR EXISTS (SELECT 1 FROM report_access a
      WHERE a.report_id = $2 AND a.reason = 'intake' AND a.principal_id = ANY (ctx_principals())))
    WHEN 'case' THEN can_work_case($3)
    WHEN 'work_order' THEN can_work_case($3) OR (can_see_case($3)
      AND EXISTS (SELECT 1 FROM work_order w WHERE w.id = $4 AND w.agency_id = ANY (ctx_principals())))
    ELSE false END $$;`;

/** "Immutable" means content and hash (design §7): after the row is written only a withdrawal may be added. */
const IMMUTABLE = `
CREATE FUNCTION attachment_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - ARRAY['state', 'withdrawn_by', 'withdrawn_at', 'withdrawal', 'version'])
     IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'withdrawn_by', 'withdrawn_at', 'withdrawal', 'version'])
     OR OLD.state = 'withdrawn' THEN
    RAISE EXCEPTION 'an attachment is immutable' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attachment_immutable BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION attachment_is_immutable();`;

export class CreateAttachments1700000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('report', 'case', 'work_order')),
  subject_id uuid NOT NULL,
  report_id uuid REFERENCES report (id),
  case_id uuid REFERENCES case_file (id),
  work_order_id uuid REFERENCES work_order (id),
  number text NOT NULL,
  purpose text NOT NULL,
  name bytea NOT NULL,
  content_type text NOT NULL,
  size_bytes integer NOT NULL CHECK (size_bytes > 0),
  sha256 bytea NOT NULL,
  key_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('stored', 'withdrawn')),
  uploaded_by uuid NOT NULL REFERENCES app_user (id),
  uploaded_agency_id uuid NOT NULL REFERENCES agency (id),
  uploaded_at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES app_user (id),
  withdrawn_at timestamptz,
  withdrawal bytea,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT attachment_has_its_subject CHECK (subject_id = CASE subject_kind
    WHEN 'report' THEN report_id WHEN 'case' THEN case_id WHEN 'work_order' THEN work_order_id END),
  CONSTRAINT attachment_withdrawal_is_whole CHECK ((state = 'withdrawn') =
    (withdrawn_by IS NOT NULL AND withdrawn_at IS NOT NULL AND withdrawal IS NOT NULL))
);
CREATE INDEX attachment_by_subject ON attachment (subject_id, uploaded_at);
CREATE INDEX attachment_by_case ON attachment (case_id, uploaded_at) WHERE case_id IS NOT NULL;
${VISIBLE}
${IMMUTABLE}
${wall({
  table: 'attachment',
  visible: 'can_see_attachment(subject_kind, report_id, case_id, work_order_id, uploaded_by)',
  app: 'SELECT, INSERT, UPDATE (state, withdrawn_by, withdrawn_at, withdrawal, version)',
  worker: 'SELECT',
})}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE attachment;
DROP FUNCTION attachment_is_immutable();
DROP FUNCTION can_see_attachment(text, uuid, uuid, uuid, uuid);`);
  }
}
