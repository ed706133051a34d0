import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { Cluster } from './cluster';
import { findRunning } from './postmaster';
import { runProgram } from './run-program';

const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** The log is opened by us and handed down, so it may lie where the server's account could not open it. */
export async function launch({ binaries, dir, logFile, runAs }: Cluster): Promise<boolean> {
  if (existsSync(logFile) && statSync(logFile).size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
  const fd = openSync(logFile, 'a', 0o600);
  try {
    const args = ['start', '-D', dir, '-w', '-t', '60', '-s'];
    return (await runProgram(binaries.pgCtl, args, runAs, fd)).code === 0;
  } finally {
    closeSync(fd);
  }
}

/** Fast mode: open transactions roll back, everything committed is on disk. Does nothing when no server runs. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const { binaries, dir, runAs } = cluster;
  if (!(await findRunning(dir))) return;
  const args = ['stop', '-D', dir, '-m', 'fast', '-w', '-t', '60', '-s'];
  const { code, output } = await runProgram(binaries.pgCtl, args, runAs);
  if (code !== 0 && (await findRunning(dir))) throw new Error(`内置数据库没有停下：${output.trim()}`);
}

/** The last lines of the server's log. */
export function tail(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '';
}
