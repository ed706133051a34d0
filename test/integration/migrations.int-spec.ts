import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { ENTITIES } from '@tonghu/backend/app';
import { createDataSource } from '@tonghu/backend/platform/database';
import { type Shared, SHARED_FILE } from '../support/shared';
import { TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Column {
  readonly table: string;
  readonly column: string;
  /** As format_type writes it: text[], timestamp with time zone. */
  readonly type: string;
  readonly nullable: boolean;
}

/** Our tables; list partitions are the parent's, and the migrations table is TypeORM's. */
const TABLES = `
  SELECT c.oid, c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     AND NOT c.relispartition AND c.relname <> 'migrations'`;
const COLUMNS = `
  SELECT t.relname AS "table", a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable
    FROM pg_attribute a JOIN (${TABLES}) t ON t.oid = a.attrelid WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2`;
/** One line for everything a migration may leave behind or forget. */
const OBJECTS = `
  SELECT line FROM (
    SELECT format('table %s row security %s forced %s', relname, relrowsecurity, relforcerowsecurity) AS line FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
    UNION ALL SELECT format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT format('sequence %s', sequencename) FROM pg_sequences WHERE schemaname = 'public'
    UNION ALL SELECT format('function %s %s', p.oid::regprocedure, md5(p.prosrc)) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT format('trigger %s %s', tgrelid::regclass, tgname) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT format('policy %s %s %s %s %s', tablename, policyname, roles, qual, with_check) FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT format('grant %s %s', relname, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'i'
  ) o WHERE line NOT LIKE '%migrations%' ORDER BY line`;

describe('migrations', () => {
  let admin: DataSource;
  let source: DataSource;
  const database = `tonghu_migrate_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    const { adminUrl } = JSON.parse(readFileSync(SHARED_FILE, 'utf8')) as Shared;
    admin = await new DataSource({ type: 'postgres', url: adminUrl, poolSize: 1 }).initialize();
    await admin.query(
      `CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`,
    );
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    source = createDataSource({ url: url.href, max: 2, applicationName: 'test', entities: ENTITIES });
    await source.initialize();
  }, 60_000);
  afterAll(async () => {
    await source.destroy();
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.destroy();
  });

  const objects = async (): Promise<string[]> =>
    (await source.query<{ line: string }[]>(OBJECTS)).map(({ line }) => line);

  it('go up on an empty database, down to nothing, and up again to the same', async () => {
    expect(await objects()).toEqual([]);
    const done = await source.runMigrations({ transaction: 'each' });
    const first = await objects();
    expect(first.length).toBeGreaterThan(500);
    expect(await source.runMigrations({ transaction: 'each' })).toEqual([]);
    for (let left = done.length; left > 0; left -= 1) await source.undoLastMigration({ transaction: 'each' });
    expect(await objects()).toEqual([]);
    await source.runMigrations({ transaction: 'each' });
    expect(await objects()).toEqual(first);
  });

  it('make for every entity its columns, and nothing that no entity knows (R17)', async () => {
    const tables = await source.query<Column[]>(COLUMNS);
    const entities = source.entityMetadatas.flatMap((metadata) =>
      metadata.columns.map((column): Column => {
        const type = source.driver.normalizeType(column);
        return {
          table: metadata.tableName,
          column: column.databaseName,
          type: `${LONG_NAMES[type] ?? type}${column.isArray ? '[]' : ''}`,
          nullable: column.isNullable,
        };
      }),
    );
    const line = ({ table, column, type, nullable }: Column): string =>
      `${table}.${column} ${type}${nullable ? ' null' : ''}`;
    expect(entities.map(line).sort()).toEqual(tables.map(line).sort());
  });

  it('give every entity the key its table has', async () => {
    const keys = await source.query<{ table: string; columns: string }[]>(
      `SELECT t.relname AS "table", string_agg(a.attname, ',' ORDER BY a.attname) AS columns
         FROM pg_constraint k JOIN (${TABLES}) t ON t.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (k.conkey)
        WHERE k.contype = 'p' GROUP BY 1 ORDER BY 1`,
    );
    const expected = source.entityMetadatas
      .map(({ tableName, primaryColumns }) => ({
        table: tableName,
        columns: primaryColumns
          .map(({ databaseName }) => databaseName)
          .sort()
          .join(),
      }))
      .sort((a, b) => (a.table < b.table ? -1 : 1));
    expect(keys).toEqual(expected);
  });

  it('keep every instant with its time zone', async () => {
    const [columns] = await source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM information_schema.columns WHERE data_type IN ('timestamp without time zone', 'time without time zone')`,
    );
    expect(columns).toEqual({ n: 0 });
  });
});

const LONG_NAMES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

/**
 * Rights of the application and of the worker, written out a second time: a grant that nobody meant shows here. S select,
 * I insert, U update, D delete; a column in brackets is the only one.
 */
const RIGHTS: Readonly<Record<string, readonly [app: string, worker: string]>> = {
  agency: ['S', 'S'],
  agency_notice: ['SI U(state) U(read_at) U(read_by) U(told_at) U(told_by) U(told_how)', 'S'],
  app_user: ['S', 'S'],
  assessment: ['SI', 'S'],
  assessment_review: ['SI', 'S'],
  attachment: ['SI U(state) U(withdrawn_by) U(withdrawn_at) U(withdrawal) U(version)', 'S'],
  audit_entry: ['I', 'I'],
  campaign: ['SIU', 'S'],
  campaign_access: ['SI', 'S'],
  campaign_action: ['SI', 'S'],
  campaign_sheet: ['SIU', 'S'],
  campaign_task: ['SIU', 'S'],
  case_access: ['SIU', 'S'],
  case_action: ['SI', 'SI'],
  case_archive: ['SI', 'S'],
  case_closing: ['SIU', 'S'],
  case_death: ['SIU', 'S'],
  case_exclusion: ['SI', 'S'],
  case_file: ['SIU', 'S'],
  case_follow_up: ['SI', 'S'],
  case_party: ['SI', 'S'],
  case_stage: ['SIU', 'S'],
  case_suspension: ['SIU', 'S'],
  case_transfer: ['SIU', 'S'],
  code_item: ['S', 'S'],
  conference: ['SIU', 'S'],
  conference_participant: ['SIU', 'S'],
  conference_task: ['SIU', 'S'],
  custody: ['SIU', 'S'],
  custody_extension: ['SI', 'S'],
  deadline: ['SIU', 'SIU'],
  deadline_rule: ['S', 'S'],
  deadline_step: ['S', 'SI'],
  draft: ['SIUD', 'SD'],
  duty_handover: ['SI U(confirmed_by) U(confirmed_at)', 'S'],
  duty_shift: ['SI U(withdrawn_by) U(withdrawn_at)', 'S'],
  entrusted_care: ['SIU', 'S'],
  guidance_record: ['SI', 'S'],
  handover: ['SIU', 'S'],
  guardian_duty: ['SI', 'S'],
  household: ['SIU', 'S'],
  household_member: ['SIU', 'S'],
  idempotency_key: ['SI', 'SD'],
  incident: ['SI', 'S'],
  installation: ['S', 'S U(clock_offset_ms)'],
  invariant_check: ['', 'SIU'],
  login_throttle: ['SIUD', 'D'],
  medical_record: ['SI', 'S'],
  measure: ['SIU', 'S'],
  measure_service: ['SI', 'S'],
  notice: ['S', 'SI U(alert_id)'],
  notice_alert: ['S U(acknowledged_at) U(acknowledged_by) U(acknowledged_how)', 'SI U(called) U(lapsed_at)'],
  notice_dispatch: ['S', 'SI U(state) U(reason) U(provider_id) U(at)'],
  notice_read: ['SI', 'S'],
  outbox_delivery: ['I', 'SIU'],
  outbox_message: ['I', 'SI'],
  parent_contact: ['SI', 'S'],
  person: ['SIU', 'S'],
  person_token: ['SID', 'S'],
  placement: ['SIU', 'S'],
  placement_review: ['SI', 'S'],
  plan: ['SI', 'S'],
  plan_decision: ['SI', 'S'],
  plan_review: ['SI', 'S'],
  plan_service: ['SIU', 'S'],
  proceeding: ['SI', 'S'],
  police_statement: ['SI', 'S'],
  region: ['S', 'S'],
  relation: ['SIU', 'S'],
  report: ['SIU', 'S'],
  report_access: ['SIU', 'S'],
  report_addition: ['SI', 'S'],
  report_exclusion: ['SI', 'SI'],
  report_feedback: ['SI', 'S'],
  report_link: ['SI', 'S'],
  report_match: ['SIU', 'SI'],
  report_screening: ['SIU', 'S'],
  report_token: ['SI', 'S'],
  report_transfer: ['SIU', 'S'],
  reporter: ['SI', ''],
  reporter_disclosure: ['SI', ''],
  return_notice: ['SI', 'S'],
  routing_rule: ['S', 'S'],
  safety_check: ['SI', 'S'],
  session: ['SIUD', 'SD'],
  unit_record: ['SI', 'S'],
  user_contact: ['SIU', 'S'],
  visit: ['SI', 'S'],
  watch_access: ['SIU', 'S'],
  watch_action: ['SI', 'S'],
  watch_exclusion: ['SI', 'S'],
  watch_item: ['SIU', 'S'],
  watch_party: ['SI', 'S'],
  watch_report: ['SI', 'S'],
  watch_visit: ['SI', 'S'],
  work_order: ['SIU', 'S'],
  work_order_step: ['SI', 'SI'],
  working_day: ['S', 'S'],
  working_day_year: ['S', 'S'],
};
const ROLES = ['tonghu_app', 'tonghu_worker', 'tonghu_public', 'tonghu_statistics'] as const;

describe('database roles', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  }, 60_000);
  afterAll(() => app.stop());

  /** Letters of the rights a role has on a table, and columns it has a right of their own on. */
  async function rightsOf(role: string): Promise<Record<string, string>> {
    const rows = await app.owner.query<{ table: string; rights: string }[]>(
      `SELECT t.relname AS "table", concat_ws(' ', nullif(concat(
          CASE WHEN has_table_privilege($1, t.oid, 'SELECT') THEN 'S' END, CASE WHEN has_table_privilege($1, t.oid, 'INSERT') THEN 'I' END,
          CASE WHEN has_table_privilege($1, t.oid, 'UPDATE') THEN 'U' END, CASE WHEN has_table_privilege($1, t.oid, 'DELETE') THEN 'D' END,
          CASE WHEN has_table_privilege($1, t.oid, 'TRUNCATE') THEN 'T' END, CASE WHEN has_table_privilege($1, t.oid, 'REFERENCES') THEN 'R' END,
          CASE WHEN has_table_privilege($1, t.oid, 'TRIGGER') THEN 'G' END), ''),
          (SELECT string_agg(format('U(%s)', a.attname), ' ') FROM pg_attribute a
            WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND has_column_privilege($1, t.oid, a.attnum, 'UPDATE') AND NOT has_table_privilege($1, t.oid, 'UPDATE'))) AS rights
         FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
      [role],
    );
    return Object.fromEntries(
      rows.filter(({ rights }) => rights !== '').map(({ table, rights }) => [table, rights]),
    );
  }

  const stated = (place: 0 | 1): Record<string, string> =>
    Object.fromEntries(
      Object.entries(RIGHTS)
        .map(([table, rights]) => [table, rights[place]] as const)
        .filter(([, rights]) => rights !== ''),
    );

  it('have the stated rights on every table and no others', async () => {
    expect(await rightsOf('tonghu_app')).toEqual(stated(0));
    expect(await rightsOf('tonghu_worker')).toEqual(stated(1));
    expect(await rightsOf('tonghu_public')).toEqual({ code_item: 'S', region: 'S' });
    expect(await rightsOf('tonghu_statistics')).toEqual({ region: 'S' });
  });

  it('are no superusers, own nothing, pass no wall, and are nobody else', async () => {
    const roles = await app.owner.query(
      `SELECT rolname FROM pg_roles r WHERE rolname = ANY ($1) AND NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)
          AND NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace)
          AND NOT EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid)`,
      [[...ROLES]],
    );
    expect(roles).toHaveLength(ROLES.length);
    const [creator] = await app.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM unnest($1::text[]) r WHERE has_schema_privilege(r, 'public', 'CREATE')`,
      [[...ROLES]],
    );
    expect(creator).toEqual({ n: 0 });
  });

  it.each([
    'UPDATE audit_entry SET action = action',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'SELECT 1 FROM audit_entry',
    'SELECT 1 FROM audit_entry_2026',
    'DROP TABLE audit_entry_2026',
    'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
    'SELECT 1 FROM outbox_message',
    'UPDATE outbox_delivery SET state = state',
    'DELETE FROM report',
    'UPDATE case_action SET action = action',
    'UPDATE installation SET kind = kind',
    'ALTER TABLE report DISABLE ROW LEVEL SECURITY',
    'SET ROLE tonghu_worker',
  ])('let the application try in vain: %s (L03)', async (sql) => {
    await expect(asRole('tonghu_app', sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('leave the worker without the reporter', async () => {
    await expect(asRole('tonghu_worker', 'SELECT 1 FROM reporter')).rejects.toThrow('permission denied');
    await expect(asRole('tonghu_worker', 'SELECT 1 FROM reporter_disclosure')).rejects.toThrow(
      'permission denied',
    );
  });

  it('stand before forced row-level security on every table with a district', async () => {
    const open = await app.owner.query<{ table: string }[]>(
      `SELECT c.relname AS "table" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'district_code'
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
    );
    // Names of places are public.
    expect(open).toEqual([{ table: 'region' }]);
    const policies = await app.owner.query<{ permissive: number }[]>(
      `SELECT count(*)::int AS permissive FROM pg_policies WHERE schemaname = 'public' AND 'tonghu_app' = ANY (roles) AND cmd = 'SELECT'
          AND qual NOT LIKE '%ctx_%' AND qual <> 'false' AND qual NOT LIKE '%EXISTS%' AND qual NOT LIKE '%can_see%'`,
    );
    expect(policies).toEqual([{ permissive: 0 }]);
  });

  it('see nothing without a person: no context, no rows', async () => {
    for (const table of [
      'report',
      'case_file',
      'person',
      'work_order',
      'notice',
      'draft',
      'agency',
      'app_user',
    ])
      expect(await asRole('tonghu_app', `SELECT 1 FROM ${table}`)).toEqual([]);
  });

  it('look through views with their own eyes only', async () => {
    const views = `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
      AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)`;
    expect(await app.owner.query(views)).toEqual([]);
    await app.owner.query('CREATE VIEW careless AS SELECT id FROM report');
    expect(await app.owner.query(views)).toEqual([{ relname: 'careless' }]);
    await app.owner.query('DROP VIEW careless');
  });

  /** As the role itself would: signed in, not borrowed, so that nothing of the owner is left. */
  async function asRole(role: (typeof ROLES)[number], sql: string): Promise<unknown[]> {
    const runner = app.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(`SET LOCAL SESSION AUTHORIZATION ${role}`);
      return (await runner.query(sql)) as unknown[];
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
});
