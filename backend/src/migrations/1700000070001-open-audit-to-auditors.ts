import type { MigrationInterface, QueryRunner } from 'typeorm';

const READ = ['audit_entry', 'work_order', 'report_access'];

/**
 * 操作记录 for auditors (未成年人网络保护条例 36–37): who, when, what, with which outcome and on which number; no content. The
 * application still may not read audit_entry: this function answers an auditor of the district and nobody else, and it
 * keeps sealed who a reporter is (反家庭暴力法 14).
 */
export class OpenAuditToAuditors1700000070001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DO $$
BEGIN
${READ.map((table) => `  EXECUTE format('CREATE POLICY definer_audit ON ${table} FOR SELECT TO %I USING (true)', current_user);`).join('\n')}
END $$;
CREATE FUNCTION ctx_reads_audit() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app_user u WHERE u.id = ctx_user() AND u.district_code = ctx_district()
                   AND u.role = 'auditor' AND u.disabled_at IS NULL) $$;
CREATE FUNCTION ctx_audit_entries(who uuid, what text, result text, since timestamptz, until timestamptz,
                                  before_at timestamptz, before_id uuid, how_many integer)
RETURNS TABLE (id uuid, at timestamptz, actor_name text, agency_name text, sealed boolean, action text, outcome text,
               subject_kind text, number text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.at, CASE WHEN NOT s.sealed THEN u.display_name END, CASE WHEN NOT s.sealed THEN a.name END, s.sealed,
         e.action, e.outcome, e.subject_kind,
         CASE e.subject_kind
           WHEN 'report' THEN (SELECT r.report_no FROM report r WHERE r.id = e.subject_id)
           WHEN 'case' THEN (SELECT c.case_no FROM case_file c WHERE c.id = e.subject_id)
           WHEN 'work_order' THEN (SELECT w.order_no FROM work_order w WHERE w.id = e.subject_id) END
    FROM audit_entry e
    LEFT JOIN app_user u ON u.id = e.actor_user_id LEFT JOIN agency a ON a.id = e.actor_agency_id
    CROSS JOIN LATERAL (SELECT e.subject_kind = 'report' AND EXISTS (SELECT 1 FROM report_access x
             WHERE x.report_id = e.subject_id AND x.reason = 'reporter' AND x.principal_id = e.actor_user_id) IS TRUE AS sealed) s
   WHERE ctx_reads_audit() AND e.district_code = ctx_district()
     AND ($1 IS NULL OR (e.actor_user_id = $1 AND s.sealed IS NOT TRUE))
     AND ($2 IS NULL OR e.action = $2) AND ($3 IS NULL OR e.outcome = $3)
     AND ($4 IS NULL OR e.at >= $4) AND ($5 IS NULL OR e.at < $5)
     AND ($6 IS NULL OR (e.at, e.id) < ($6, $7))
   ORDER BY e.at DESC, e.id DESC LIMIT least($8, 101) $$;
CREATE INDEX audit_entry_by_time ON audit_entry (district_code, at DESC, id DESC);
REVOKE ALL ON FUNCTION ctx_reads_audit() FROM PUBLIC;
REVOKE ALL ON FUNCTION ctx_audit_entries(uuid, text, text, timestamptz, timestamptz, timestamptz, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx_audit_entries(uuid, text, text, timestamptz, timestamptz, timestamptz, uuid, integer) TO tonghu_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX audit_entry_by_time;
DROP FUNCTION ctx_audit_entries(uuid, text, text, timestamptz, timestamptz, timestamptz, uuid, integer);
DROP FUNCTION ctx_reads_audit();
${READ.map((table) => `DROP POLICY definer_audit ON ${table};`).join('\n')}`);
  }
}
