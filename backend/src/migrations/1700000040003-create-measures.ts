import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

const MEASURE_VISIBLE =
  'can_work_case(case_id) OR (agency_id = ANY (ctx_principals()) AND can_see_case(case_id))';

/** 监护干预: measures, their service, and what is known of the guardian's performance. */
export class CreateMeasures1700000040003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE measure (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('applied', 'done', 'in_force', 'refused', 'ended')),
  agency_id uuid REFERENCES agency (id),
  on_behalf boolean NOT NULL,
  happened_at timestamptz NOT NULL,
  urgent boolean NOT NULL,
  terms text[] NOT NULL,
  grounds text[] NOT NULL,
  evidence text[] NOT NULL,
  applicant text,
  pack jsonb NOT NULL,
  decided_on date,
  expires_on date,
  end_result text,
  ended_on date,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT measure_ended CHECK ((state = 'ended') = (end_result IS NOT NULL AND ended_on IS NOT NULL))
);
CREATE INDEX measure_by_case ON measure (case_id, happened_at);
CREATE TABLE measure_service (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  measure_id uuid NOT NULL REFERENCES measure (id),
  party text NOT NULL,
  served_at timestamptz NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX measure_service_by_case ON measure_service (case_id);
CREATE INDEX measure_service_by_measure ON measure_service (measure_id);
CREATE TABLE guardian_duty (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  performing boolean NOT NULL,
  last_performed_on date NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX guardian_duty_by_case ON guardian_duty (case_id, recorded_at);
${wall({ table: 'measure', visible: MEASURE_VISIBLE, app: 'SELECT, INSERT, UPDATE', worker: 'SELECT' })}
${wall({
  table: 'measure_service',
  visible: 'EXISTS (SELECT 1 FROM measure m WHERE m.id = measure_id)',
  app: 'SELECT, INSERT',
  worker: 'SELECT',
})}
${wall({ table: 'guardian_duty', visible: 'can_work_case(case_id)', app: 'SELECT, INSERT', worker: 'SELECT' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE guardian_duty, measure_service, measure');
  }
}
