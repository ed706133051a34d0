import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster';

/** In the cluster's folder, because only there the server's account may certainly write. */
const SPOOL = 'tonghu_wal';

/** Where finished pieces of the WAL wait until the backup fetches them. */
export function spoolOf(clusterDir: string): string {
  return join(clusterDir, SPOOL);
}

export function makeSpool({ dir, runAs }: Cluster): void {
  mkdirSync(spoolOf(dir), { recursive: true, mode: 0o700 });
  if (runAs) chownSync(spoolOf(dir), runAs.uid, runAs.gid);
}

/**
 * What the server runs for each piece; a name without `.part` is whole and on disk. A piece that is there already was left
 * by a crash between our success and the server's note of it, and is written again: the content is the same.
 */
export function spoolCommand(): string {
  if (process.platform === 'win32')
    return `copy /Y "%p" "${SPOOL}\\%f.part" && move /Y "${SPOOL}\\%f.part" "${SPOOL}\\%f"`;
  const part = `${SPOOL}/%f.part`;
  return `cp %p ${part} && { sync -d ${part} 2>/dev/null || sync; } && mv ${part} ${SPOOL}/%f`;
}
