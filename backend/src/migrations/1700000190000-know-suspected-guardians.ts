import type { MigrationInterface, QueryRunner } from 'typeorm';

const facts = (columns: string, values: string): string => `
DROP FUNCTION report_facts_of_case(uuid);
CREATE FUNCTION report_facts_of_case(case_id uuid) RETURNS TABLE (answered boolean, police_pending boolean${columns})
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(EXISTS (SELECT 1 FROM report_feedback f WHERE f.report_id = r.id)), false),
         coalesce(bool_or(r.police_required AND r.police_told_at IS NULL), false)${values}
    FROM report_link l JOIN report r ON r.id = l.report_id WHERE l.case_id = $1 $$;
REVOKE ALL ON FUNCTION report_facts_of_case(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_facts_of_case(uuid) TO tonghu_app;`;

/** One more answer for who works on a case without seeing its reports: whether the guardian may be the danger (法发〔2014〕24号19). */
export class KnowSuspectedGuardians1700000190000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      facts(
        ', guardian_suspected boolean',
        ",\n         coalesce(bool_or('GUARDIAN' = ANY (r.exclusion_hints)), false)",
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(facts('', ''));
  }
}
