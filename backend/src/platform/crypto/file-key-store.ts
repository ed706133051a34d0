import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../kernel';
import { KEY_BYTES } from './aead';
import { KeyDestroyedError, KeyUnwrapError, MasterKeyError } from './crypto-errors';
import { DestructionLog } from './destruction-log';
import {
  createDurableFile,
  createFile,
  eraseFile,
  exists,
  findFile,
  makeDirectory,
  replaceFile,
  syncDirectory,
} from './durable-files';
import { KeyCache } from './key-cache';
import { findMasterVersion, unwrapKey, wrapKey } from './key-envelope';
import type { KeyStore } from './key-store';
import type { MasterKey, MasterKeys } from './master-keys';

const MAX_CACHED_KEYS = 5000;
const REWRAP_AT_ONCE = 16;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEY_FILE = '.key';
const TOMBSTONE = '.gone';

/**
 * Key store in a folder that all processes of an installation share: `<dir>/<shard>/<subject>.key`. The shard is
 * the id's last two digits, because the first digits of a version 7 UUID are the time and would all be alike.
 * `<subject>.gone` is the tombstone of a destroyed key; wherever both exist the tombstone wins.
 */
export class FileKeyStore implements KeyStore {
  readonly #cache = new KeyCache(MAX_CACHED_KEYS);
  readonly #loading = new Map<string, Promise<Buffer>>();
  readonly #destroyed: DestructionLog;
  readonly #masters: MasterKeys;

  private constructor(
    private readonly dir: string,
    masters: MasterKeys,
  ) {
    this.#masters = masters;
    this.#destroyed = new DestructionLog(join(dir, 'destroyed.log'));
  }

  /** Opens the folder, creating it and its 256 shards (mode 0700) at the first start. */
  static async open(dir: string, masters: MasterKeys): Promise<FileKeyStore> {
    await makeDirectory(dir);
    await chmod(dir, 0o700);
    await Promise.all(shardNames().map((shard) => mkdir(join(dir, shard), { recursive: true, mode: 0o700 })));
    await syncDirectory(dir);
    return new FileKeyStore(dir, masters);
  }

  async createKeys(subjectIds: readonly string[]): Promise<void> {
    const subjects = [...new Set(subjectIds)];
    subjects.forEach(assertSubjectId);
    const master = this.#masters.current;
    const results = await Promise.allSettled(subjects.map((subject) => this.#create(subject, master)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    await this.#settle(subjects, master);
  }

  async createFreshKeys(count: number): Promise<string[]> {
    // One shard for all: one directory to bring to disk instead of `count`. The next batch takes another.
    const shard = randomBytes(1).toString('hex');
    const subjects = Array.from({ length: count }, () => newId().slice(0, -shard.length) + shard);
    const master = this.#masters.current;
    await Promise.all(subjects.map((subject) => this.#createFresh(subject, master)));
    await this.#settle(subjects, master);
    return subjects;
  }

  async getKey(subjectId: string): Promise<Buffer> {
    assertSubjectId(subjectId);
    if (await this.#destroyed.hasGrown()) this.#cache.clear();
    const cached = this.#cache.find(subjectId);
    if (cached) return cached;
    return Buffer.from(await this.#loadOnce(subjectId));
  }

  async destroy(subjectId: string): Promise<void> {
    assertSubjectId(subjectId);
    // The tombstone comes first: after a crash at any later line the key is still refused and erased.
    await createDurableFile(this.#path(subjectId, TOMBSTONE), Buffer.alloc(0));
    this.#forget(subjectId);
    await this.#erase(subjectId);
    await this.#destroyed.append(subjectId);
    this.#forget(subjectId);
  }

  async rewrapAll(newMaster: Buffer): Promise<number> {
    await this.#masters.refresh();
    const master = this.#masters.current;
    if (newMaster.length !== KEY_BYTES || !timingSafeEqual(newMaster, master.key)) {
      throw new MasterKeyError('the new master key must be recorded as the current one first');
    }
    const total = { rewrapped: 0, failed: [] as string[] };
    for (const shard of shardNames()) {
      const { rewrapped, failed } = await this.#rewrapShard(shard, master);
      total.rewrapped += rewrapped;
      total.failed.push(...failed);
    }
    if (total.failed.length > 0) {
      throw new KeyUnwrapError(`${total.failed.length} data keys could not be re-wrapped`, total.failed);
    }
    return total.rewrapped;
  }

  /** New key files are durable, and under the current master key, when it resolves. */
  async #settle(subjects: readonly string[], master: MasterKey): Promise<void> {
    await this.#syncShards(subjects);
    // A rotation that began meanwhile may have passed these files by; it would then retire their master key.
    await this.#masters.refresh();
    if (this.#masters.current.version === master.version) return;
    const next = this.#masters.current;
    await Promise.all(subjects.map((subject) => this.#rewrap(subject, next, master)));
    await this.#syncShards(subjects);
  }

  /** Nobody else knows the id yet: no first writer to respect, no destruction to look for. */
  async #createFresh(subjectId: string, master: MasterKey): Promise<void> {
    const epoch = this.#cache.epoch;
    const key = randomBytes(KEY_BYTES);
    await replaceFile(this.#path(subjectId, KEY_FILE), wrapKey(master, subjectId, key));
    this.#cache.set(subjectId, key, epoch);
    key.fill(0);
  }

  async #create(subjectId: string, master: MasterKey): Promise<void> {
    const epoch = this.#cache.epoch;
    const key = randomBytes(KEY_BYTES);
    const created = await createFile(this.#path(subjectId, KEY_FILE), wrapKey(master, subjectId, key));
    // After the file, not before it: a destruction in between must not leave a key behind.
    await this.#refuseDestroyed(subjectId);
    if (created) this.#cache.set(subjectId, key, epoch);
    key.fill(0);
  }

  /** Requests that miss the cache at the same time share one read. */
  #loadOnce(subjectId: string): Promise<Buffer> {
    const running = this.#loading.get(subjectId);
    if (running) return running;
    const loading = this.#load(subjectId).finally(() => {
      if (this.#loading.get(subjectId) === loading) this.#loading.delete(subjectId);
    });
    this.#loading.set(subjectId, loading);
    return loading;
  }

  async #load(subjectId: string): Promise<Buffer> {
    const epoch = this.#cache.epoch;
    // The second attempt is for a rotation that re-wrapped the file and retired its master key in between.
    const key = (await this.#read(subjectId)) ?? (await this.#read(subjectId));
    if (!key) throw new KeyUnwrapError();
    this.#cache.set(subjectId, key, epoch);
    return key;
  }

  async #read(subjectId: string): Promise<Buffer | undefined> {
    const envelope = await findFile(this.#path(subjectId, KEY_FILE));
    await this.#refuseDestroyed(subjectId);
    if (!envelope) throw new KeyDestroyedError('missing');
    return this.#unwrap(subjectId, envelope);
  }

  /** `known` opens a file whose master key was retired just after it was written. */
  async #unwrap(subjectId: string, envelope: Buffer, known?: MasterKey): Promise<Buffer | undefined> {
    const version = findMasterVersion(envelope);
    if (version === undefined) return undefined;
    const master = known?.version === version ? known.key : await this.#masters.find(version);
    return master && unwrapKey(master, subjectId, envelope);
  }

  async #rewrapShard(shard: string, master: MasterKey): Promise<{ rewrapped: number; failed: string[] }> {
    const names = (await readdir(join(this.dir, shard))).filter((name) => name.endsWith(KEY_FILE));
    const subjects = names.map((name) => name.slice(0, -KEY_FILE.length));
    const count = { rewrapped: 0, failed: [] as string[] };
    const rewrapOne = async (subject: string): Promise<void> => {
      try {
        if (await this.#rewrap(subject, master)) count.rewrapped += 1;
      } catch {
        count.failed.push(subject);
      }
    };
    for (let start = 0; start < subjects.length; start += REWRAP_AT_ONCE) {
      await Promise.all(subjects.slice(start, start + REWRAP_AT_ONCE).map(rewrapOne));
    }
    if (count.rewrapped > 0) await syncDirectory(join(this.dir, shard));
    return count;
  }

  /** True when the key was wrapped under an older master key and now is under this one. */
  async #rewrap(subjectId: string, master: MasterKey, known?: MasterKey): Promise<boolean> {
    try {
      if (!(await this.#rewrapFile(subjectId, master, known))) return false;
    } catch (error) {
      if (!(await this.#isDestroyed(subjectId))) throw error;
    }
    if (!(await this.#isDestroyed(subjectId))) return true;
    // Destroyed meanwhile: the replacement may have put back the file that `destroy` had just removed.
    await this.#erase(subjectId);
    return false;
  }

  async #rewrapFile(subjectId: string, master: MasterKey, known?: MasterKey): Promise<boolean> {
    const path = this.#path(subjectId, KEY_FILE);
    const envelope = await findFile(path);
    // Never back to an older version: a process with a stale view may come last.
    if (!envelope || (findMasterVersion(envelope) ?? 0) >= master.version) return false;
    const key = await this.#unwrap(subjectId, envelope, known);
    if (!key) throw new KeyUnwrapError();
    await replaceFile(path, wrapKey(master, subjectId, key));
    key.fill(0);
    return true;
  }

  async #refuseDestroyed(subjectId: string): Promise<void> {
    if (!(await this.#isDestroyed(subjectId))) return;
    // Finishes a destruction that a crash interrupted.
    if (await exists(this.#path(subjectId, KEY_FILE))) await this.#erase(subjectId);
    throw new KeyDestroyedError('destroyed');
  }

  #isDestroyed(subjectId: string): Promise<boolean> {
    return exists(this.#path(subjectId, TOMBSTONE));
  }

  /** Erases the key file and whatever a crash left of its temporary copies. */
  async #erase(subjectId: string): Promise<void> {
    const shard = join(this.dir, shardOf(subjectId));
    const prefix = `${subjectId}${KEY_FILE}`;
    const names = (await readdir(shard)).filter((name) => name.startsWith(prefix));
    await Promise.all(names.map((name) => eraseFile(join(shard, name))));
    await syncDirectory(shard);
  }

  #forget(subjectId: string): void {
    this.#loading.delete(subjectId);
    this.#cache.evict(subjectId);
  }

  async #syncShards(subjectIds: readonly string[]): Promise<void> {
    const shards = [...new Set(subjectIds.map(shardOf))];
    await Promise.all(shards.map((shard) => syncDirectory(join(this.dir, shard))));
  }

  #path(subjectId: string, suffix: string): string {
    return join(this.dir, shardOf(subjectId), `${subjectId}${suffix}`);
  }
}

/** Also keeps path characters out of file names. The message does not repeat the value. */
function assertSubjectId(subjectId: string): void {
  if (!UUID.test(subjectId)) throw new TypeError('a key subject is a lower-case UUID');
}

function shardOf(subjectId: string): string {
  return subjectId.slice(-2);
}

function shardNames(): string[] {
  return Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));
}
