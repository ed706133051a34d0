import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { prepareDatabase } from '@tonghu/backend/app';
import { loadConfig } from '@tonghu/backend/config';
import { MasterKeys } from '@tonghu/backend/platform/crypto';
import { EmbeddedPostgres } from '@tonghu/backend/platform/embedded';
import * as seeds from '@tonghu/seeds';
import { type Shared, SHARED_FILE } from './shared';

/** One real PostgreSQL per run; the template is migrated and seeded once and cloned for every test file. */
// eslint-disable-next-line no-restricted-syntax -- jest asks for a default export
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tonghu-test-'));
  const given = process.env.TEST_DATABASE_URL;
  const server = given
    ? undefined
    : await EmbeddedPostgres.start({ dataDir, log: () => undefined, settings: { max_connections: '300' } });
  const adminUrl = given ?? server?.url ?? '';
  const template = `tonghu_template_${randomBytes(4).toString('hex')}`;
  const admin = await new DataSource({ type: 'postgres', url: adminUrl }).initialize();
  await admin.query(
    `CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`,
  );
  const templateUrl = databaseUrl(adminUrl, template);
  const keyDir = join(dataDir, 'keys');
  const config = loadConfig({ INSTALLATION: 'test', NODE_ENV: 'test', DATA_DIR: dataDir, KEY_DIR: keyDir });
  const masters = await MasterKeys.open(keyDir);
  await prepareDatabase(templateUrl, config, masters, {
    ...seeds,
    seedDemoAccounts: () => Promise.resolve(),
  });
  const owner = await new DataSource({ type: 'postgres', url: templateUrl }).initialize();
  await seeds.seedDemoAccounts(owner);
  await seeds.seedTestDistrict(owner);
  await owner.destroy();
  await admin.destroy();
  const shared: Shared = { adminUrl, template, dataDir, keyDir, serverPid: process.pid };
  mkdirSync(join(__dirname, '..', '.artifacts'), { recursive: true });
  rmSync(SHARED_FILE, { force: true });
  writeFileSync(SHARED_FILE, JSON.stringify(shared));
  (globalThis as { tonghuServer?: EmbeddedPostgres | undefined }).tonghuServer = server;
}

function databaseUrl(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}
