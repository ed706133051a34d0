import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases of the very child of a triage: the same file, the same ID number, or the same name and certain date of birth.
 * It answers under the lock of the child, so it looks past visibility and past the instant the asking transaction began;
 * `hidden` says that the actor may not know of the case. A name alone is a hint and stays behind the walls.
 */
const CASES_OF_CHILD = `
CREATE FUNCTION cases_of_child(person_id uuid, id_token text, name_token text, birth date)
RETURNS TABLE (id uuid, case_no text, phase text, child_id uuid, hidden boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH hit AS (
    SELECT $1 AS id WHERE $1 IS NOT NULL
    UNION SELECT t.person_id FROM person_token t WHERE t.district_code = ctx_district() AND t.token = $2
    UNION SELECT t.person_id FROM person_token t JOIN person x ON x.id = t.person_id
           WHERE t.district_code = ctx_district() AND t.token = $3 AND x.birth_date = $4 AND NOT x.birth_date_estimated)
  SELECT c.id, c.case_no, c.phase, c.child_id,
         is_excluded_from_case(c.id) OR NOT EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = c.id
           AND a.principal_id = ANY (ctx_principals()) AND (a.valid_until IS NULL OR a.valid_until > ctx_now()))
    FROM hit JOIN case_file c ON c.child_id = hit.id
   WHERE c.district_code = ctx_district() AND c.phase NOT IN ('archived', 'frozen')
   ORDER BY c.opened_at DESC, c.id $$;
REVOKE ALL ON FUNCTION cases_of_child(uuid, text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_of_child(uuid, text, text, date) TO tonghu_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['person', 'person_token', 'case_access', 'case_exclusion'] LOOP
    EXECUTE format('CREATE POLICY definer_match ON %I FOR SELECT TO %I USING (true)', name, current_user);
  END LOOP;
END $$;`;

/** Triage decides per child of a match: into the case, or apart from it; and a match an operator may not know is not lost. */
export class LinkCases1700000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CASES_OF_CHILD);
    await runner.query(`
GRANT INSERT ON report_match TO tonghu_app;
GRANT INSERT ON report_exclusion TO tonghu_worker;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
REVOKE INSERT ON report_match FROM tonghu_app;
REVOKE INSERT ON report_exclusion FROM tonghu_worker;
DROP FUNCTION cases_of_child(uuid, text, text, date);
DROP POLICY definer_match ON person;
DROP POLICY definer_match ON person_token;
DROP POLICY definer_match ON case_access;
DROP POLICY definer_match ON case_exclusion;`);
  }
}
