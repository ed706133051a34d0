import type { MigrationInterface, QueryRunner } from 'typeorm';

const policies = (visible: string): string => `
ALTER POLICY app_select ON work_order USING (district_code = ctx_district() AND (${visible}));
ALTER POLICY app_update ON work_order USING (district_code = ctx_district() AND (${visible}));
ALTER POLICY app_delete ON work_order USING (district_code = ctx_district() AND (${visible}));`;

/**
 * Orders that are handed on, ruled upon, expected and asked again. Who took a receipt leaves the clear: a migration has no
 * keys, so a real installation with such rows is stopped here instead of losing them.
 */
export class CompleteWorkOrders1700000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM installation WHERE kind = 'real')
     AND EXISTS (SELECT 1 FROM work_order WHERE receipt_no IS NOT NULL OR receipt_person IS NOT NULL) THEN
    RAISE EXCEPTION 'work_order holds receipts in clear; export them before this migration drops the columns';
  END IF;
END $$;
ALTER TABLE work_order
  DROP COLUMN receipt_no,
  DROP COLUMN receipt_person,
  ADD COLUMN receipt bytea,
  ADD COLUMN refusals integer NOT NULL DEFAULT 0,
  ADD COLUMN ruling_no text,
  ADD COLUMN handed_from uuid REFERENCES work_order (id),
  ADD COLUMN expected_on date;
CREATE INDEX work_order_handed ON work_order (handed_from) WHERE handed_from IS NOT NULL;
CREATE SEQUENCE letter_number;
CREATE SEQUENCE ruling_number;
GRANT USAGE ON SEQUENCE letter_number, ruling_number TO tonghu_app;
-- Who handed an order on keeps it in sight (首接负责).
CREATE FUNCTION can_see_work_order(agency_id uuid, case_id uuid, issued_by uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (($1 = ANY (ctx_principals()) OR $3 = ANY (ctx_principals())) AND NOT is_excluded_from_case($2)) OR can_work_case($2) $$;
${policies('can_see_work_order(agency_id, case_id, issued_by_agency_id)')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
${policies('can_see_work_order(agency_id, case_id)')}
DROP FUNCTION can_see_work_order(uuid, uuid, uuid);
DROP SEQUENCE letter_number;
DROP SEQUENCE ruling_number;
ALTER TABLE work_order
  DROP COLUMN receipt,
  DROP COLUMN refusals,
  DROP COLUMN ruling_no,
  DROP COLUMN handed_from,
  DROP COLUMN expected_on,
  ADD COLUMN receipt_no text,
  ADD COLUMN receipt_person text;`);
  }
}
