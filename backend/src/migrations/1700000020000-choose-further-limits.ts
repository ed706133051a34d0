import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rule's further numbers (3, 7 or 30 days; an extension) can be chosen, and a clock remembers which one it runs by. */
export class ChooseFurtherLimits1700000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE deadline_rule ADD COLUMN further jsonb NOT NULL DEFAULT '[]';
ALTER TABLE deadline ADD COLUMN variant text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE deadline DROP COLUMN variant;
ALTER TABLE deadline_rule DROP COLUMN further;`);
  }
}
