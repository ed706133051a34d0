import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_MONITORING, DROP_MONITORING, SEE_MONITORING, UNSEE_MONITORING } from './sql/0060-monitoring';
import { type Wall, wall } from './sql/wall';

const APPEND = 'SELECT, INSERT';
const CHANGE = 'SELECT, INSERT, UPDATE';

const WATCH_WALLS: readonly Wall[] = [
  { table: 'watch_item', visible: 'can_see_watch_item(id)', app: CHANGE, worker: 'SELECT' },
  { table: 'watch_party', visible: 'can_see_watch_item(watch_item_id)', app: APPEND, worker: 'SELECT' },
  { table: 'watch_access', visible: 'true', app: CHANGE, worker: 'SELECT' },
  { table: 'watch_exclusion', visible: 'true', app: APPEND, worker: 'SELECT' },
  { table: 'watch_visit', visible: 'can_see_watch_item(watch_item_id)', app: APPEND, worker: 'SELECT' },
  { table: 'entrusted_care', visible: 'can_see_watch_item(watch_item_id)', app: CHANGE, worker: 'SELECT' },
  { table: 'parent_contact', visible: 'can_see_watch_item(watch_item_id)', app: APPEND, worker: 'SELECT' },
  // That somebody reported is known to those who know the report: the reporter may fear the township.
  { table: 'watch_report', visible: 'can_see_report(report_id)', app: APPEND, worker: 'SELECT' },
  {
    table: 'watch_action',
    visible: 'can_see_watch_item(watch_item_id) AND (report_id IS NULL OR can_see_report(report_id))',
    app: APPEND,
    worker: 'SELECT',
  },
];

const PART = 'can_see_campaign_part(campaign_id, agency_id, station_agency_id, NULL)';
const CAMPAIGN_WALLS: readonly Wall[] = [
  { table: 'campaign', visible: 'can_see_campaign(id)', app: CHANGE, worker: 'SELECT' },
  { table: 'campaign_access', visible: 'true', app: APPEND, worker: 'SELECT' },
  { table: 'campaign_village', visible: PART, app: CHANGE, worker: 'SELECT' },
  {
    table: 'campaign_task',
    visible: 'can_see_campaign_part(campaign_id, agency_id, station_agency_id, watch_item_id)',
    app: CHANGE,
    worker: 'SELECT',
  },
  {
    table: 'campaign_action',
    visible: `can_see_campaign(campaign_id) AND (region_code IS NULL OR EXISTS (SELECT 1 FROM campaign_village v
      WHERE v.campaign_id = campaign_action.campaign_id AND v.region_code = campaign_action.region_code))`,
    app: APPEND,
    worker: 'SELECT',
  },
];

const PERSON = (others: string): string => `
CREATE OR REPLACE FUNCTION can_see_person(person_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_party p WHERE p.person_id = $1 AND can_see_case(p.case_id))${others} $$;`;
const BY_WATCH =
  '\n      OR EXISTS (SELECT 1 FROM watch_party w WHERE w.person_id = $1 AND can_see_watch_item(w.watch_item_id))';

const NOTICE = (others: string): string => `
CREATE OR REPLACE FUNCTION can_see_notice(user_id uuid, agency_id uuid, subject_kind text, subject_id uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($1 = ctx_user() OR $2 = ANY (ctx_principals())) AND CASE $3
    WHEN 'report' THEN EXISTS (SELECT 1 FROM report r WHERE r.id = $4)
    WHEN 'case' THEN EXISTS (SELECT 1 FROM case_file c WHERE c.id = $4)
    WHEN 'work_order' THEN EXISTS (SELECT 1 FROM work_order w WHERE w.id = $4)${others}
    ELSE false END $$;`;
const OF_MONITORING = `
    WHEN 'watch_item' THEN EXISTS (SELECT 1 FROM watch_item i WHERE i.id = $4)
    WHEN 'campaign' THEN EXISTS (SELECT 1 FROM campaign g WHERE g.id = $4)`;

/** A watched child's clock is the village's; the township that watches over it sees it and stops it when it made the visit. */
const CLOCKS = `
CREATE INDEX deadline_by_watch_item ON deadline (subject_id) WHERE subject_kind = 'watch_item';
CREATE POLICY app_select_watch ON deadline FOR SELECT TO tonghu_app
  USING (district_code = ctx_district() AND subject_kind = 'watch_item' AND can_see_watch_item(subject_id));
CREATE POLICY app_update_watch ON deadline FOR UPDATE TO tonghu_app
  USING (district_code = ctx_district() AND subject_kind = 'watch_item' AND can_see_watch_item(subject_id))
  WITH CHECK (district_code = ctx_district());`;

/** 监测对象 and 关爱排查: tables, who may see them, and what is seen through them (the child, its clocks, its notices). */
export class WatchChildren1700000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_MONITORING);
    await runner.query(SEE_MONITORING);
    for (const item of [...WATCH_WALLS, ...CAMPAIGN_WALLS]) await runner.query(wall(item));
    await runner.query(PERSON(BY_WATCH));
    await runner.query(NOTICE(OF_MONITORING));
    await runner.query(CLOCKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP POLICY app_select_watch ON deadline; DROP POLICY app_update_watch ON deadline; DROP INDEX deadline_by_watch_item;',
    );
    await runner.query(NOTICE(''));
    await runner.query(PERSON(''));
    await runner.query(DROP_MONITORING);
    await runner.query(UNSEE_MONITORING);
  }
}
