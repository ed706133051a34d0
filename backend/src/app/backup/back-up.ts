import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { AppConfig } from '../../config';
import {
  backupKey,
  BackupRefused,
  Catalog,
  damagedParts,
  keyCheckOf,
  type Manifest,
  mirror,
  mirrorKeys,
  noteLastBackup,
  sealManifest,
  WalArchive,
} from '../../platform/backup';
import { EmbeddedPostgres } from '../../platform/embedded';
import { ATTACHMENT_LIST, listAttachments } from './attachment-list';
import { continuousBackup } from './continuous';
import { copyCluster, dumpDatabase, type Job } from './database-part';
import { type BackupPlaces, openKeys, placesOf } from './places';

/** One backup of a database at a time. */
const LOCK = 990_101_003;

export interface BackUpOptions {
  readonly to?: string | undefined;
  readonly keys?: string | undefined;
  readonly keep: number;
  readonly say: (line: string) => void;
}

/** Makes one backup, verifies it, and forgets the oldest. Returns its folder. @throws BackupRefused */
export async function backUp(config: AppConfig, options: BackUpOptions): Promise<string> {
  const places = placesOf(config, options);
  const { say } = options;
  const key = backupKey(await openKeys(config.keyDir, config.MASTER_KEY_FILE));
  const embedded = config.DATABASE_URL === undefined ? await openEmbedded(config, say) : undefined;
  const client = new Client({
    connectionString: embedded?.url ?? config.BACKUP_DATABASE_URL ?? config.DATABASE_URL,
    application_name: 'tonghu-backup',
  });
  client.on('error', () => undefined);
  const catalog = new Catalog(places.dir);
  try {
    await client.connect();
    await takeLock(client);
    const startedAt = new Date();
    const { id, draft } = await catalog.begin(startedAt);
    try {
      const job = { config, key, id, draft };
      say(`正在备份数据库到 ${places.dir} …`);
      const database = embedded
        ? await copyCluster(client, embedded.dir, job)
        : await dumpDatabase(client, job);
      // After the database: files and keys are on disk before their rows commit, so no row is without its own.
      const attachments = await copyAttachments(catalog, job);
      await mirrorKeys(config.keyDir, places.keys);
      if (embedded) await continuousBackup(config, embedded.dir, places, key).shipOnce();
      const manifest: Manifest = {
        format: 1,
        id,
        build: await buildVersion(),
        startedAt: startedAt.toISOString(),
        finishedAt: new Date().toISOString(),
        platform: `${process.platform}-${process.arch}`,
        ...database,
        attachments: attachments.total,
        parts: [...database.parts, attachments.part],
        keyCheck: keyCheckOf(key),
      };
      const folder = await catalog.finish(id, sealManifest(manifest, key));
      await verifyAndPrune(catalog, job, options);
      await noteLastBackup(config.dataDir, { at: manifest.finishedAt, folder });
      sayDone(say, folder, manifest, config, places);
      return folder;
    } catch (error) {
      await catalog.abandon(id);
      throw error;
    }
  } finally {
    await client.end().catch(() => undefined);
    await embedded?.stopUnlessUsed();
  }
}

async function openEmbedded(config: AppConfig, say: (line: string) => void): Promise<EmbeddedPostgres> {
  if (!existsSync(join(config.dataDir, 'pg')))
    throw new BackupRefused(
      `${config.dataDir} 里没有数据库`,
      '检查 DATA_DIR；还没有启动过就没有可备份的内容',
    );
  return EmbeddedPostgres.start({
    dataDir: config.dataDir,
    log: say,
    archiveSeconds: archiveSecondsOf(config),
  });
}

/** WAL is archived only where it is known where it goes. */
export function archiveSecondsOf(config: AppConfig): number | undefined {
  return config.BACKUP_DIR === undefined ? undefined : config.BACKUP_WAL_SECONDS;
}

async function takeLock(client: Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
  if (rows[0]?.mine !== true) throw new BackupRefused('另一个备份正在进行', '等它结束');
}

async function copyAttachments(catalog: Catalog, { config, draft }: Job) {
  await mirror(config.attachmentDir, catalog.attachmentDir);
  const known = (await catalog.list()).at(-1);
  return listAttachments(catalog.attachmentDir, join(draft, ATTACHMENT_LIST), known?.folder);
}

/** A backup counts only once it could be read again; before that nothing older is deleted. */
async function verifyAndPrune(
  catalog: Catalog,
  { id, key }: Job,
  { keep, say }: BackUpOptions,
): Promise<void> {
  const damaged = await damagedParts(await catalog.choose({ id }));
  if (damaged.length > 0)
    throw new BackupRefused(
      `备份写完后读出来不一致：${damaged.join('、')}`,
      '检查备份所在的磁盘；旧的备份没有删除',
    );
  const removed = await catalog.prune(keep);
  const oldest = (await catalog.list())[0]?.manifest.wal;
  if (oldest) await new WalArchive(catalog.walDir, key).forgetBefore(oldest.first);
  if (removed > 0) say(`删除了 ${removed} 份过期的备份（保留 ${keep} 份）`);
}

function sayDone(
  say: (line: string) => void,
  folder: string,
  manifest: Manifest,
  config: AppConfig,
  places: BackupPlaces,
): void {
  const bytes = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  say(`备份完成：${folder}（数据库 ${megabytes(bytes)} MB，附件 ${manifest.attachments.count} 个）`);
  say(`密钥备份：${places.keys}（请与数据备份分开存放，由不同的人保管）`);
  if (config.MASTER_KEY_FILE !== undefined)
    say(`主密钥文件 ${config.MASTER_KEY_FILE} 不在密钥目录中，没有复制：请另存一份`);
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

async function buildVersion(): Promise<string> {
  const file = join(__dirname, '../../../package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}
