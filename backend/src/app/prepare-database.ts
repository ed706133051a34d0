import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import type { AppConfig } from '../config';
import type { MasterKeys } from '../platform/crypto';
import { createDataSource } from '../platform/database';
import { prepareQueueSchema } from '../platform/queue';
import { DATABASE_ROLES, type LoginRole } from './database-roles';
import { DROP_EVERYTHING } from '../migrations/sql/0001-drop';
import type { SeedPackage } from './seed-package';

export interface PreparedDatabase {
  /** Connection string of a role; passwords come from the key store, so every process of an installation knows them. */
  readonly urlOf: (role: LoginRole) => string;
}

/**
 * Brings the database to what this build expects: migrations, passwords of the login roles, the queue's own schema,
 * the stamp of the installation and reference data. Runs as the owner and holds an advisory lock, so that several
 * processes may start at once.
 */
export async function prepareDatabase(
  ownerUrl: string,
  config: AppConfig,
  masters: MasterKeys,
  seeds: SeedPackage,
  options: { readonly reset?: boolean } = {},
): Promise<PreparedDatabase> {
  const owner = createDataSource({ url: ownerUrl, max: 2, applicationName: 'tonghu-migrate', entities: [] });
  await owner.initialize();
  const runner = owner.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(990101002)');
    await refuseByteLocale(owner);
    if (options.reset || (await isHalfTold(owner))) await resetDemo(owner);
    await owner.runMigrations({ transaction: 'each' });
    for (const role of DATABASE_ROLES) {
      await alterRole(runner, `ALTER ROLE ${role} LOGIN PASSWORD '${rolePassword(masters, role)}'`);
    }
    await prepareQueueSchema(ownerUrl);
    await seeds.stampInstallation(owner, config.INSTALLATION);
    await seeds.seedReference(owner);
    if (config.INSTALLATION === 'demo') await seeds.seedDemoAccounts(owner);
  } finally {
    await runner.query('SELECT pg_advisory_unlock(990101002)').catch(() => undefined);
    await runner.release();
    await owner.destroy();
  }
  return { urlOf: (role) => urlFor(ownerUrl, role, rolePassword(masters, role)) };
}

/**
 * The history of a demo is told with the clock set back; people only ever move it forward. A clock behind the present
 * means that the telling was interrupted, and half a history would tell lies.
 */
async function isHalfTold(owner: DataSource): Promise<boolean> {
  const [found] = await owner.query<{ present: boolean }[]>(
    `SELECT to_regclass('public.installation') IS NOT NULL AS present`,
  );
  if (!found?.present) return false;
  const rows = await owner.query<unknown[]>(
    `SELECT 1 FROM installation WHERE kind = 'demo' AND clock_offset_ms < 0`,
  );
  return rows.length > 0;
}

/** Functions and sequences that later migrations brought; what an extension owns stays, and the list of migrations itself. */
const DROP_THE_REST = `
DO $$
DECLARE item record;
BEGIN
  FOR item IN SELECT p.oid::regprocedure AS signature FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('DROP FUNCTION %s CASCADE', item.signature);
  END LOOP;
  FOR item IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' LOOP
    EXECUTE format('DROP SEQUENCE public.%I', item.sequencename);
  END LOOP;
END $$;`;

/** Empties a demo; a real installation has nothing that does this. */
async function resetDemo(owner: DataSource): Promise<void> {
  const [found] = await owner.query<{ present: boolean }[]>(
    `SELECT to_regclass('public.installation') IS NOT NULL AS present`,
  );
  if (!found?.present) return;
  const [installation] = await owner.query<{ kind: string }[]>('SELECT kind FROM installation');
  if (installation !== undefined && installation.kind !== 'demo')
    throw new Error('这不是演示数据，不能重置。');
  await owner.query(DROP_EVERYTHING);
  await owner.query(DROP_THE_REST);
  await owner.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
  await owner.query('DELETE FROM migrations');
}

const ROLE_TRIES = 20;
const ROLE_PAUSE_MS = 100;

/**
 * Roles belong to the whole cluster, our advisory lock to one database: two installations that start at once on one
 * cluster may meet here, and the later one tries again.
 */
async function alterRole(runner: QueryRunner, sql: string): Promise<void> {
  for (let left = ROLE_TRIES; ; left -= 1) {
    try {
      await runner.query(sql);
      return;
    } catch (error) {
      const isRace = error instanceof Error && error.message.includes('tuple concurrently updated');
      if (!isRace || left <= 1) throw error;
      await sleep(ROLE_PAUSE_MS);
    }
  }
}

/** Only tests and tools need this: the url of a role without preparing anything. */
export function roleUrl(ownerUrl: string, masters: MasterKeys, role: LoginRole): string {
  return urlFor(ownerUrl, role, rolePassword(masters, role));
}

function rolePassword(masters: MasterKeys, role: LoginRole): string {
  return masters.deriveKey(`db-role-${role.replace('tonghu_', '')}`).toString('hex');
}

function urlFor(ownerUrl: string, role: LoginRole, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}

/** With lc_ctype C, trigram search of Chinese text silently finds nothing. */
async function refuseByteLocale(owner: DataSource): Promise<void> {
  const rows = await owner.query<{ ctype: string }[]>(
    'SELECT datctype AS ctype FROM pg_database WHERE datname = current_database()',
  );
  if (rows[0]?.ctype === 'C' || rows[0]?.ctype === 'POSIX') {
    throw new Error(
      '数据库的 lc_ctype 是 C，中文无法正确处理。请用 --locale=C.UTF-8 重新建库（npm run doctor 会说明）。',
    );
  }
}
