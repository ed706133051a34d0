import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrorCode, makeDirectory, syncDirectory } from '../crypto';
import { BackupRefused } from './backup-refused';
import { type Manifest, MANIFEST, readManifest } from './manifest';
import { entriesOf } from './mirror';
import { hashFile } from './parts';

const DRAFT = '.part';
const ID = /^\d{8}T\d{6}Z$/;

/** A complete backup in its folder. */
export interface StoredBackup {
  readonly folder: string;
  readonly manifest: Manifest & { readonly mac: string };
}

/** Layout of a backup folder: `backups/<instant>/`, `wal/`, `attachments/`. A backup appears when it is complete. */
export class Catalog {
  constructor(readonly dir: string) {}

  get walDir(): string {
    return join(this.dir, 'wal');
  }

  /** Sealed originals never change: all backups share one copy of them. */
  get attachmentDir(): string {
    return join(this.dir, 'attachments');
  }

  /** An empty folder for a backup that begins now. */
  async begin(at: Date): Promise<{ id: string; draft: string }> {
    const id = at.toISOString().replace(/[-:]|\.\d+/g, '');
    const draft = join(this.backups, id + DRAFT);
    await makeDirectory(this.backups);
    await rm(draft, { recursive: true, force: true });
    await makeDirectory(draft);
    return { id, draft };
  }

  /** The manifest is the last file, the name the last step: what was interrupted is never taken for a backup. */
  async finish(id: string, manifest: string): Promise<string> {
    const [draft, folder] = [join(this.backups, id + DRAFT), join(this.backups, id)];
    await writeFile(join(draft, MANIFEST), manifest, { mode: 0o600, flag: 'wx', flush: true });
    await syncDirectory(draft);
    await rename(draft, folder);
    await syncDirectory(this.backups);
    return folder;
  }

  async abandon(id: string): Promise<void> {
    await rm(join(this.backups, id + DRAFT), { recursive: true, force: true });
  }

  /** Complete backups, oldest first. */
  async list(): Promise<StoredBackup[]> {
    const found: StoredBackup[] = [];
    for (const { name } of (await entriesOf(this.backups)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (!ID.test(name)) continue;
      const folder = join(this.backups, name);
      const manifest = await readManifest(folder).catch(() => undefined);
      if (manifest) found.push({ folder, manifest });
    }
    return found;
  }

  /** The one to restore: named, or the latest that ended before `at`. @throws BackupRefused */
  async choose(options: {
    readonly id?: string | undefined;
    readonly at?: Date | undefined;
  }): Promise<StoredBackup> {
    const { id, at } = options;
    if (id !== undefined) {
      const folder = join(this.backups, ID.test(id) ? id : '_');
      return { folder, manifest: await readManifest(folder) };
    }
    const fitting = (await this.list()).filter(({ manifest }) => !at || new Date(manifest.finishedAt) <= at);
    const last = fitting.at(-1);
    if (last) return last;
    throw new BackupRefused(
      at ? `${this.dir} 里没有在该时刻之前完成的备份` : `${this.dir} 里没有完整的备份`,
      at ? '选一个更晚的时刻' : '检查 --from（或 BACKUP_DIR）是否指向备份目录',
    );
  }

  /** Keeps the newest `keep`; the newest one always stays. Call it only after the newest was verified. */
  async prune(keep: number): Promise<number> {
    const all = await this.list();
    const old = all.slice(0, Math.max(0, all.length - Math.max(1, keep)));
    for (const { folder } of old) await rm(folder, { recursive: true, force: true });
    return old.length;
  }

  private get backups(): string {
    return join(this.dir, 'backups');
  }
}

/** Names of the parts that are missing or differ from the manifest; needs no key. */
export async function damagedParts({ folder, manifest }: StoredBackup): Promise<string[]> {
  const damaged: string[] = [];
  for (const { name, bytes, sha256 } of manifest.parts) {
    const path = join(folder, name);
    if ((await sizeOf(path)) !== bytes || (await hashFile(path)) !== sha256) damaged.push(name);
  }
  return damaged;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
