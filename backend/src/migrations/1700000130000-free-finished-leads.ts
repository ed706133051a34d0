import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One lead at a time among the orders at work: a case that is worked on again after its lead has finished gets a new one. */
export class FreeFinishedLeads1700000130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX work_order_one_lead;
CREATE UNIQUE INDEX work_order_one_lead ON work_order (case_id) WHERE role = 'lead' AND state IN ('issued', 'accepted');`);
  }

  /** Before, a finished order still was the lead; it stays so unless another leads now, or has led since. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE work_order w SET role = 'co' WHERE w.role = 'lead' AND w.state = 'finished' AND EXISTS (
  SELECT 1 FROM work_order o WHERE o.case_id = w.case_id AND o.role = 'lead'
     AND (o.state IN ('issued', 'accepted') OR (o.state = 'finished' AND (o.issued_at, o.id) > (w.issued_at, w.id))));
DROP INDEX work_order_one_lead;
CREATE UNIQUE INDEX work_order_one_lead ON work_order (case_id) WHERE role = 'lead' AND state NOT IN ('returned', 'withdrawn');`);
  }
}
