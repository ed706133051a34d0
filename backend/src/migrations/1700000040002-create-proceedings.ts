import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/**
 * An organ that answers may not see the clock its answer stops: the desk owns what the organ was asked before it had an
 * order, and what a party may ask. Both functions run as the owner, whom forced row-level security stops too.
 */
const CLOCKS = `
CREATE FUNCTION waiting_clocks(case_id uuid, rule_ids text[])
RETURNS TABLE (id uuid, rule_id text, subject_id uuid, start_at timestamptz, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.rule_id, d.subject_id, d.start_at, d.due_at FROM deadline d
   WHERE d.case_id = $1 AND d.rule_id = ANY ($2) AND d.state = 'running' AND d.district_code = ctx_district()
   ORDER BY d.due_at, d.id $$;
CREATE FUNCTION answer_clock(deadline_id uuid, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE deadline SET state = 'done', closed_at = $2, next_step_at = NULL
   WHERE id = $1 AND state = 'running' AND district_code = ctx_district() $$;
REVOKE ALL ON FUNCTION waiting_clocks(uuid, text[]), answer_clock(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waiting_clocks(uuid, text[]), answer_clock(uuid, timestamptz) TO tonghu_app;
DO $$
BEGIN
  EXECUTE format('CREATE POLICY definer_read ON deadline FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY definer_answer ON deadline FOR UPDATE TO %I USING (true) WITH CHECK (true)', current_user);
END $$;`;

/** 法律程序: steps of organs, each with the clocks it started. */
export class CreateProceedings1700000040002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE proceeding (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  kind text NOT NULL,
  happened_at timestamptz NOT NULL,
  result text,
  variant text,
  organ_agency_id uuid REFERENCES agency (id),
  addressee_agency_id uuid REFERENCES agency (id),
  on_behalf boolean NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX proceeding_by_case ON proceeding (case_id, happened_at);
${wall({
  table: 'proceeding',
  visible: 'can_work_case(case_id) OR (organ_agency_id = ANY (ctx_principals()) AND can_see_case(case_id))',
  app: 'SELECT, INSERT',
  worker: 'SELECT',
})}${CLOCKS}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP POLICY definer_answer ON deadline;
DROP POLICY definer_read ON deadline;
DROP FUNCTION answer_clock(uuid, timestamptz);
DROP FUNCTION waiting_clocks(uuid, text[]);
DROP TABLE proceeding;`);
  }
}
