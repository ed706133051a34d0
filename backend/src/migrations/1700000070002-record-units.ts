import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/**
 * Stations, posts and the yearly duties of units. A record stays; a correction is a record of its own that replaces it,
 * once. The unit itself, who stands above it and the district's desk see it; whoever audits reads.
 */
const CREATE = `
CREATE TABLE unit_record (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  duty text NOT NULL CHECK (duty IN ('station', 'post', 'background_check', 'privacy_audit')),
  starts_on date NOT NULL,
  ends_on date,
  body bytea NOT NULL,
  on_behalf boolean NOT NULL,
  replaces_id uuid UNIQUE REFERENCES unit_record (id),
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX unit_record_by_agency ON unit_record (agency_id, duty, starts_on);

CREATE FUNCTION can_see_unit(agency_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT $1 = ANY (ctx_principals())
      OR EXISTS (SELECT 1 FROM agency a WHERE a.id = $1 AND a.supervisor_agency_id = ANY (ctx_principals()))
      OR EXISTS (SELECT 1 FROM agency a WHERE (a.id = ANY (ctx_principals()) AND a.kind IN ('intake', 'civil_affairs'))
                                           OR (a.id = ANY (ctx_identities()) AND a.kind = 'audit')) $$;
CREATE FUNCTION can_see_unit_notice(user_id uuid, agency_id uuid, subject_kind text, subject_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT $3 = 'agency' AND ($1 = ctx_user() OR $2 = ANY (ctx_principals())) AND can_see_unit($4) $$;`;

/** A unit's clock is seen by whom the unit is, and stopped by whoever records for it. */
const CLOCKS = `
CREATE POLICY app_select_unit ON deadline FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND subject_kind = 'agency' AND can_see_unit(subject_id));
CREATE POLICY app_update_unit ON deadline FOR UPDATE TO tonghu_app
  USING (district_code = ctx_district() AND subject_kind = 'agency' AND can_see_unit(subject_id))
  WITH CHECK (district_code = ctx_district());
CREATE POLICY app_select_unit ON notice FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND can_see_unit_notice(user_id, agency_id, subject_kind, subject_id));`;

const DROP = `
DROP POLICY app_select_unit ON notice;
DROP POLICY app_update_unit ON deadline;
DROP POLICY app_select_unit ON deadline;
DROP TABLE unit_record;
DROP FUNCTION can_see_unit_notice(uuid, uuid, text, uuid);
DROP FUNCTION can_see_unit(uuid);`;

/** 未保工作站、专人专岗、入职查询、合规审计 as records (未成年人保护法 43, 62, 81; 未成年人网络保护条例 37). */
export class RecordUnits1700000070002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE);
    await runner.query(
      wall({
        table: 'unit_record',
        visible: 'can_see_unit(agency_id)',
        app: 'SELECT, INSERT',
        worker: 'SELECT',
      }),
    );
    await runner.query(CLOCKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP);
  }
}
