import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from './sql/wall';

/**
 * 告知: an agency that the routing table only tells reads one neutral line and never the case. Who must not know, or from
 * whom it was withdrawn, does not see the row either; those who work on the case see whom it reached.
 */
const CREATE = `
CREATE TABLE agency_notice (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  case_no text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  situation text NOT NULL,
  task text NOT NULL,
  article text,
  state text NOT NULL CHECK (state IN ('sent', 'read', 'told', 'withdrawn')),
  informed_at timestamptz NOT NULL,
  informed_by uuid NOT NULL REFERENCES app_user (id),
  informed_by_agency_id uuid NOT NULL REFERENCES agency (id),
  read_at timestamptz,
  read_by uuid REFERENCES app_user (id),
  told_at timestamptz,
  told_by uuid REFERENCES app_user (id),
  told_how text CHECK (told_how IN ('phone', 'visit', 'letter')),
  CONSTRAINT agency_notice_once UNIQUE (case_id, agency_id)
);
CREATE INDEX agency_notice_by_agency ON agency_notice (district_code, agency_id, informed_at DESC, id DESC);

CREATE FUNCTION can_see_agency_notice(agency_id uuid, case_id uuid, state text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($1 = ANY (ctx_principals()) AND $3 <> 'withdrawn' AND NOT is_excluded_from_case($2)) OR can_work_case($2) $$;
-- An excluded agency hears that its order was withdrawn, under its own list: the order itself is out of its sight.
CREATE FUNCTION can_see_inform_notice(user_id uuid, agency_id uuid, subject_kind text, subject_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($1 = ctx_user() OR $2 = ANY (ctx_principals())) AND CASE $3
    WHEN 'agency_notice' THEN EXISTS (SELECT 1 FROM agency_notice n WHERE n.id = $4)
    WHEN 'work_order_list' THEN $2 = $4
    ELSE false END $$;
CREATE POLICY app_select_inform ON notice FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND can_see_inform_notice(user_id, agency_id, subject_kind, subject_id));`;

const DROP = `
DROP POLICY app_select_inform ON notice;
DROP FUNCTION can_see_inform_notice(uuid, uuid, text, uuid);
DROP TABLE agency_notice;
DROP FUNCTION can_see_agency_notice(uuid, uuid, text);`;

/** Neutral notices to agencies that have no task in a case (domain.md §6 N, §7 "always notify"). */
export class InformAgencies1700000140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE);
    await runner.query(
      wall({
        table: 'agency_notice',
        visible: 'can_see_agency_notice(agency_id, case_id, state)',
        app: 'SELECT, INSERT, UPDATE (state, read_at, read_by, told_at, told_by, told_how)',
        worker: 'SELECT',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP);
  }
}
