import { randomBytes, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { KEY_BYTES } from './aead';
import { MasterKeyError } from './crypto-errors';
import { createDurableFile, findFile, removeFile, replaceFile, syncDirectory } from './durable-files';

/** Highest version the two bytes of a key envelope can name. */
const MAX_VERSION = 0xffff;

/** Content of `master.json`, decoded. */
export interface MasterKeyFile {
  /** Names the installation, so that another installation's file is not taken for ours. */
  readonly id: string;
  /** Secret that never rotates: search tokens and audit MACs must stay comparable over the years. */
  readonly root: Buffer;
  readonly current: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

/** A fresh installation: one root secret and master key version 1. */
export function newMasterKeyFile(): MasterKeyFile {
  const keys = new Map([[1, randomBytes(KEY_BYTES)]]);
  return { id: randomUUID(), root: randomBytes(KEY_BYTES), current: 1, keys };
}

/** The same file with one more master key, which becomes the current one. */
export function withNewVersion(file: MasterKeyFile): MasterKeyFile {
  const version = Math.max(...file.keys.keys()) + 1;
  if (version > MAX_VERSION) throw new MasterKeyError('no master key version is left');
  return { ...file, current: version, keys: new Map([...file.keys, [version, randomBytes(KEY_BYTES)]]) };
}

/** The same file with only its current master key. */
export function withoutOldVersions(file: MasterKeyFile): MasterKeyFile {
  return { ...file, keys: new Map([...file.keys].filter(([version]) => version === file.current)) };
}

/** Reads the file; undefined when it is not there. @throws MasterKeyError when it is not a key file */
export async function findMasterKeyFile(path: string): Promise<MasterKeyFile | undefined> {
  const content = await findFile(path);
  return content && parse(content.toString('utf8'));
}

/** Creates the file (mode 0600, durable); false when another process was first. */
export function createMasterKeyFile(path: string, file: MasterKeyFile): Promise<boolean> {
  return createDurableFile(path, serialise(file));
}

/**
 * Changes the file under a lock file, so that two administrators cannot each add a version and lose one.
 * @throws MasterKeyError when the lock is held; a crash within the change leaves it to be removed by hand
 */
export async function changeMasterKeyFile(
  path: string,
  change: (file: MasterKeyFile) => MasterKeyFile,
): Promise<MasterKeyFile> {
  const lock = `${path}.lock`;
  if (!(await createDurableFile(lock, Buffer.alloc(0)))) {
    throw new MasterKeyError('the master key file is locked by another rotation (or a stale .lock file)');
  }
  try {
    const before = await findMasterKeyFile(path);
    if (!before) throw new MasterKeyError('the master key file is missing');
    const after = change(before);
    await replaceFile(path, serialise(after));
    await syncDirectory(dirname(path));
    return after;
  } finally {
    await removeFile(lock);
  }
}

function serialise(file: MasterKeyFile): Buffer {
  const keys = [...file.keys].map(([version, key]) => ({ version, key: key.toString('base64') }));
  const content = { format: 1, id: file.id, root: file.root.toString('base64'), current: file.current, keys };
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8');
}

function parse(text: string): MasterKeyFile {
  const { format, id, root, current, keys } = parseObject(text);
  if (format !== 1 || typeof id !== 'string' || typeof current !== 'number' || !Array.isArray(keys))
    throw invalid();
  const entries = keys.map((entry: unknown) => parseEntry(entry));
  const file = { id, root: parseSecret(root), current, keys: new Map(entries) };
  if (!file.keys.has(current) || file.keys.size !== entries.length) throw invalid();
  return file;
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid(); // not the parser's own error: it quotes the text, here a key
  }
  return asRecord(value);
}

function parseEntry(entry: unknown): [number, Buffer] {
  const { version, key } = asRecord(entry);
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > MAX_VERSION) {
    throw invalid();
  }
  return [version, parseSecret(key)];
}

function parseSecret(value: unknown): Buffer {
  const secret = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (secret.length !== KEY_BYTES) throw invalid();
  return secret;
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid();
  return { ...value };
}

function invalid(): MasterKeyError {
  return new MasterKeyError('the master key file has an unknown format');
}
