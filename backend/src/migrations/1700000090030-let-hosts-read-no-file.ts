import type { MigrationInterface, QueryRunner } from 'typeorm';

const WORKS = (without: string): string => `
CREATE OR REPLACE FUNCTION can_work_case(case_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = $1 AND a.principal_id = ANY (ctx_principals())
                   AND a.reason NOT IN (${without})
                   AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now()))
     AND NOT is_excluded_from_case($1) $$;`;

/**
 * A hospital or school where a child is placed (`hosting`) sees who the child is and reads no file, like the holder of one
 * order (个人信息保护法6). A shelter or welfare home (`placement`) works on the case.
 */
export class LetHostsReadNoFile1700000090030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORKS(`'work_order', 'conference', 'hosting'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(WORKS(`'work_order', 'conference'`));
  }
}
