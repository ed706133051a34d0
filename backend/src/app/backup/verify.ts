import type { AppConfig } from '../../config';
import { BackupRefused, Catalog, chainAfter, damagedParts, WalArchive } from '../../platform/backup';
import { damagedAttachments } from './attachment-list';

/** Checks every backup against its hashes, without a key. True when all of them are whole and the WAL has no gap. */
export async function verifyBackups(
  config: AppConfig,
  from: string | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  const dir = from ?? config.BACKUP_DIR;
  if (dir === undefined) throw new BackupRefused('没有指定备份目录', '加 --to 目录，或设置 BACKUP_DIR');
  const catalog = new Catalog(dir);
  const backups = await catalog.list();
  if (backups.length === 0) throw new BackupRefused(`${dir} 里没有完整的备份`, '先执行 npm run backup');
  let isFine = true;
  for (const backup of backups) {
    const damaged = [
      ...(await damagedParts(backup)),
      ...(await damagedAttachments(catalog.attachmentDir, backup.folder)),
    ];
    isFine &&= damaged.length === 0;
    const { id, finishedAt } = backup.manifest;
    say(
      damaged.length === 0
        ? `✓ ${id}（${finishedAt}）完好`
        : `✗ ${id} 已损坏：${damaged.slice(0, 5).join('、')}`,
    );
  }
  const isUnbroken = await sayWal(catalog, backups.at(-1)?.manifest.wal?.last, say);
  return isFine && isUnbroken;
}

async function sayWal(
  catalog: Catalog,
  last: string | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  // No key: names and times only.
  const archived = await new WalArchive(catalog.walDir, Buffer.alloc(0)).list();
  const end = archived.at(-1);
  if (last === undefined || !end) return true;
  const chain = chainAfter(
    last,
    archived.map(({ name }) => name),
  );
  say(
    !chain.isBroken ? `✓ WAL 连续，到 ${end.at.toISOString()}` : '✗ WAL 中间缺了一段：请立即做一次新的备份',
  );
  return !chain.isBroken;
}
