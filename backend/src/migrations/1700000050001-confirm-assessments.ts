import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/** The newest of a case's rows of a kind, if it waits for a second person: what nobody has decided about, and nothing newer overtook. */
const pending = (name: string, table: string, at: string, decision: string, key: string): string => `
CREATE FUNCTION ${name}(case_id uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT x.id FROM (SELECT y.id, y.proposed FROM ${table} y WHERE y.case_id = $1 ORDER BY y.${at} DESC, y.id DESC LIMIT 1) x
   WHERE x.proposed AND NOT EXISTS (SELECT 1 FROM ${decision} d WHERE d.${key} = x.id) $$;`;

/** Assessments that lower a guard wait for a second person (domain §11); since when a case has its urgency. */
export class ConfirmAssessments1700000050001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE assessment ADD COLUMN proposed boolean NOT NULL DEFAULT false, ADD COLUMN by_safety_screen boolean NOT NULL DEFAULT false,
  ADD COLUMN previous_level text, ADD COLUMN score integer, ADD COLUMN score_up_to integer;
ALTER TABLE assessment ALTER COLUMN proposed DROP DEFAULT, ALTER COLUMN by_safety_screen DROP DEFAULT;
CREATE TABLE assessment_review (
  assessment_id uuid PRIMARY KEY REFERENCES assessment (id),
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  agreed boolean NOT NULL,
  note bytea,
  reviewed_by uuid NOT NULL REFERENCES app_user (id),
  reviewed_at timestamptz NOT NULL
);
CREATE INDEX assessment_review_by_case ON assessment_review (case_id);
${wall({ table: 'assessment_review', visible: 'can_work_case(case_id)', app: 'SELECT, INSERT', worker: 'SELECT' })}
ALTER TABLE case_file ADD COLUMN urgency_since timestamptz DEFAULT ctx_now();
UPDATE case_file SET urgency_since = opened_at;
ALTER TABLE case_file ALTER COLUMN urgency_since SET NOT NULL;
${pending('pending_assessment', 'assessment', 'assessed_at', 'assessment_review', 'assessment_id')}
${pending('pending_plan', 'plan', 'made_at', 'plan_decision', 'plan_id')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION pending_plan(uuid);
DROP FUNCTION pending_assessment(uuid);
ALTER TABLE case_file DROP COLUMN urgency_since;
DROP TABLE assessment_review;
ALTER TABLE assessment DROP COLUMN score_up_to, DROP COLUMN score, DROP COLUMN previous_level, DROP COLUMN by_safety_screen, DROP COLUMN proposed;`);
  }
}
