import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/**
 * Children of a report by keyed tokens, so that a report about a child who has no file (because the earlier one was filed
 * away) still finds the earlier one; and the cases a new report matched, which their owners see whatever the operator sees.
 */
export class MatchReports1700000020002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE report_token (
  token text NOT NULL,
  district_code text NOT NULL,
  report_id uuid NOT NULL REFERENCES report (id),
  child_index integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('name', 'id_number')),
  birth_year integer,
  PRIMARY KEY (token, district_code, report_id, child_index)
);
CREATE INDEX report_token_by_report ON report_token (report_id);
CREATE TABLE report_match (
  report_id uuid NOT NULL REFERENCES report (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  district_code text NOT NULL,
  report_no text NOT NULL,
  same_id boolean NOT NULL,
  found_at timestamptz NOT NULL,
  kept_apart_at timestamptz,
  PRIMARY KEY (report_id, case_id)
);
CREATE INDEX report_match_by_case ON report_match (case_id);
${wall({ table: 'report_token', visible: 'can_work_report(report_id)', app: 'SELECT, INSERT', worker: 'SELECT' })}
${wall({ table: 'report_match', visible: 'can_work_case(case_id)', app: 'SELECT, UPDATE', worker: 'SELECT, INSERT' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_match, report_token;');
  }
}
