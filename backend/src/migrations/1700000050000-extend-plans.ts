import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

const STATES = (...states: string[]): string => `
ALTER TABLE plan_service DROP CONSTRAINT plan_service_state_check;
ALTER TABLE plan_service ADD CONSTRAINT plan_service_state_check CHECK (state IN (${states.map((state) => `'${state}'`).join(', ')}));`;
const NEW_TABLES = ['plan_decision', 'plan_review', 'guidance_record'];

/** Plans that go up the line, reviews of plans, services that begin, end or fall away, family-education guidance (D15, D22, DL-049). */
export class ExtendPlans1700000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE plan ADD COLUMN proposed boolean NOT NULL DEFAULT false;
ALTER TABLE plan ALTER COLUMN proposed DROP DEFAULT;
${STATES('draft', 'planned', 'ongoing', 'done', 'cancelled', 'dropped')}
ALTER TABLE plan_service ADD COLUMN provider_agency_id uuid REFERENCES agency (id), ADD COLUMN provider_words bytea,
  ADD COLUMN started_at timestamptz, ALTER COLUMN provider DROP NOT NULL;

CREATE TABLE plan_decision (
  plan_id uuid PRIMARY KEY REFERENCES plan (id),
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  approved boolean NOT NULL,
  note bytea,
  decided_by uuid NOT NULL REFERENCES app_user (id),
  decided_at timestamptz NOT NULL
);
CREATE INDEX plan_decision_by_case ON plan_decision (case_id);
CREATE TABLE plan_review (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  plan_id uuid NOT NULL REFERENCES plan (id),
  decision text NOT NULL CHECK (decision IN ('continue', 'adjust', 'close', 'escalate')),
  progress jsonb NOT NULL,
  body bytea NOT NULL,
  reviewed_by uuid NOT NULL REFERENCES app_user (id),
  reviewed_at timestamptz NOT NULL
);
CREATE INDEX plan_review_by_case ON plan_review (case_id, reviewed_at);
CREATE TABLE guidance_record (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  service_id uuid REFERENCES plan_service (id),
  held_on date NOT NULL,
  minutes integer NOT NULL CHECK (minutes > 0),
  method text NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX guidance_record_by_case ON guidance_record (case_id, held_on);
${NEW_TABLES.map((table) => wall({ table, visible: 'can_work_case(case_id)', app: 'SELECT, INSERT', worker: 'SELECT' })).join('\n')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE guidance_record;
DROP TABLE plan_review;
DROP TABLE plan_decision;
DELETE FROM plan_service WHERE state IN ('draft', 'dropped', 'cancelled');
UPDATE plan_service SET state = 'planned' WHERE state = 'ongoing';
UPDATE plan_service SET provider = coalesce(provider, (SELECT a.name FROM agency a WHERE a.id = provider_agency_id), '');
${STATES('planned', 'done')}
ALTER TABLE plan_service DROP COLUMN provider_agency_id, DROP COLUMN provider_words, DROP COLUMN started_at, ALTER COLUMN provider SET NOT NULL;
ALTER TABLE plan DROP COLUMN proposed;`);
  }
}
