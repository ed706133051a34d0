import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/** Columns of type bytea are ciphertext; codes, days and answers that must be counted stay in clear. */
const TABLES = `
CREATE TABLE medical_record (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  kind text NOT NULL,
  visited_at timestamptz NOT NULL,
  authorised_by text NOT NULL,
  cost_bearer text NOT NULL,
  place bytea NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX medical_record_by_case ON medical_record (case_id, visited_at);

CREATE TABLE custody (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
  started_on date NOT NULL,
  guardian_told boolean NOT NULL,
  body bytea NOT NULL,
  decided_by uuid NOT NULL REFERENCES app_user (id),
  decided_at timestamptz NOT NULL,
  ended_on date,
  end_reason text,
  end_body bytea,
  ended_by uuid REFERENCES app_user (id),
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
);
CREATE INDEX custody_by_case ON custody (case_id, started_on);
CREATE UNIQUE INDEX custody_one_running ON custody (case_id) WHERE ended_on IS NULL;
CREATE TABLE custody_extension (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  custody_id uuid NOT NULL REFERENCES custody (id),
  body bytea NOT NULL,
  extended_by uuid NOT NULL REFERENCES app_user (id),
  extended_at timestamptz NOT NULL
);
CREATE INDEX custody_extension_by_case ON custody_extension (case_id, extended_at);

CREATE TABLE placement (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  kind text NOT NULL,
  basis text NOT NULL,
  agency_id uuid REFERENCES agency (id),
  carer_checks jsonb NOT NULL,
  place bytea NOT NULL,
  body bytea NOT NULL,
  started_on date NOT NULL,
  planned_end_on date,
  next_review_on date NOT NULL,
  placed_by uuid NOT NULL REFERENCES app_user (id),
  placed_at timestamptz NOT NULL,
  ended_on date,
  end_reason text,
  end_body bytea,
  ended_by uuid REFERENCES app_user (id),
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
);
CREATE INDEX placement_by_case ON placement (case_id, placed_at);
-- A child lives in one place at a time.
CREATE UNIQUE INDEX placement_one_open ON placement (case_id) WHERE ended_on IS NULL;
CREATE INDEX placement_open ON placement (district_code, next_review_on, id) WHERE ended_on IS NULL;
CREATE TABLE placement_review (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  placement_id uuid NOT NULL REFERENCES placement (id),
  reviewed_at timestamptz NOT NULL,
  seen_child boolean NOT NULL,
  suitable text NOT NULL CHECK (suitable IN ('yes', 'no', 'unknown')),
  carer_fit text NOT NULL CHECK (carer_fit IN ('yes', 'no', 'unknown')),
  next_review_on date NOT NULL,
  body bytea NOT NULL,
  reviewed_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX placement_review_by_case ON placement_review (case_id, reviewed_at);

CREATE TABLE return_notice (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  placement_id uuid NOT NULL REFERENCES placement (id),
  notified_at timestamptz NOT NULL,
  body bytea NOT NULL,
  notified_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX return_notice_by_case ON return_notice (case_id, notified_at);

CREATE TABLE police_statement (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  received_at timestamptz NOT NULL,
  outcome text NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX police_statement_by_case ON police_statement (case_id, received_at);
CREATE TABLE handover (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  from_party text NOT NULL,
  to_party text NOT NULL,
  handed_at timestamptz NOT NULL,
  rights_notice boolean NOT NULL,
  guardian_informed boolean NOT NULL,
  police_statement_id uuid REFERENCES police_statement (id),
  place bytea NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX handover_by_case ON handover (case_id, handed_at);`;

/** Only those who work on the case; what was said once is not changed, what runs is ended. */
const ONCE = ['medical_record', 'custody_extension', 'placement_review', 'return_notice', 'police_statement'];
const RUNNING = ['custody', 'placement', 'handover'];

/** 就医、临时监护、安置、复核、领回、交接. */
export class CreatePlacements1700000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    const visible = 'can_work_case(case_id)';
    for (const table of ONCE)
      await runner.query(wall({ table, visible, app: 'SELECT, INSERT', worker: 'SELECT' }));
    for (const table of RUNNING)
      await runner.query(wall({ table, visible, app: 'SELECT, INSERT, UPDATE', worker: 'SELECT' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE handover, police_statement, return_notice, placement_review, placement, custody_extension, custody, medical_record;`);
  }
}
