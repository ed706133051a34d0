import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A court that is asked and a party that may ask are never late: clocks say whether they are a duty. */
export class TellDutiesFromRights1700000040001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE deadline ADD COLUMN duty boolean NOT NULL DEFAULT true;
UPDATE deadline d SET duty = false FROM deadline_rule r
 WHERE r.id = d.rule_id AND r.owner_kind IN ('court', 'procuratorate', 'complainant', 'party');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadline DROP COLUMN duty');
  }
}
