import { mkdir, open } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import type { AppConfig } from '../../config';
import { CREATE_ROLES } from '../../migrations/sql/0001-access';
import {
  BackupRefused,
  type Catalog,
  chainAfter,
  findTool,
  LABEL,
  readBundle,
  readPart,
  startTool,
  type StoredBackup,
  WalArchive,
} from '../../platform/backup';
import { recoverCluster } from '../../platform/embedded';
import { bindingOf } from './database-part';

/** security.md R18 allows half an hour for everything. */
const RECOVERY_LIMIT_MS = 30 * 60_000;

/** A restore under way. */
export interface Job {
  readonly config: AppConfig;
  readonly catalog: Catalog;
  readonly backup: StoredBackup;
  readonly key: Buffer;
  readonly at: Date | undefined;
  readonly say: (line: string) => void;
}

/** The embedded database: files, then the WAL of the copy, then what was archived since. */
export async function restoreCluster(job: Job): Promise<void> {
  const { config, at, say } = job;
  try {
    await recoverCluster({
      dataDir: config.dataDir,
      log: say,
      fill: (dir) => unpack(job, dir),
      stage: (dir) => stage(job, dir),
      until: at,
      limitMs: RECOVERY_LIMIT_MS,
    });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('before configured recovery target'))
      throw error;
    throw new BackupRefused(
      '备份里的记录到不了 --at 指定的时刻',
      '选一个更早的时刻；要恢复到最新，去掉 --at',
    );
  }
}

async function unpack({ backup, key }: Job, dir: string): Promise<void> {
  const { folder, manifest } = backup;
  const found = { label: false };
  await readPart(join(folder, 'base.sealed'), key, bindingOf(manifest.id, 'base.sealed'), (content) =>
    readBundle(content, async ({ path, size }) => {
      const target = join(dir, normalize(path));
      found.label ||= path === LABEL;
      if (size === undefined) {
        await mkdir(target, { recursive: true, mode: 0o700 });
        return undefined;
      }
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const handle = await open(target, 'wx', 0o600);
      return { write: (bytes) => handle.writeFile(bytes), close: () => handle.close() };
    }),
  );
  // Without it PostgreSQL would start from a later checkpoint and take half-copied pages for good ones.
  if (!found.label) throw new BackupRefused('备份没有正常结束（缺少 backup_label）', '换用另一份备份');
}

/** Opens the archived WAL that follows the copy, and says how far it leads. */
async function stage({ backup, catalog, key, at, say }: Job, dir: string): Promise<void> {
  await mkdir(dir, { mode: 0o700 });
  const { wal } = backup.manifest;
  if (!wal) throw new BackupRefused('备份清单没有写明 WAL', '换用另一份备份');
  const archive = new WalArchive(catalog.walDir, key);
  const archived = await archive.list();
  const chain = chainAfter(
    wal.last,
    archived.map(({ name }) => name),
  );
  for (const name of chain.names) await archive.open(name, dir);
  const end = archived.filter(({ name }) => chain.names.includes(name)).at(-1)?.at;
  const reach =
    end && end > new Date(backup.manifest.finishedAt) ? end.toISOString() : backup.manifest.finishedAt;
  if (chain.isBroken)
    say(`！WAL 归档中断：${reach} 之后的记录缺了一段，那以后的内容恢复不了（损失从该时刻算起）`);
  else if (!at) say(`归档到 ${reach}，之后的内容不在备份中`);
}

/** A server of one's own: pg_restore into an empty database. */
export async function restoreDump({ config, backup, key, at }: Job): Promise<void> {
  const { folder, manifest } = backup;
  if (at)
    throw new BackupRefused(
      '自备数据库的备份不能恢复到任意时刻',
      '用数据库服务器自己的 WAL 归档做时间点恢复',
    );
  const client = new Client({ connectionString: config.DATABASE_URL, application_name: 'tonghu-restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ used: boolean; num: string }>(
      `SELECT current_setting('server_version_num') AS num, EXISTS (SELECT 1 FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r') AS used`,
    );
    if (rows[0]?.used !== false)
      throw new BackupRefused('DATABASE_URL 指向的数据库不是空的', '新建一个空的数据库再恢复');
    const program = await findTool(
      'pg_restore',
      Math.floor(Number(rows[0].num) / 10_000),
      config.PG_TOOLS_DIR,
    );
    await client.query(CREATE_ROLES);
    const args = ['--no-owner', '--no-password', '--exit-on-error', '--single-transaction'];
    const tool = startTool(program, args, config.DATABASE_URL ?? '');
    await readPart(
      join(folder, 'database.sealed'),
      key,
      bindingOf(manifest.id, 'database.sealed'),
      (content) => pipeline(Readable.from(content), tool.stdin),
    ).catch(async (error: unknown) => {
      // When pg_restore gives up, what it said is better than a broken pipe.
      await tool.ended;
      throw error;
    });
    await tool.ended;
  } finally {
    await client.end();
  }
}
