import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Suffix of files being written; a leftover after a crash is never read. */
const TEMPORARY = '.tmp';

/** True when a file-system call failed with this code. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** True when the path exists; other errors than "not there" are thrown. */
export async function exists(path: string): Promise<boolean> {
  return (await ifPresent(stat(path))) !== undefined;
}

/** Content of a file, or undefined when it is not there. */
export function findFile(path: string): Promise<Buffer | undefined> {
  return ifPresent(readFile(path));
}

/** Removes a file; it is no error when it is already gone. */
export async function removeFile(path: string): Promise<void> {
  await ifPresent(unlink(path));
}

/** Makes a directory (mode 0700) that survives a power cut; one that is there stays as it is. */
export async function makeDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await syncDirectory(dirname(path));
}

/** Makes new, renamed and removed names of a directory survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  // Windows cannot open a directory for fsync; NTFS journals names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Creates a file with all its content or not at all (mode 0600, content on disk); the first writer wins.
 * The name is durable only after `syncDirectory`. Returns false when the file was already there.
 */
export async function createFile(path: string, content: Buffer): Promise<boolean> {
  const temporary = await writeTemporary(path, content);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await removeFile(temporary);
  }
}

/** Replaces a file atomically (mode 0600, content on disk). Durable only after `syncDirectory`. */
export async function replaceFile(path: string, content: Buffer): Promise<void> {
  const temporary = await writeTemporary(path, content);
  try {
    await rename(temporary, path);
  } catch (error) {
    await removeFile(temporary);
    throw error;
  }
}

/** `createFile` and `syncDirectory` in one: durable when it resolves, whoever wrote it. */
export async function createDurableFile(path: string, content: Buffer): Promise<boolean> {
  const created = await createFile(path, content);
  await syncDirectory(dirname(path));
  return created;
}

/**
 * Overwrites a file with zeros before removing its name. Best effort: journals, snapshots and flash cells may
 * keep old blocks, which hold a key wrapped under a master key that a rotation retires.
 */
export async function eraseFile(path: string): Promise<void> {
  const handle = await ifPresent(open(path, 'r+'));
  if (!handle) return;
  try {
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await removeFile(path);
}

async function writeTemporary(path: string, content: Buffer): Promise<string> {
  const temporary = `${path}.${randomBytes(8).toString('hex')}${TEMPORARY}`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

async function ifPresent<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
