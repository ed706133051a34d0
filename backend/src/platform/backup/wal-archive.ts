import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrorCode, makeDirectory, removeFile, syncDirectory } from '../crypto';
import { BackupRefused } from './backup-refused';
import { entriesOf } from './mirror';
import { hashFile, readPart, writePart } from './parts';
import { isSegment, numberOf } from './wal-names';

const SEALED = '.sealed';
const BLOCK_BYTES = 65_536;

export interface ArchivedWal {
  readonly name: string;
  readonly at: Date;
}

/** Sealed pieces of the WAL in the backup folder: with a base backup they lead to any instant after it. */
export class WalArchive {
  constructor(
    private readonly dir: string,
    private readonly key: Buffer,
  ) {}

  /** Pieces that wait in the spool, oldest first. */
  static async waiting(spool: string): Promise<string[]> {
    return (await entriesOf(spool))
      .map(({ name }) => name)
      .filter(isSegment)
      .sort();
  }

  /** Takes pieces over from the spool. Each is on disk in the archive before it leaves the spool; two may do it at once. */
  async take(spool: string, names: readonly string[]): Promise<void> {
    await makeDirectory(this.dir);
    for (const name of names) {
      const target = join(this.dir, name + SEALED);
      const draft = `${target}.${process.pid}.part`;
      await removeFile(draft);
      try {
        const source = createReadStream(join(spool, name)) as AsyncIterable<Buffer>;
        await writePart(draft, this.key, bindingOf(name), source);
        await link(draft, target);
      } catch (error) {
        // Taken by another process a moment ago, or archived before a crash.
        if (hasErrorCode(error, 'ENOENT')) continue;
        if (!hasErrorCode(error, 'EEXIST')) throw error;
        await this.refuseOther(spool, name);
      } finally {
        await removeFile(draft);
      }
      await syncDirectory(this.dir);
      await removeFile(join(spool, name));
    }
    // Notes of PostgreSQL about backups and timelines; a backup carries what it needs of them.
    const notes = (await entriesOf(spool)).filter(({ name }) => /\.(backup|history)$/.test(name));
    for (const { name } of notes) await removeFile(join(spool, name));
  }

  /** Everything archived, by name. */
  async list(): Promise<ArchivedWal[]> {
    const names = (await entriesOf(this.dir)).map(({ name }) => name).filter((name) => name.endsWith(SEALED));
    const found = names.sort().map(async (name) => ({
      name: name.slice(0, -SEALED.length),
      at: (await stat(join(this.dir, name))).mtime,
    }));
    return Promise.all(found);
  }

  /** Opens one piece into a folder. Runs of zeros, most of a quiet minute, take no room on disk. */
  async open(name: string, folder: string): Promise<void> {
    const handle = await open(join(folder, name), 'wx', 0o600);
    try {
      await readPart(join(this.dir, name + SEALED), this.key, bindingOf(name), async (content) => {
        let at = 0;
        for await (const bytes of content) {
          for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
            const block = bytes.subarray(start, start + BLOCK_BYTES);
            if (block.some((byte) => byte !== 0)) await handle.write(block, 0, block.length, at + start);
          }
          at += bytes.length;
        }
        await handle.truncate(at);
      });
    } finally {
      await handle.close();
    }
  }

  /** The same name with other content: two databases restored from one backup write into one archive. */
  private async refuseOther(spool: string, name: string): Promise<void> {
    const hash = createHash('sha256');
    await readPart(join(this.dir, name + SEALED), this.key, bindingOf(name), async (content) => {
      for await (const bytes of content) hash.update(bytes);
    });
    if (hash.digest('hex') === (await hashFile(join(spool, name)))) return;
    throw new BackupRefused(
      `归档里已有另一个数据库的同名 WAL（${name}）`,
      '把 BACKUP_DIR 改为新的空目录，再执行 npm run backup',
    );
  }

  /** Forgets the pieces before `first`: no kept backup needs them. */
  async forgetBefore(first: string): Promise<number> {
    const old = (await this.list()).filter(({ name }) => numberOf(name) < numberOf(first));
    for (const { name } of old) await removeFile(join(this.dir, name + SEALED));
    return old.length;
  }
}

function bindingOf(name: string): string {
  return `wal|${name}`;
}
