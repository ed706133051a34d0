import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_LIFECYCLE, DROP_LIFECYCLE } from './sql/0010-lifecycle';

/** How a case ends, rests and comes back: endorsed closings, 跟踪回访, suspensions, deaths, archives. */
export class CreateLifecycle1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_LIFECYCLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_LIFECYCLE);
  }
}
