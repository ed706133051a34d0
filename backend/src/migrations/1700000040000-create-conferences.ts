import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/** Who works on the case sees all; an agency that was called, or has a task, sees where it is named. */
const NAMED = (column: string): string =>
  `can_work_case(case_id) OR (${column} = ANY (ctx_principals()) AND can_see_case(case_id))`;

const TABLES = `
CREATE TABLE conference (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  state text NOT NULL CHECK (state IN ('convened', 'concluded', 'cancelled')),
  meets_at timestamptz NOT NULL,
  body bytea NOT NULL,
  convened_by uuid NOT NULL REFERENCES app_user (id),
  convened_at timestamptz NOT NULL,
  conclusion text CHECK (conclusion IN ('return', 'continue', 'revoke', 'other')),
  conclusion_body bytea,
  held_at timestamptz,
  concluded_by uuid REFERENCES app_user (id),
  concluded_at timestamptz,
  CONSTRAINT conference_concluded CHECK ((state = 'concluded') = (conclusion IS NOT NULL AND conclusion_body IS NOT NULL AND concluded_at IS NOT NULL))
);
CREATE UNIQUE INDEX conference_one_open ON conference (case_id) WHERE state = 'convened';
CREATE INDEX conference_by_case ON conference (case_id, convened_at);
CREATE TABLE conference_participant (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  conference_id uuid NOT NULL REFERENCES conference (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  position integer NOT NULL,
  agency_id uuid REFERENCES agency (id),
  present boolean,
  body bytea NOT NULL
);
CREATE INDEX conference_participant_by_conference ON conference_participant (conference_id, position);
CREATE TABLE conference_task (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  conference_id uuid NOT NULL REFERENCES conference (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'done')),
  body bytea NOT NULL,
  result bytea,
  done_by uuid REFERENCES app_user (id),
  done_at timestamptz
);
CREATE INDEX conference_task_by_case ON conference_task (case_id, due_on);
CREATE INDEX conference_task_by_conference ON conference_task (conference_id, due_on);`;

const WALLS = [
  wall({
    table: 'conference_participant',
    visible: NAMED('agency_id'),
    app: 'SELECT, INSERT, UPDATE',
    worker: 'SELECT',
  }),
  wall({
    table: 'conference_task',
    visible: NAMED('agency_id'),
    app: 'SELECT, INSERT, UPDATE',
    worker: 'SELECT',
  }),
  wall({
    table: 'conference',
    visible: `can_work_case(case_id)
      OR EXISTS (SELECT 1 FROM conference_participant p WHERE p.conference_id = conference.id AND p.agency_id = ANY (ctx_principals()))
      OR EXISTS (SELECT 1 FROM conference_task t WHERE t.conference_id = conference.id AND t.agency_id = ANY (ctx_principals()))`,
    app: 'SELECT, INSERT, UPDATE',
    worker: 'SELECT',
  }),
];

const WORKS = (without: string): string => `
CREATE OR REPLACE FUNCTION can_work_case(case_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = $1 AND a.principal_id = ANY (ctx_principals())
                   AND ${without}
                   AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now()))
     AND NOT is_excluded_from_case($1) $$;`;

/** 会商: who was called, what was concluded, who does what. A seat in a conference gives sight of the case, not its work. */
export class CreateConferences1700000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${WORKS(`a.reason NOT IN ('work_order', 'conference')`)}${TABLES}${WALLS.join('')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE conference_task, conference_participant, conference CASCADE;
${WORKS(`a.reason <> 'work_order'`)}`);
  }
}
