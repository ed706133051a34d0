import { hkdfSync } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES } from './aead';
import { MasterKeyError } from './crypto-errors';
import { createDurableFile, findFile, makeDirectory } from './durable-files';
import {
  changeMasterKeyFile,
  createMasterKeyFile,
  findMasterKeyFile,
  newMasterKeyFile,
  withNewVersion,
  withoutOldVersions,
  type MasterKeyFile,
} from './master-key-file';

/** A master key with the number that key envelopes name it by. */
export interface MasterKey {
  readonly version: number;
  readonly key: Buffer;
}

/**
 * The master keys of an installation (they wrap data keys) and its root secret (purpose keys come from it).
 * Secrets sit in private fields: neither `inspect` nor JSON shows them.
 */
export class MasterKeys {
  #file: MasterKeyFile;
  #stamp: string;

  private constructor(
    private readonly path: string,
    file: MasterKeyFile,
    stamp: string,
  ) {
    this.#file = file;
    this.#stamp = stamp;
  }

  /**
   * Loads the keys from `masterKeyFile`, or else `<dir>/master.json`; creates them at the first start only.
   * Safe when several processes start at once. `dir` is a folder for keys only (mode 0700). `<dir>/master.id` remembers which keys the folder belongs to.
   * @throws MasterKeyError when the file is damaged, of another installation, or gone after the first start
   */
  static async open(dir: string, masterKeyFile?: string): Promise<MasterKeys> {
    await makeDirectory(dir);
    const path = masterKeyFile ?? join(dir, 'master.json');
    const marker = join(dir, 'master.id');
    const knownId = (await findFile(marker))?.toString('utf8').trim();
    if (knownId === undefined) await createIfAbsent(path);
    const stamp = await stampOf(path);
    const file = await findMasterKeyFile(path);
    // A new master key here would make everything written before unreadable, so the file must be restored.
    if (!file) throw new MasterKeyError('the master key file of this installation is missing: restore it');
    if (knownId === undefined) await createDurableFile(marker, Buffer.from(`${file.id}\n`));
    if ((await findFile(marker))?.toString('utf8').trim() !== file.id) throw foreignFile();
    return new MasterKeys(path, file, stamp);
  }

  /** The master key that new data keys are wrapped under. Treat the bytes as read-only. */
  get current(): MasterKey {
    return { version: this.#file.current, key: this.#get(this.#file.current) };
  }

  /** A master key by version, looking at the file again when the version is not known yet. */
  async find(version: number): Promise<Buffer | undefined> {
    if (!this.#file.keys.has(version)) await this.refresh();
    return this.#file.keys.get(version);
  }

  /** Reads the file again when another process changed it. */
  async refresh(): Promise<void> {
    const stamp = await stampOf(this.path);
    if (stamp === this.#stamp) return;
    const file = await findMasterKeyFile(this.path);
    if (!file) throw new MasterKeyError('the master key file is missing');
    if (file.id !== this.#file.id) throw foreignFile();
    this.#file = file;
    this.#stamp = stamp;
  }

  /** Adds a master key and makes it the current one; durable when it resolves. */
  async addVersion(): Promise<MasterKey> {
    await this.#change(withNewVersion);
    return this.current;
  }

  /** Forgets all master keys but the current one. Call only after every data key was re-wrapped. */
  async retireOldVersions(): Promise<void> {
    await this.#change(withoutOldVersions);
  }

  /**
   * A 32-byte key for one purpose (HKDF-SHA256, RFC 5869), the same on every call and after every rotation.
   * In use: `index` (name and number tokens), `audit-mac`, `session-draft`, `db-role`, `backup`.
   */
  deriveKey(purpose: string): Buffer {
    if (!/^[a-z][a-z0-9-]*$/.test(purpose)) throw new TypeError('a key purpose is a lower-case word');
    return Buffer.from(hkdfSync('sha256', this.#file.root, 'tonghu', `tonghu/v1/${purpose}`, KEY_BYTES));
  }

  async #change(change: (file: MasterKeyFile) => MasterKeyFile): Promise<void> {
    await changeMasterKeyFile(this.path, (file) => {
      if (file.id !== this.#file.id) throw foreignFile();
      return change(file);
    });
    await this.refresh();
  }

  #get(version: number): Buffer {
    const key = this.#file.keys.get(version);
    if (!key) throw new MasterKeyError('the current master key is missing');
    return key;
  }
}

async function createIfAbsent(path: string): Promise<void> {
  if ((await findFile(path)) === undefined) await createMasterKeyFile(path, newMasterKeyFile());
}

/** Changes whenever the file is replaced; taken before reading, so a change in between is seen next time. */
async function stampOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino}-${size}-${mtimeNs}`;
  } catch {
    return 'absent';
  }
}

function foreignFile(): MasterKeyError {
  return new MasterKeyError('the master key file belongs to another installation');
}
