import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { AppConfig } from '../../config';
import { BackupRefused } from '../../platform/backup';
import { MasterKeys } from '../../platform/crypto';

export interface BackupPlaces {
  readonly dir: string;
  readonly keys: string;
}

/** Where a backup goes: said on the command line, or BACKUP_DIR and BACKUP_KEYS_DIR. @throws BackupRefused */
export function placesOf(
  config: AppConfig,
  said: { readonly to?: string | undefined; readonly keys?: string | undefined },
): BackupPlaces {
  const dir = said.to ?? config.BACKUP_DIR;
  const keys = said.keys ?? config.BACKUP_KEYS_DIR;
  if (dir === undefined || keys === undefined)
    throw new BackupRefused(
      '没有指定备份目录或密钥备份目录',
      '设置 BACKUP_DIR 与 BACKUP_KEYS_DIR，或写成 npm run backup -- --to 目录 --keys 另一目录（最好在另一块介质上）',
    );
  const places = { dir: resolve(dir), keys: resolve(keys) };
  if (isWithin(places.keys, places.dir) || isWithin(places.dir, places.keys))
    throw new BackupRefused(
      '密钥备份与数据备份在同一个目录：拿到备份的人就能读出全部内容',
      '把 --keys（或 BACKUP_KEYS_DIR）设到另一个目录，最好是另一块由别人保管的介质',
    );
  for (const place of [places.dir, places.keys])
    if ([config.dataDir, config.keyDir].some((own) => isWithin(place, own)))
      throw new BackupRefused(`备份目录 ${place} 在系统自己的数据或密钥目录里`, '换到另一块磁盘上的目录');
  return places;
}

/** The installation's keys, never new ones. @throws BackupRefused */
export async function openKeys(keyDir: string, masterKeyFile: string | undefined): Promise<MasterKeys> {
  const present =
    existsSync(join(keyDir, 'master.id')) && existsSync(masterKeyFile ?? join(keyDir, 'master.json'));
  if (!present)
    throw new BackupRefused(
      `${keyDir} 里没有主密钥`,
      '检查 KEY_DIR 与 MASTER_KEY_FILE；恢复时用 --keys 指向密钥备份',
    );
  return MasterKeys.open(keyDir, masterKeyFile);
}

export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
