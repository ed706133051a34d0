import { link, mkdir, open, readdir, rename, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DecryptionError,
  hasErrorCode,
  type KeyStore,
  makeDirectory,
  openChunks,
  removeFile,
  sealChunks,
  syncDirectory,
} from '../crypto';
import { FileDamaged, StorageFull } from './file-errors';

const SEALED = '.sealed';
const PART = '.part';
/** Complete files that belong to no row wait here for a person, see `setAside`. */
const ASIDE = 'aside';
const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(sealed|part)$/;
const READ_BYTES = 65_536;

export interface StoredFile {
  readonly id: string;
  /** Still being written, or left by an upload that broke. */
  readonly isPart: boolean;
  readonly changedAt: Date;
}

export interface SealedFilesOptions {
  readonly dir: string;
  /** Bytes that must stay free on the volume: files may not take the room the database needs. */
  readonly keepFree: number;
}

/**
 * Sealed originals in a folder all processes of an installation share: `<dir>/<shard>/<id>.sealed`. A file is written once,
 * sealed while it passes, and never overwritten; nothing of it is ever on disk in clear. Whoever destroys the data key
 * destroys the file, in every backup too.
 */
export class SealedFiles {
  constructor(
    private readonly keys: Pick<KeyStore, 'getKey'>,
    private readonly options: SealedFilesOptions,
  ) {}

  /**
   * Seals the source under the data key of `keyId`. When it resolves the file survives a power cut: call it before the row
   * that names it commits. When it throws nothing is left. @throws StorageFull 507, and whatever the source throws
   */
  async write(id: string, keyId: string, source: AsyncIterable<Buffer>): Promise<void> {
    const part = this.path(id, PART);
    await this.requireRoom(dirname(part));
    const key = await this.keys.getKey(keyId);
    try {
      await this.fill(part, sealChunks(key, bindingOf(id, keyId), source));
      // A link, not a rename: an original that is there already is never replaced.
      await link(part, this.path(id, SEALED));
      await syncDirectory(dirname(part));
    } catch (error) {
      throw isFull(error) ? new StorageFull() : error;
    } finally {
      key.fill(0);
      await removeFile(part);
    }
  }

  /**
   * The file as it was given, verified piece by piece; the first piece is verified before this resolves.
   * @throws KeyDestroyedError; @throws FileDamaged
   */
  async read(id: string, keyId: string): Promise<Readable> {
    const key = await this.keys.getKey(keyId);
    const content = openChunks(key, bindingOf(id, keyId), this.bytes(id));
    try {
      const first = await content.next();
      return Readable.from(first.done === true ? content : continued(first.value, content), {
        objectMode: false,
      });
    } catch (error) {
      if (error instanceof DecryptionError || hasErrorCode(error, 'ENOENT')) throw new FileDamaged();
      throw error;
    } finally {
      key.fill(0);
    }
  }

  /** Takes a file back whose row was never written; no error when it is not there. */
  async remove(id: string, what: 'whole' | 'part' = 'whole'): Promise<void> {
    await removeFile(this.path(id, what === 'part' ? PART : SEALED));
  }

  /** Everything in the folder, shard by shard; what was set aside is not in it. */
  async *list(): AsyncGenerator<StoredFile> {
    for (const shard of await namesIn(this.options.dir)) {
      if (!/^[0-9a-f]{2}$/.test(shard)) continue;
      for (const name of await namesIn(join(this.options.dir, shard))) {
        const [, id, kind] = FILE.exec(name) ?? [];
        const changedAt =
          id === undefined ? undefined : await changedAtOf(join(this.options.dir, shard, name));
        if (id !== undefined && changedAt !== undefined) yield { id, isPart: kind === 'part', changedAt };
      }
    }
  }

  /**
   * Moves a complete file that no row names out of the store. It is not deleted: after a restore of an older database the
   * row may come back with the next restore.
   */
  async setAside(id: string): Promise<void> {
    const aside = join(this.options.dir, ASIDE);
    await makeDirectory(aside);
    try {
      await rename(this.path(id, SEALED), join(aside, `${id}${SEALED}`));
    } catch (error) {
      // Another process was first.
      if (!hasErrorCode(error, 'ENOENT')) throw error;
    }
  }

  private async fill(path: string, sealed: AsyncIterable<Buffer>): Promise<void> {
    const handle = await open(path, 'wx', 0o600);
    try {
      for await (const bytes of sealed) await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  private async *bytes(id: string): AsyncGenerator<Buffer> {
    const handle = await open(this.path(id, SEALED), 'r');
    try {
      for (;;) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, null);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  }

  private async requireRoom(folder: string): Promise<void> {
    if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) {
      await syncDirectory(this.options.dir);
      await syncDirectory(dirname(this.options.dir));
    }
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < this.options.keepFree) throw new StorageFull();
  }

  /** Spread over 256 folders by the id's last digits: the first ones of a version 7 UUID are the time. */
  private path(id: string, suffix: string): string {
    if (!FILE.test(`${id}${suffix}`)) throw new TypeError('a sealed file is named by a lower-case UUID');
    return join(this.options.dir, id.slice(-2), `${id}${suffix}`);
  }
}

/** What a sealed file is bound to: copied to another name or key it does not open. */
function bindingOf(id: string, keyId: string): string {
  return `${id}|${keyId}`;
}

function isFull(error: unknown): boolean {
  return hasErrorCode(error, 'ENOSPC') || hasErrorCode(error, 'EDQUOT');
}

async function* continued(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function changedAtOf(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
