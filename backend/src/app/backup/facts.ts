import type { Client } from 'pg';
import { BackupRefused, type Manifest } from '../../platform/backup';

type Facts = Pick<Manifest, 'migrations' | 'installation' | 'postgres' | 'counts'>;

/** What a manifest says of the database. @throws BackupRefused when the account would not see every row */
export async function readFacts(client: Client): Promise<Facts> {
  await refuseWalled(client);
  const [version] = (await client.query<{ server_version: string }>('SHOW server_version')).rows;
  const migrations = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const [stamp] = (await client.query<{ kind: Manifest['installation'] }>('SELECT kind FROM installation'))
    .rows;
  if (!version || !stamp) throw new BackupRefused('数据库里没有童护的数据', '检查 DATABASE_URL 或 DATA_DIR');
  return {
    migrations: migrations.rows.map(({ name }) => name),
    installation: stamp.kind,
    postgres: version.server_version,
    counts: await countKept(client),
  };
}

/** Rows of every table from which no process may delete: later there can only be more. */
export async function countKept(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND NOT has_table_privilege('tonghu_app', c.oid, 'DELETE')
       AND NOT has_table_privilege('tonghu_worker', c.oid, 'DELETE')
     ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const found = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM public."${name}"`);
    counts[name] = found.rows[0]?.n ?? 0;
  }
  return counts;
}

/** Behind the walls an owner sees no row, and a dump would be empty. */
async function refuseWalled(client: Client): Promise<void> {
  const { rows } = await client.query<{ sees: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS sees FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.sees === true) return;
  throw new BackupRefused(
    '数据库账号看不到全部数据（行级隔离对它有效），备份会不完整',
    "由数据库管理员建专用账号：CREATE ROLE tonghu_backup LOGIN BYPASSRLS IN ROLE pg_read_all_data PASSWORD '…'，并设置 BACKUP_DATABASE_URL",
  );
}
