import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entriesOf, hashFile, type Part } from '../../platform/backup';

/** One line per sealed original: SHA-256, bytes, path. Ids only, so it needs no seal. */
export const ATTACHMENT_LIST = 'attachments.txt';

interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes the list of what lies in the folder; hashes known from the backup before are not taken again. */
export async function listAttachments(
  dir: string,
  file: string,
  before: string | undefined,
): Promise<{ part: Part; total: { count: number; bytes: number } }> {
  const known = new Map((before ? await readList(before) : []).map((entry) => [entry.path, entry]));
  const found: Listed[] = [];
  for (const path of await filesIn(dir)) {
    const bytes = (await stat(join(dir, path))).size;
    const same = known.get(path);
    found.push(same?.bytes === bytes ? same : { path, bytes, sha256: await hashFile(join(dir, path)) });
  }
  const text = found.map(({ sha256, bytes, path }) => `${sha256} ${bytes} ${path}\n`).join('');
  await writeFile(file, text, { mode: 0o600, flag: 'wx', flush: true });
  const part = { name: ATTACHMENT_LIST, bytes: Buffer.byteLength(text), sha256: await hashFile(file) };
  return { part, total: { count: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) } };
}

/** Paths of originals that are missing in the backup folder or differ from the list. */
export async function damagedAttachments(dir: string, backup: string): Promise<string[]> {
  const damaged: string[] = [];
  for (const { path, sha256 } of await readList(backup))
    if ((await hashFile(join(dir, path)).catch(() => '')) !== sha256) damaged.push(path);
  return damaged;
}

async function readList(backup: string): Promise<Listed[]> {
  const text = await readFile(join(backup, ATTACHMENT_LIST), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [sha256 = '', bytes = '0', path = ''] = line.split(' ');
      return { sha256, bytes: Number(bytes), path };
    });
}

async function filesIn(dir: string, prefix = ''): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(join(dir, prefix))) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesIn(dir, path)));
    else if (entry.name.endsWith('.sealed')) found.push(path);
  }
  return found.sort();
}
