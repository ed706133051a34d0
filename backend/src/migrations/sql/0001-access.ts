/**
 * The walls: database roles with stated rights, context functions, one visibility fragment per noun and row-level
 * security that installs the same fragment. Lists and the lock query name the very same functions
 * (platform/database/visibility.ts), so the rule is written once.
 */

/** Rights of tonghu_app and tonghu_worker per table; what is not stated is not granted. */
const GRANTS: readonly (readonly [tables: string, app: string, worker: string])[] = [
  // Only demo and test clocks move; the constraint on the table refuses any other.
  ['installation', 'SELECT', 'SELECT, UPDATE (clock_offset_ms)'],
  ['region, working_day, working_day_year, code_item, deadline_rule, routing_rule', 'SELECT', 'SELECT'],
  ['agency, app_user', 'SELECT', 'SELECT'],
  ['session', 'SELECT, INSERT, UPDATE, DELETE', 'SELECT, DELETE'],
  ['login_throttle', 'SELECT, INSERT, UPDATE, DELETE', 'DELETE'],
  ['idempotency_key', 'SELECT, INSERT', 'SELECT, DELETE'],
  ['audit_entry', 'INSERT', 'INSERT'],
  ['outbox_message', 'INSERT', 'SELECT, INSERT'],
  ['outbox_delivery', 'INSERT', 'SELECT, INSERT, UPDATE'],
  ['deadline', 'SELECT, INSERT, UPDATE', 'SELECT, INSERT, UPDATE'],
  ['deadline_step', 'SELECT', 'SELECT, INSERT'],
  ['notice', 'SELECT', 'SELECT, INSERT'],
  ['notice_read', 'SELECT, INSERT', 'SELECT'],
  ['draft', 'SELECT, INSERT, UPDATE, DELETE', 'SELECT, DELETE'],
  ['reporter', 'SELECT, INSERT', ''],
  ['reporter_disclosure', 'SELECT, INSERT', ''],
  ['incident', 'SELECT, INSERT', 'SELECT'],
  ['report', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['report_addition, report_feedback', 'SELECT, INSERT', 'SELECT'],
  ['person', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['person_token', 'SELECT, INSERT, DELETE', 'SELECT'],
  ['relation, household, household_member', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['case_file', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['case_stage', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['case_party', 'SELECT, INSERT', 'SELECT'],
  ['case_action', 'SELECT, INSERT', 'SELECT, INSERT'],
  ['work_order', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['work_order_step', 'SELECT, INSERT', 'SELECT, INSERT'],
  ['safety_check, assessment, plan, visit', 'SELECT, INSERT', 'SELECT'],
  ['plan_service, case_closing', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['report_access, case_access', 'SELECT, INSERT, UPDATE', 'SELECT'],
  ['report_exclusion, case_exclusion', 'SELECT, INSERT', 'SELECT'],
];

/** Who may see a row of a table under tonghu_app (besides being of its district), by the fragment of its noun. */
const VISIBLE: Readonly<Record<string, string>> = {
  agency: 'true',
  app_user: 'true',
  idempotency_key: 'actor_id = ctx_user()',
  audit_entry: 'false',
  outbox_message: 'false',
  outbox_delivery: 'false',
  deadline: 'can_see_deadline(owner_agency_id, owner_user_id, report_id, case_id)',
  deadline_step: 'EXISTS (SELECT 1 FROM deadline d WHERE d.id = deadline_id)',
  notice: 'can_see_notice(user_id, agency_id, subject_kind, subject_id)',
  notice_read: 'user_id = ctx_user()',
  draft: 'user_id = ctx_user()',
  reporter:
    'user_id = ctx_user() OR EXISTS (SELECT 1 FROM reporter_disclosure d WHERE d.reporter_id = reporter.id AND d.user_id = ctx_user() AND d.granted_until > ctx_now())',
  reporter_disclosure: 'user_id = ctx_user()',
  incident:
    'EXISTS (SELECT 1 FROM case_file c WHERE c.incident_id = incident.id) OR EXISTS (SELECT 1 FROM work_order w WHERE w.incident_id = incident.id)',
  report: 'can_see_report(id)',
  report_addition: 'can_see_report(report_id)',
  report_feedback: 'can_see_report(report_id)',
  person: 'can_see_person(id)',
  person_token: 'can_see_person(person_id)',
  relation: 'can_see_person(child_id)',
  household: 'EXISTS (SELECT 1 FROM household_member m WHERE m.household_id = household.id)',
  household_member: 'can_see_person(person_id)',
  case_file: 'can_see_case(id)',
  case_stage: 'can_see_case(case_id)',
  case_party: 'can_see_case(case_id)',
  case_action: 'can_see_action(case_id, report_id, work_order_id)',
  work_order: 'can_see_work_order(agency_id, case_id)',
  work_order_step: 'EXISTS (SELECT 1 FROM work_order w WHERE w.id = work_order_id)',
  safety_check: 'can_work_case(case_id)',
  assessment: 'can_work_case(case_id)',
  plan: 'can_work_case(case_id)',
  plan_service: 'can_work_case(case_id)',
  visit: 'can_work_case(case_id)',
  case_closing: 'can_work_case(case_id)',
  report_access: 'true',
  report_exclusion: 'true',
  case_access: 'true',
  case_exclusion: 'true',
};

/** Tables without a district of their own but with rows that belong to somebody. */
const NO_DISTRICT = new Set(['idempotency_key', 'outbox_delivery']);

const CONTEXT = `
CREATE FUNCTION ctx_district() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.district', true), '') $$;
CREATE FUNCTION ctx_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.user', true), '')::uuid $$;
CREATE FUNCTION ctx_principals() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.principals', true), '')::uuid[] $$;
CREATE FUNCTION ctx_identities() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.identities', true), '')::uuid[] $$;
CREATE FUNCTION ctx_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.now', true), '')::timestamptz $$;
`;

/* Exclusions (谁不能知道?) win over every reason but one: a reporter keeps sight of the own report. */
const FRAGMENTS = `
CREATE FUNCTION is_excluded_from_case(case_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_exclusion x WHERE x.case_id = $1 AND x.principal_id = ANY (ctx_identities())) $$;
CREATE FUNCTION is_excluded_from_report(report_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM report_exclusion x WHERE x.report_id = $1 AND x.principal_id = ANY (ctx_identities())) $$;

CREATE FUNCTION can_see_case(case_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = $1 AND a.principal_id = ANY (ctx_principals())
                   AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now()))
     AND NOT is_excluded_from_case($1) $$;
-- Working on a case is more than holding one order of it: intake, owner, region station, assigned worker, supervision.
CREATE FUNCTION can_work_case(case_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = $1 AND a.principal_id = ANY (ctx_principals())
                   AND a.reason <> 'work_order'
                   AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now()))
     AND NOT is_excluded_from_case($1) $$;
CREATE FUNCTION can_see_report(report_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = $1 AND a.principal_id = ANY (ctx_principals())
                   AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now())
                   AND (a.reason = 'reporter' OR NOT is_excluded_from_report($1))) $$;
CREATE FUNCTION can_see_person(person_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_party p WHERE p.person_id = $1 AND can_see_case(p.case_id)) $$;
CREATE FUNCTION can_see_work_order(agency_id uuid, case_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($1 = ANY (ctx_principals()) AND NOT is_excluded_from_case($2)) OR can_work_case($2) $$;
CREATE FUNCTION can_see_deadline(owner_agency_id uuid, owner_user_id uuid, report_id uuid, case_id uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN $4 IS NOT NULL
    THEN can_work_case($4) OR (($1 = ANY (ctx_principals()) OR $2 = ctx_user()) AND NOT is_excluded_from_case($4))
    ELSE $3 IS NOT NULL AND can_see_report($3) END $$;
CREATE FUNCTION can_see_action(case_id uuid, report_id uuid, work_order_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN $1 IS NOT NULL THEN can_work_case($1)
    OR ($3 IS NOT NULL AND EXISTS (SELECT 1 FROM work_order w WHERE w.id = $3))
    ELSE can_see_report($2) END $$;
-- A notice may have been sent before somebody was excluded: it is checked again each time it is read.
CREATE FUNCTION can_see_notice(user_id uuid, agency_id uuid, subject_kind text, subject_id uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($1 = ctx_user() OR $2 = ANY (ctx_principals())) AND CASE $3
    WHEN 'report' THEN EXISTS (SELECT 1 FROM report r WHERE r.id = $4)
    WHEN 'case' THEN EXISTS (SELECT 1 FROM case_file c WHERE c.id = $4)
    WHEN 'work_order' THEN EXISTS (SELECT 1 FROM work_order w WHERE w.id = $4)
    ELSE false END $$;
`;

/** Also before a dump is restored: it grants to these roles and does not bring them. */
export const CREATE_ROLES = `
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['tonghu_app', 'tonghu_worker', 'tonghu_public', 'tonghu_statistics'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', role_name);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  END LOOP;
END $$;
`;

const ROLES = `${CREATE_ROLES}
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT SELECT ON region TO tonghu_public, tonghu_statistics;
GRANT SELECT ON code_item TO tonghu_public;
GRANT USAGE ON SEQUENCE report_number, case_number, work_order_number TO tonghu_app;
GRANT USAGE ON SEQUENCE supervision_number TO tonghu_app, tonghu_worker;
`;

function grants(): string {
  return GRANTS.map(([tables, app, worker]) =>
    [
      app && `GRANT ${app} ON ${tables} TO tonghu_app;`,
      worker && `GRANT ${worker} ON ${tables} TO tonghu_worker;`,
    ].join('\n'),
  ).join('\n');
}

function policies(): string {
  return Object.entries(VISIBLE)
    .map(([table, visible]) => {
      const district = NO_DISTRICT.has(table) ? '' : 'district_code = ctx_district()';
      // Signing in happens before anybody's district is known.
      const login =
        table === 'app_user' || table === 'agency'
          ? ` OR current_setting('app.purpose', true) = 'sign-in'`
          : '';
      const using = `${district ? `${district} AND ` : ''}(${visible})${login}`;
      const check =
        district || (table === 'idempotency_key' ? 'actor_id = ctx_user()' : 'ctx_user() IS NOT NULL');
      return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY app_select ON ${table} FOR SELECT TO tonghu_app USING (${using});
CREATE POLICY app_insert ON ${table} FOR INSERT TO tonghu_app WITH CHECK (${check});
CREATE POLICY app_update ON ${table} FOR UPDATE TO tonghu_app USING (${using}) WITH CHECK (${check});
CREATE POLICY app_delete ON ${table} FOR DELETE TO tonghu_app USING (${using});
CREATE POLICY worker_all ON ${table} TO tonghu_worker USING (true) WITH CHECK (true);`;
    })
    .join('\n');
}

/**
 * Two answers about a report for people of its case who may not see the report itself. It runs as the owner, whom forced
 * row-level security stops too; hence the owner's own read policies.
 */
const REPORT_FACTS = `
CREATE FUNCTION report_facts_of_case(case_id uuid) RETURNS TABLE (answered boolean, police_pending boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(EXISTS (SELECT 1 FROM report_feedback f WHERE f.report_id = r.id)), false),
         coalesce(bool_or(r.police_required AND r.police_told_at IS NULL), false)
    FROM case_file c JOIN report r ON r.incident_id = c.incident_id WHERE c.id = $1 $$;
REVOKE ALL ON FUNCTION report_facts_of_case(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_facts_of_case(uuid) TO tonghu_app;
DO $$
BEGIN
  EXECUTE format('CREATE POLICY definer_read ON report FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY definer_read ON report_feedback FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY definer_read ON case_file FOR SELECT TO %I USING (true)', current_user);
  -- Agencies and accounts are written by whoever owns the schema (seeds, tools).
  EXECUTE format('CREATE POLICY owner_all ON agency TO %I USING (true) WITH CHECK (true)', current_user);
  EXECUTE format('CREATE POLICY owner_all ON app_user TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
`;

export const CREATE_ACCESS = [CONTEXT, FRAGMENTS, ROLES, grants(), policies(), REPORT_FACTS].join('\n');
