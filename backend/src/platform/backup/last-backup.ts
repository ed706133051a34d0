import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the data folder; the doctor (cli/doctor-local.mjs) and the page 系统运行 read it. */
const FILE = 'last-backup.json';

export interface LastBackup {
  readonly at: string;
  readonly folder: string;
}

export async function noteLastBackup(dataDir: string, backup: LastBackup): Promise<void> {
  // With a server of one's own the data folder may not exist yet.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, FILE), `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600 });
}

/** Undefined when none was made, or by another machine. */
export async function findLastBackup(dataDir: string): Promise<LastBackup | undefined> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as LastBackup);
}
