import type { MigrationInterface, QueryRunner } from 'typeorm';

const READ = ['report', 'case_file', 'watch_item'];

/**
 * Totals for 妇儿工委 (未成年人保护法 9): how many, by month and by township, of whole months only. No row of a person leaves the
 * function, and it answers a wcc_officer of the district and nobody else; cells below five are taken out above it (statistics).
 */
export class TotalForTheCommittee1700000160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DO $$
BEGIN
${READ.map((table) => `  EXECUTE format('CREATE POLICY definer_totals ON ${table} FOR SELECT TO %I USING (true)', current_user);`).join('\n')}
END $$;
CREATE FUNCTION ctx_reads_totals() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app_user u WHERE u.id = ctx_user() AND u.district_code = ctx_district()
                   AND u.role = 'wcc_officer' AND u.disabled_at IS NULL) $$;
CREATE FUNCTION ctx_totals(months integer)
RETURNS TABLE (measure text, month text, township text, n integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH span AS (
    SELECT date_trunc('month', ctx_now() AT TIME ZONE 'Asia/Shanghai') AS until),
  events AS (
    SELECT 'reports' AS measure, r.reported_at AS at, r.region_code FROM report r WHERE r.district_code = ctx_district()
    UNION ALL SELECT 'cases-opened', c.opened_at, c.region_code FROM case_file c WHERE c.district_code = ctx_district()
    UNION ALL SELECT 'cases-closed', c.closed_at, c.region_code FROM case_file c WHERE c.district_code = ctx_district() AND c.closed_at IS NOT NULL
    UNION ALL SELECT 'watched', w.proposed_at, w.region_code FROM watch_item w WHERE w.district_code = ctx_district())
  SELECT e.measure, to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'),
         CASE g.level WHEN 'township' THEN g.code WHEN 'village' THEN g.parent_code END, count(*)::int
    FROM events e CROSS JOIN span s LEFT JOIN region g ON g.code = e.region_code
   WHERE ctx_reads_totals() AND e.at AT TIME ZONE 'Asia/Shanghai' < s.until
     AND e.at AT TIME ZONE 'Asia/Shanghai' >= s.until - make_interval(months => least($1, 24))
   GROUP BY 1, 2, 3 $$;
REVOKE ALL ON FUNCTION ctx_reads_totals() FROM PUBLIC;
REVOKE ALL ON FUNCTION ctx_totals(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx_totals(integer) TO tonghu_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION ctx_totals(integer);
DROP FUNCTION ctx_reads_totals();
${READ.map((table) => `DROP POLICY definer_totals ON ${table};`).join('\n')}`);
  }
}
