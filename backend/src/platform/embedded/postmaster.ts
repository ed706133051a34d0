import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The three lines of postmaster.pid that we need. `status` is empty while the server has not written it yet. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

const FILE = 'postmaster.pid';
const SETTLE_MS = 60_000;

/**
 * The server that already runs on this data folder, once it has settled (a starting or stopping one is waited for, at
 * most a minute), or undefined when none does. A file left by a dead server whose number now belongs to another
 * program is removed, because PostgreSQL itself would refuse to start over it; every other leftover is left to
 * PostgreSQL, which checks shared memory before it takes the folder.
 */
export async function findRunning(clusterDir: string): Promise<Postmaster | undefined> {
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const found = readPostmaster(clusterDir);
    if (!found) return undefined;
    if (!isPostmasterOf(found.pid, clusterDir)) {
      if (exists(found.pid)) rmSync(join(clusterDir, FILE), { force: true });
      return undefined;
    }
    if (found.status === 'ready') return found;
    if (Date.now() > until) {
      throw new Error(
        `内置数据库进程 ${found.pid} 一直处于“${found.status || 'starting'}”状态。怎么办：查看 pg.log 后再启动`,
      );
    }
    await sleep(100);
  }
}

/** Reads postmaster.pid. Lines: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function readPostmaster(clusterDir: string): Postmaster | undefined {
  let text: string;
  try {
    text = readFileSync(join(clusterDir, FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  // A negative number marks a single-user server.
  const pid = Math.abs(Number(lines[0]));
  return Number.isInteger(pid) && pid > 0
    ? { pid, port: Number(lines[3] ?? 0), status: lines[7] ?? '' }
    : undefined;
}

/** Process numbers are used again after a restart of the machine or container: ask what the process really is. */
function isPostmasterOf(pid: number, clusterDir: string): boolean {
  if (!exists(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
    } catch {
      return false;
    }
  }
  const [program, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH']]
      : ['ps', ['-o', 'comm=', '-p', String(pid)]];
  const listed = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 });
  return /postgres/i.test(listed.stdout);
}

/** A process we may not signal belongs to another user, so it cannot be the server of a folder that is ours. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
