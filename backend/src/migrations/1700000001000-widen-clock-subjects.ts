import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEES = (others: string): string => `
CREATE OR REPLACE FUNCTION can_see_deadline(owner_agency_id uuid, owner_user_id uuid, report_id uuid, case_id uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN $4 IS NOT NULL
    THEN can_work_case($4) OR (($1 = ANY (ctx_principals()) OR $2 = ctx_user()) AND NOT is_excluded_from_case($4))
    ELSE ${others} END $$;`;
const BY_REPORT = '$3 IS NOT NULL AND can_see_report($3)';

/** Clocks of more than reports, cases and orders: of watched children, campaigns, agencies. Their owner sees them. */
export class WidenClockSubjects1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE deadline DROP CONSTRAINT deadline_subject_kind_check;
ALTER TABLE deadline ADD CONSTRAINT deadline_subject_kind_check
  CHECK (subject_kind IN ('report', 'case', 'work_order', 'watch_item', 'campaign', 'agency', 'case_transfer'));
${SEES(`CASE WHEN $3 IS NOT NULL THEN can_see_report($3) ELSE $1 = ANY (ctx_principals()) OR $2 = ctx_user() END`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
${SEES(BY_REPORT)}
ALTER TABLE deadline DROP CONSTRAINT deadline_subject_kind_check;
ALTER TABLE deadline ADD CONSTRAINT deadline_subject_kind_check CHECK (subject_kind IN ('report', 'case', 'work_order'));`);
  }
}
