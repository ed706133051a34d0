import type { Dirent, Stats } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { eraseFile, hasErrorCode, removeFile, syncDirectory } from '../crypto';

/** Names of files that are still being written, or of a lock. */
const PASSING = /\.(tmp|part|lock)$/;
/** A disk brings several files down in the time of one. */
const AT_ONCE = 16;
const TOMBSTONE = '.gone';
const KEY_FILE = '.key';

/**
 * Copies into `to` what it lacks of `from`, or has in another size or age, folder by folder; each file is on disk, whole,
 * before its name appears. Nothing is taken away in `to`. Returns the number of files copied.
 */
export async function mirror(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const entries = await entriesOf(from);
  let copied = 0;
  for (const { name } of entries.filter((entry) => entry.isDirectory()))
    copied += await mirror(join(from, name), join(to, name));
  const files = entries.filter((entry) => entry.isFile() && !PASSING.test(entry.name));
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const batch = files.slice(start, start + AT_ONCE);
    const done = await Promise.all(batch.map(({ name }) => copyIfOther(join(from, name), join(to, name))));
    copied += done.filter(Boolean).length;
  }
  if (copied > 0) await syncDirectory(to);
  return copied;
}

/** `mirror` of a key folder; keys destroyed there are destroyed in the copy, too. */
export async function mirrorKeys(from: string, to: string): Promise<number> {
  const copied = await mirror(from, to);
  const subjects = join(to, 'subjects');
  for (const shard of await entriesOf(subjects)) {
    if (!shard.isDirectory()) continue;
    const names = new Set((await entriesOf(join(subjects, shard.name))).map(({ name }) => name));
    for (const name of names) {
      if (!name.endsWith(TOMBSTONE)) continue;
      const key = name.slice(0, -TOMBSTONE.length) + KEY_FILE;
      if (names.has(key)) await eraseFile(join(subjects, shard.name, key));
    }
  }
  return copied;
}

/** Entries of a folder; none when it is not there. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function copyIfOther(source: string, target: string): Promise<boolean> {
  const [mine, theirs] = [await statOf(source), await statOf(target)];
  // Gone since it was listed: an upload taken back, a key destroyed.
  if (!mine) return false;
  if (theirs?.size === mine.size && Math.abs(theirs.mtimeMs - mine.mtimeMs) < 2) return false;
  // The process that serves and a backup may copy the same file at once.
  const draft = `${target}.${process.pid}.tmp`;
  try {
    await copyFile(source, draft);
    const handle = await open(draft, 'r+');
    try {
      await handle.chmod(0o600);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await utimes(draft, mine.atime, mine.mtime);
    await rename(draft, target);
    return true;
  } catch (error) {
    await removeFile(draft);
    if (hasErrorCode(error, 'ENOENT') && !(await statOf(source))) return false;
    throw error;
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
