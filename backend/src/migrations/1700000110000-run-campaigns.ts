import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTION_POLICIES = ['app_select', 'app_update', 'app_delete'];

/** The log of a screening: an entry of a sheet is for those who see the sheet, that a report was filed for those who know it. */
const actionPolicies = (visible: string): string => {
  const using = `district_code = ctx_district() AND (can_see_campaign(campaign_id) AND ${visible})`;
  return `
${ACTION_POLICIES.map((policy) => `DROP POLICY IF EXISTS ${policy} ON campaign_action;`).join('\n')}
CREATE POLICY app_select ON campaign_action FOR SELECT TO tonghu_app USING (${using});
CREATE POLICY app_update ON campaign_action FOR UPDATE TO tonghu_app USING (${using}) WITH CHECK (district_code = ctx_district());
CREATE POLICY app_delete ON campaign_action FOR DELETE TO tonghu_app USING (${using});`;
};
const BY_VILLAGE = `(region_code IS NULL OR EXISTS (SELECT 1 FROM campaign_village v
  WHERE v.campaign_id = campaign_action.campaign_id AND v.region_code = campaign_action.region_code))`;
const BY_SHEET = `(sheet_id IS NULL OR EXISTS (SELECT 1 FROM campaign_sheet s WHERE s.id = campaign_action.sheet_id))
  AND (report_id IS NULL OR can_see_report(report_id))`;

const kinds = (subject: string): string => `
ALTER TABLE deadline DROP CONSTRAINT deadline_subject_kind_check;
ALTER TABLE deadline ADD CONSTRAINT deadline_subject_kind_check
  CHECK (subject_kind IN ('report', 'case', 'work_order', 'watch_item', '${subject}', 'agency', 'case_transfer'));`;

const notices = (sheets: string): string => `
CREATE OR REPLACE FUNCTION can_see_notice(user_id uuid, agency_id uuid, subject_kind text, subject_id uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($1 = ctx_user() OR $2 = ANY (ctx_principals())) AND CASE $3
    WHEN 'report' THEN EXISTS (SELECT 1 FROM report r WHERE r.id = $4)
    WHEN 'case' THEN EXISTS (SELECT 1 FROM case_file c WHERE c.id = $4)
    WHEN 'work_order' THEN EXISTS (SELECT 1 FROM work_order w WHERE w.id = $4)
    WHEN 'watch_item' THEN EXISTS (SELECT 1 FROM watch_item i WHERE i.id = $4)
    WHEN 'campaign' THEN EXISTS (SELECT 1 FROM campaign g WHERE g.id = $4)${sheets}
    ELSE false END $$;`;

const UP = `
ALTER TABLE campaign DROP CONSTRAINT campaign_state_check;
ALTER TABLE campaign ADD CONSTRAINT campaign_state_check CHECK (state IN ('draft', 'running', 'closed', 'withdrawn'));
ALTER TABLE campaign DROP COLUMN summary, DROP COLUMN version;

ALTER TABLE campaign_village RENAME TO campaign_sheet;
ALTER TABLE campaign_sheet DROP CONSTRAINT campaign_village_pkey, DROP COLUMN households,
  ADD COLUMN id uuid NOT NULL, ADD COLUMN number text NOT NULL,
  ADD COLUMN state text NOT NULL CONSTRAINT campaign_sheet_state_check CHECK (state IN ('open', 'submitted', 'signed')),
  ADD COLUMN signed_by uuid REFERENCES app_user (id), ADD COLUMN signed_at timestamptz,
  ADD CONSTRAINT campaign_sheet_pkey PRIMARY KEY (id),
  ADD CONSTRAINT campaign_sheet_one_per_village UNIQUE (campaign_id, region_code);
ALTER TABLE campaign_sheet RENAME COLUMN reported_by TO submitted_by;
ALTER TABLE campaign_sheet RENAME COLUMN reported_at TO submitted_at;
ALTER INDEX campaign_village_by_agency RENAME TO campaign_sheet_by_agency;

ALTER TABLE campaign_task DROP COLUMN region_code, DROP COLUMN finding, DROP COLUMN answers, DROP COLUMN opened_at, DROP COLUMN version,
  ADD COLUMN sheet_id uuid NOT NULL REFERENCES campaign_sheet (id), ADD COLUMN findings text[] NOT NULL, ADD COLUMN not_met_reason text;
CREATE INDEX campaign_task_by_sheet ON campaign_task (sheet_id, id);
DROP INDEX campaign_task_open;

ALTER TABLE campaign_action ADD COLUMN sheet_id uuid REFERENCES campaign_sheet (id), ADD COLUMN report_id uuid REFERENCES report (id);
${actionPolicies(BY_SHEET)}
ALTER TABLE campaign_action DROP COLUMN region_code;

CREATE FUNCTION can_see_campaign_sheet(sheet_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM campaign_sheet s WHERE s.id = $1
                    AND can_see_campaign_part(s.campaign_id, s.agency_id, s.station_agency_id, NULL)) $$;
${kinds('campaign_sheet')}
${notices(`
    WHEN 'campaign_sheet' THEN EXISTS (SELECT 1 FROM campaign_sheet s WHERE s.id = $4)`)}
CREATE POLICY app_select_campaign ON deadline FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND subject_kind = 'campaign_sheet' AND can_see_campaign_sheet(subject_id));
CREATE POLICY app_update_campaign ON deadline FOR UPDATE TO tonghu_app
  USING (district_code = ctx_district() AND subject_kind = 'campaign_sheet' AND can_see_campaign_sheet(subject_id))
  WITH CHECK (district_code = ctx_district());`;

const DOWN = `
DROP POLICY app_select_campaign ON deadline;
DROP POLICY app_update_campaign ON deadline;
${notices('')}
${kinds('campaign')}
DROP FUNCTION can_see_campaign_sheet(uuid);

ALTER TABLE campaign_action ADD COLUMN region_code text;
ALTER TABLE campaign_sheet RENAME TO campaign_village;
${actionPolicies(BY_VILLAGE)}
ALTER TABLE campaign_action DROP COLUMN sheet_id, DROP COLUMN report_id;

ALTER TABLE campaign_task DROP COLUMN sheet_id, DROP COLUMN findings, DROP COLUMN not_met_reason,
  ADD COLUMN region_code text NOT NULL REFERENCES region (code), ADD COLUMN finding boolean NOT NULL DEFAULT false, ADD COLUMN answers jsonb,
  ADD COLUMN opened_at timestamptz NOT NULL, ADD COLUMN version integer NOT NULL;
CREATE INDEX campaign_task_by_village ON campaign_task (campaign_id, region_code, id);
CREATE INDEX campaign_task_open ON campaign_task (agency_id, state, campaign_id);

ALTER INDEX campaign_sheet_by_agency RENAME TO campaign_village_by_agency;
ALTER TABLE campaign_village RENAME COLUMN submitted_by TO reported_by;
ALTER TABLE campaign_village RENAME COLUMN submitted_at TO reported_at;
ALTER TABLE campaign_village DROP CONSTRAINT campaign_sheet_one_per_village, DROP CONSTRAINT campaign_sheet_pkey,
  DROP COLUMN id, DROP COLUMN number, DROP COLUMN state, DROP COLUMN signed_by, DROP COLUMN signed_at, ADD COLUMN households integer,
  ADD CONSTRAINT campaign_village_pkey PRIMARY KEY (campaign_id, region_code);

ALTER TABLE campaign ADD COLUMN summary jsonb, ADD COLUMN version integer NOT NULL;
ALTER TABLE campaign DROP CONSTRAINT campaign_state_check;
ALTER TABLE campaign ADD CONSTRAINT campaign_state_check CHECK (state IN ('draft', 'running', 'closed'));`;

/**
 * 重点时段排查 as it is worked with: a sheet per village with its own way (open, submitted, signed) and clock, what was
 * found of each child as codes that can be counted, and a log that hides a report from those who must not know it. The
 * tables held nothing before.
 */
export class RunCampaigns1700000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
