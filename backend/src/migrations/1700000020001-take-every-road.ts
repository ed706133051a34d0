import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

const ENDED = `'{closed,follow_up,archived}'`;

/** Whoever works on a report: the receiving desk, unless somebody of it must not know. A reporter does not. */
const CAN_WORK = `
CREATE FUNCTION can_work_report(report_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = $1 AND a.principal_id = ANY (ctx_principals())
                   AND a.reason = 'intake' AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now()))
     AND NOT is_excluded_from_report($1) $$;`;

/** A report and the cases it became or joined. Until now the incident alone tied them. */
const LINKS = `
CREATE TABLE report_link (
  report_id uuid NOT NULL REFERENCES report (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  district_code text NOT NULL,
  how text NOT NULL CHECK (how IN ('opened', 'joined', 'reopened')),
  linked_at timestamptz NOT NULL,
  linked_by uuid NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (report_id, case_id)
);
CREATE INDEX report_link_by_case ON report_link (case_id);
DO $$
BEGIN
  -- Row-level security is forced on the owner too; for this one copy the owner may look.
  EXECUTE format('CREATE POLICY copy_links ON case_action FOR SELECT TO %I USING (true)', current_user);
END $$;
INSERT INTO report_link (report_id, case_id, district_code, how, linked_at, linked_by)
  SELECT r.id, c.id, c.district_code, 'opened', c.opened_at, a.actor_user_id
    FROM report r JOIN case_file c ON c.incident_id = r.incident_id
    JOIN case_action a ON a.case_id = c.id AND a.action = 'case.opened';
DROP POLICY copy_links ON case_action;`;

const SCREENING = `
CREATE TABLE report_screening (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  report_id uuid NOT NULL REFERENCES report (id),
  checks text[] NOT NULL,
  reason bytea NOT NULL,
  proposed_by uuid NOT NULL REFERENCES app_user (id),
  proposed_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('confirmed', 'returned')),
  decided_by uuid REFERENCES app_user (id),
  decided_at timestamptz,
  remark bytea,
  revived_at timestamptz,
  CONSTRAINT report_screening_two_people CHECK (outcome IS DISTINCT FROM 'confirmed' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX report_screening_one_open ON report_screening (report_id) WHERE outcome IS NULL;
CREATE INDEX report_screening_by_report ON report_screening (report_id, proposed_at);`;

const TRANSFER = `
CREATE SEQUENCE transfer_letter_number;
GRANT USAGE ON SEQUENCE transfer_letter_number TO tonghu_app;
CREATE TABLE report_transfer (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  report_id uuid NOT NULL REFERENCES report (id),
  letter_no text NOT NULL UNIQUE,
  agency_id uuid REFERENCES agency (id),
  body bytea NOT NULL,
  sent_by uuid NOT NULL REFERENCES app_user (id),
  sent_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('sent', 'accepted', 'refused')),
  replied_at timestamptz,
  recorded_by uuid REFERENCES app_user (id),
  reply bytea
);
CREATE UNIQUE INDEX report_transfer_one_open ON report_transfer (report_id) WHERE state = 'sent';
CREATE INDEX report_transfer_by_report ON report_transfer (report_id, sent_at);`;

const COLUMNS = `
ALTER TABLE report ADD COLUMN duplicate_of uuid REFERENCES report (id);
ALTER TABLE report ADD COLUMN retracted_at timestamptz;
ALTER TABLE report ADD COLUMN authority_kind text;
ALTER TABLE report ADD COLUMN authority_receipt_no text;
CREATE INDEX report_by_duplicate ON report (duplicate_of) WHERE duplicate_of IS NOT NULL;
ALTER TABLE report_addition ADD COLUMN kind text NOT NULL DEFAULT 'addition' CHECK (kind IN ('addition', 'retraction'));`;

/** Two answers for people of a case, and one for people of a report, about what they may not see themselves. */
const DEFINERS = `
CREATE OR REPLACE FUNCTION report_facts_of_case(case_id uuid) RETURNS TABLE (answered boolean, police_pending boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(EXISTS (SELECT 1 FROM report_feedback f WHERE f.report_id = r.id)), false),
         coalesce(bool_or(r.police_required AND r.police_told_at IS NULL), false)
    FROM report_link l JOIN report r ON r.id = l.report_id WHERE l.case_id = $1 $$;
CREATE FUNCTION open_cases_of_report(report_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM report_link l JOIN case_file c ON c.id = l.case_id
   WHERE l.report_id = $1 AND c.phase <> ALL (${ENDED}) $$;
REVOKE ALL ON FUNCTION open_cases_of_report(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_cases_of_report(uuid) TO tonghu_app;
DO $$
BEGIN
  EXECUTE format('CREATE POLICY definer_read ON report_link FOR SELECT TO %I USING (true)', current_user);
END $$;`;

/** The other roads of a report: 存查, 咨询答复, 重复, 移送, 并入个案, and 备案 and 撤回 beside them. */
export class TakeEveryRoad1700000020001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const walls = [
      {
        table: 'report_link',
        visible: 'can_work_report(report_id) OR can_work_case(case_id)',
        app: 'SELECT, INSERT',
      },
      { table: 'report_screening', visible: 'can_work_report(report_id)', app: 'SELECT, INSERT, UPDATE' },
      { table: 'report_transfer', visible: 'can_work_report(report_id)', app: 'SELECT, INSERT, UPDATE' },
    ].map((part) => wall({ ...part, worker: 'SELECT' }));
    for (const sql of [CAN_WORK, LINKS, SCREENING, TRANSFER, COLUMNS, ...walls, DEFINERS])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE FUNCTION report_facts_of_case(case_id uuid) RETURNS TABLE (answered boolean, police_pending boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(EXISTS (SELECT 1 FROM report_feedback f WHERE f.report_id = r.id)), false),
         coalesce(bool_or(r.police_required AND r.police_told_at IS NULL), false)
    FROM case_file c JOIN report r ON r.incident_id = c.incident_id WHERE c.id = $1 $$;
DROP FUNCTION open_cases_of_report(uuid);
ALTER TABLE report_addition DROP COLUMN kind;
ALTER TABLE report DROP COLUMN authority_receipt_no, DROP COLUMN authority_kind, DROP COLUMN retracted_at, DROP COLUMN duplicate_of;
DROP TABLE report_transfer, report_screening, report_link;
DROP SEQUENCE transfer_letter_number;
DROP FUNCTION can_work_report(uuid);`);
  }
}
