import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';

const run = promisify(execFile);
const CLIENTS = 16;

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/**
 * Makes `bench_intake()`: the rows that one real intake wrote, inserted by PL/pgSQL in one round trip with fresh ids,
 * number, key and times. Found by the transaction that wrote them, so that none is forgotten. Returns rows per table.
 */
export async function createRawIntake(
  owner: DataSource,
  reportId: string,
  key: string,
): Promise<Map<string, number>> {
  const [written] = await owner.query<{ xmin: string; report_no: string; reported_at: string }[]>(
    'SELECT xmin::text, report_no, reported_at::text FROM report WHERE id = $1',
    [reportId],
  );
  if (written === undefined) throw new Error('The model report was not found');
  const tables = await inOrder(owner, await tablesOf(owner, written.xmin));
  const ids = new Set(tables.flatMap(({ rows }) => rows.flatMap((row) => row.id ?? [])));
  const fresh = new Map([...ids].map((id, index) => [id, `v${index}`]));
  const variables = new Map([...fresh, [written.report_no, 'number_'], [key, 'key_']]);
  const [{ uuid } = { uuid: 'gen_random_uuid()' }] = await owner.query<{ uuid: string }[]>(
    `SELECT CASE WHEN to_regproc('uuidv7') IS NULL THEN 'gen_random_uuid()' ELSE 'uuidv7()' END AS uuid`,
  );
  const inserts = tables.map(({ name, columns, rows }) => {
    const values = rows.map(
      (row) =>
        `(${columns
          .map((column) => literal(row[column.name] ?? null, column.type, variables, written.reported_at))
          .join(', ')})`,
    );
    return `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')}) VALUES ${values.join(',\n')};`;
  });
  await owner.query(`CREATE OR REPLACE FUNCTION bench_intake() RETURNS void LANGUAGE plpgsql AS $bench$
    DECLARE ${[...fresh.values()].map((name) => `${name} uuid := ${uuid};`).join(' ')}
      number_ text := 'BG20260101-' || lpad(nextval('report_number')::text, 6, '0');
      key_ text := gen_random_uuid()::text;
    BEGIN ${inserts.join('\n')} END $bench$`);
  return new Map(tables.map(({ name, rows }) => [name, rows.length]));
}

export interface RawLoad {
  readonly perSecond: number;
  readonly count: number;
}

/** Intakes per second of pgbench calling `bench_intake()` from 16 clients. */
export async function runPgbench(program: string, url: string, seconds: number): Promise<RawLoad> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'tonghu-pgbench-'));
  const script = join(folder, 'intake.sql');
  writeFileSync(script, 'SELECT bench_intake();\n');
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-f',
    script,
  ];
  try {
    const { stdout } = await run(program, args, {
      env: {
        ...process.env,
        PGHOST: hostname,
        PGPORT: port || '5432',
        PGUSER: decodeURIComponent(username),
        PGPASSWORD: decodeURIComponent(password),
        PGDATABASE: pathname.slice(1),
      },
    });
    const perSecond = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
    const count = /^number of transactions actually processed: (\d+)/m.exec(stdout)?.[1];
    if (perSecond === undefined || count === undefined)
      throw new Error(`pgbench gave no figures:\n${stdout}`);
    return { perSecond: Number(perSecond), count: Number(count) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** PGBENCH, else the one on PATH, else Debian's. */
export async function findPgbench(): Promise<string | undefined> {
  const debian = ['18', '17', '16', '15'].map((major) => `/usr/lib/postgresql/${major}/bin/pgbench`);
  for (const program of [process.env.PGBENCH ?? '', 'pgbench', ...debian]) {
    const works = await run(program || 'false', ['--version']).then(
      () => program !== '',
      () => false,
    );
    if (works) return program;
  }
  return undefined;
}

async function tablesOf(owner: DataSource, xmin: string): Promise<Table[]> {
  const columns = await owner.query<{ table: string; name: string; type: string }[]>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname, a.attnum`,
  );
  const found: Table[] = [];
  for (const name of new Set(columns.map(({ table }) => table))) {
    const own = columns.filter(({ table }) => table === name);
    const rows = await owner.query<Record<string, string | null>[]>(
      `SELECT ${own.map((column) => `"${column.name}"::text`).join(', ')} FROM "${name}" WHERE xmin::text = $1`,
      [xmin],
    );
    if (rows.length > 0) found.push({ name, columns: own, rows });
  }
  return found;
}

/** Parents before children. */
async function inOrder(owner: DataSource, tables: readonly Table[]): Promise<Table[]> {
  const links = await owner.query<{ child: string; parent: string }[]>(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`,
  );
  const waiting = [...tables];
  const sorted: Table[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      ({ name }) =>
        !links.some(({ child, parent }) => child === name && waiting.some((table) => table.name === parent)),
    );
    sorted.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return sorted;
}

function literal(
  value: string | null,
  type: string,
  variables: ReadonlyMap<string, string>,
  base: string,
): string {
  if (value === null) return 'NULL';
  const variable = variables.get(value);
  if (variable !== undefined) return variable;
  if (type === 'timestamp with time zone') return `now() + (timestamptz '${value}' - timestamptz '${base}')`;
  const quoted = `'${value.replaceAll("'", "''")}'`;
  if (type !== 'jsonb') return `${quoted}::${type}`;
  const inside = [...variables].filter(([old]) => value.includes(old));
  return `${inside.reduce((text, [old, name]) => `replace(${text}, '${old}', ${name}::text)`, quoted)}::jsonb`;
}
