import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_ACCESS } from './sql/0001-access';
import { CREATE_CASEWORK } from './sql/0001-casework';
import { CREATE_PLUMBING } from './sql/0001-plumbing';
import { CREATE_REFERENCE } from './sql/0001-reference';
import { DROP_EVERYTHING } from './sql/0001-drop';

/** The first migration: reference tables, plumbing, casework, and the walls around them (roles, grants, row-level security). */
export class CreateGround1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CREATE_REFERENCE, CREATE_PLUMBING, CREATE_CASEWORK, CREATE_ACCESS])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_EVERYTHING);
  }
}
