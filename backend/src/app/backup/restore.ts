import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppConfig } from '../../config';
import {
  backupKey,
  BackupRefused,
  Catalog,
  checkSeal,
  damagedParts,
  mirror,
  mirrorKeys,
  readPart,
  type StoredBackup,
} from '../../platform/backup';
import { createDataSource } from '../../platform/database';
import { EmbeddedPostgres } from '../../platform/embedded';
import { prepareDatabase } from '../prepare-database';
import { loadSeeds } from '../seed-package';
import { checkCounts, checkContents } from './check-restored';
import { bindingOf } from './database-part';
import { isWithin, openKeys } from './places';
import { type Job, restoreCluster, restoreDump } from './restore-database';

export interface RestoreOptions {
  /** The backup folder; BACKUP_DIR when absent. */
  readonly from?: string | undefined;
  /** The copy of the keys; needed where KEY_DIR is empty. */
  readonly keys?: string | undefined;
  /** One backup by name; the latest that fits when absent. */
  readonly id?: string | undefined;
  /** Back to this instant; as far as the archive reaches when absent. */
  readonly at?: Date | undefined;
  readonly say: (line: string) => void;
}

/**
 * Puts a backup where nothing is: database, attachments, keys; then checks everything. What does not fit is refused before
 * anything is written, and what fails half-way is taken away again. @throws BackupRefused
 */
export async function restore(config: AppConfig, options: RestoreOptions): Promise<void> {
  const from = options.from ?? config.BACKUP_DIR;
  if (from === undefined)
    throw new BackupRefused(
      '没有指定备份目录',
      '写成 npm run restore -- --from 备份目录 --keys 密钥备份目录',
    );
  const catalog = new Catalog(resolve(from));
  const hasKeys = existsSync(`${config.keyDir}/master.id`);
  await refuseOccupied(config);
  const backup = await catalog.choose(options);
  const keyFolder = hasKeys ? config.keyDir : resolve(options.keys ?? config.keyDir);
  const key = backupKey(await openKeys(keyFolder, config.MASTER_KEY_FILE));
  await refuseUnfit(backup, key);
  const job: Job = { config, catalog, backup, key, at: options.at, say: options.say };
  try {
    await write(job, hasKeys ? undefined : keyFolder);
  } catch (error) {
    await takeAway(config, hasKeys);
    throw error;
  }
  await check(job);
}

/** Only empty places: a restore never overwrites. */
async function refuseOccupied({ dataDir, keyDir, attachmentDir }: AppConfig): Promise<void> {
  for (const folder of [dataDir, attachmentDir]) {
    const names = existsSync(folder) ? await readdir(folder) : [];
    const foreign = names.filter((name) => !isWithin(keyDir, `${folder}/${name}`));
    if (foreign.length > 0)
      throw new BackupRefused(
        `${folder} 不是空的（有 ${foreign.slice(0, 3).join('、')}）`,
        '恢复不会覆盖任何文件：把 DATA_DIR 设到新的空目录，或先把原目录改名保存',
      );
  }
}

async function refuseUnfit(backup: StoredBackup, key: Buffer): Promise<void> {
  const { folder, manifest } = backup;
  checkSeal(manifest, key);
  const known = new Set(migrationsOfThisBuild());
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new BackupRefused(
      `备份来自更新的程序（有 ${unknown.length} 项数据库升级是本程序没有的）`,
      `先把程序更新到做备份时的版本（${manifest.build}）或更新的版本`,
    );
  const system = `${process.platform}-${process.arch}`;
  if (manifest.kind === 'cluster' && manifest.platform !== system)
    throw new BackupRefused(
      `备份来自 ${manifest.platform}，本机是 ${system}，数据库文件不能通用`,
      `在 ${manifest.platform} 的机器上恢复`,
    );
  const damaged = await damagedParts(backup);
  if (damaged.length > 0)
    throw new BackupRefused(`备份已损坏：${folder} 中的 ${damaged.join('、')}`, '用 --id 指定另一份备份');
}

function migrationsOfThisBuild(): string[] {
  const { migrations } = createDataSource({
    url: 'postgres://',
    max: 1,
    applicationName: '',
    entities: [],
  }).options;
  return Object.values(migrations ?? {}).map((migration) => (migration as { name: string }).name);
}

async function write(job: Job, keyFolder: string | undefined): Promise<void> {
  const { config, catalog, backup, key, say } = job;
  const { manifest, folder } = backup;
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  say(`正在恢复 ${manifest.id}（${manifest.finishedAt}）…`);
  if (keyFolder !== undefined) await mirrorKeys(keyFolder, config.keyDir);
  await mirror(catalog.attachmentDir, config.attachmentDir);
  if (manifest.kind === 'dump') return restoreDump(job);
  await readPart(
    `${folder}/password.sealed`,
    key,
    bindingOf(manifest.id, 'password.sealed'),
    async (content) => {
      const pieces: Buffer[] = [];
      for await (const piece of content) pieces.push(piece);
      await writeFile(`${config.dataDir}/pg-password`, Buffer.concat(pieces), { mode: 0o600, flag: 'wx' });
    },
  );
  await restoreCluster(job);
}

/** What a failed restore wrote; the places were empty before. */
async function takeAway({ dataDir, keyDir, attachmentDir }: AppConfig, hadKeys: boolean): Promise<void> {
  await rm(attachmentDir, { recursive: true, force: true });
  if (!hadKeys) await rm(keyDir, { recursive: true, force: true });
  for (const name of existsSync(dataDir) ? await readdir(dataDir) : []) {
    if (isWithin(keyDir, `${dataDir}/${name}`)) continue;
    await rm(`${dataDir}/${name}`, { recursive: true, force: true });
  }
}

/** Figures, migrations of this build, invariants, audit, attachments. What it finds is said; nothing is deleted. */
async function check({ config, backup, say }: Job): Promise<void> {
  const { installation, counts } = backup.manifest;
  const masters = await openKeys(config.keyDir, config.MASTER_KEY_FILE);
  const embedded =
    config.DATABASE_URL === undefined
      ? await EmbeddedPostgres.start({ dataDir: config.dataDir, log: () => undefined })
      : undefined;
  try {
    const url = embedded?.url ?? config.DATABASE_URL ?? '';
    const reader = embedded?.url ?? config.BACKUP_DATABASE_URL ?? url;
    await checkCounts(reader, counts, say);
    const stamped: AppConfig = { ...config, INSTALLATION: installation };
    await prepareDatabase(url, stamped, masters, await loadSeeds());
    await checkContents(reader, config, masters, say);
  } finally {
    // The last connections of the checks need a moment to go.
    await sleep(100);
    await embedded?.stop();
  }
}
