import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the hourly look at the invariants found; about the whole installation, so it belongs to no district. */
export class CheckInvariants1700000170000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invariant_check (
        id text PRIMARY KEY,
        checked_at timestamptz NOT NULL,
        broken integer NOT NULL,
        examples text[] NOT NULL,
        broken_since timestamptz
      );
      GRANT SELECT, INSERT, UPDATE ON invariant_check TO tonghu_worker;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE invariant_check');
  }
}
