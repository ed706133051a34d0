import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MasterKeys } from '../crypto';
import { BackupRefused } from './backup-refused';
import type { WalRange } from './cluster-copy';
import type { Part } from './parts';

export const MANIFEST = 'manifest.json';
const FORMAT = 1;

/** What a backup says of itself; nothing about people. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly id: string;
  /** `cluster`: files of the embedded database and WAL; `dump`: pg_dump of a server of one's own. */
  readonly kind: 'cluster' | 'dump';
  readonly build: string;
  readonly migrations: readonly string[];
  readonly installation: 'demo' | 'real' | 'test';
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly postgres: string;
  /** A copy of files fits the same system only. */
  readonly platform: string;
  readonly wal?: WalRange;
  /** Rows of tables from which nothing is deleted, at the latest when the backup ended. */
  readonly counts: Readonly<Record<string, number>>;
  readonly attachments: { readonly count: number; readonly bytes: number };
  readonly parts: readonly Part[];
  /** Tells a wrong master key from a damaged backup. */
  readonly keyCheck: string;
}

/** Key of everything in a backup. It comes from the root secret, which outlives every rotation. */
export function backupKey(masters: MasterKeys): Buffer {
  return masters.deriveKey('backup');
}

export function keyCheckOf(key: Buffer): string {
  return createHmac('sha256', key).update('key-check').digest('hex').slice(0, 16);
}

/** The manifest with its seal. */
export function sealManifest(manifest: Manifest, key: Buffer): string {
  return `${JSON.stringify({ ...manifest, mac: macOf(manifest, key) }, null, 2)}\n`;
}

/** Reads a manifest without checking its seal: hashes can be verified where no key is. @throws BackupRefused */
export async function readManifest(folder: string): Promise<Manifest & { readonly mac: string }> {
  try {
    const found = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Omit<Manifest, 'format'> & {
      format: number;
      mac: string;
    };
    const { format } = found;
    if (format === FORMAT && Array.isArray(found.parts)) return { ...found, format };
  } catch {
    // Falls through: whatever is wrong with it, it is no manifest.
  }
  throw new BackupRefused(
    `${folder} 不是一份完整的备份（没有可读的 ${MANIFEST}）`,
    '备份没有做完，或目录指错了；用 npm run backup -- --verify 查看有哪些可用的备份',
  );
}

/** @throws BackupRefused when the key is another installation's or the manifest was altered */
export function checkSeal({ mac, ...manifest }: Manifest & { readonly mac: string }, key: Buffer): void {
  if (manifest.keyCheck !== keyCheckOf(key))
    throw new BackupRefused(
      '主密钥不是这份备份的主密钥',
      '用 --keys 指向同一套系统的密钥备份；外置主密钥用 MASTER_KEY_FILE 指定',
    );
  const [theirs, ours] = [Buffer.from(mac, 'hex'), Buffer.from(macOf(manifest, key), 'hex')];
  if (theirs.length !== ours.length || !timingSafeEqual(theirs, ours))
    throw new BackupRefused('备份清单被改动过', '换用另一份备份');
}

function macOf(manifest: Manifest, key: Buffer): string {
  return createHmac('sha256', key)
    .update(`manifest|${JSON.stringify(manifest)}`)
    .digest('hex');
}
