import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, discardCluster, openCluster } from './cluster';
import { readPostmaster } from './postmaster';
import { launch, shutDown, tail } from './server';
import { choosePort, writeSettings } from './settings';

/** Inside the cluster while it recovers: pieces of the WAL that came after the base backup. */
const STAGED = 'tonghu_restore';

export interface RecoverOptions {
  /** Its `pg` does not exist yet; `pg-password` does. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Puts the base backup into the folder. */
  readonly fill: (dir: string) => Promise<void>;
  /** Puts the archived WAL into the folder. */
  readonly stage: (dir: string) => Promise<void>;
  /** Replays no further than this; undefined: everything there is. */
  readonly until?: Date | undefined;
  readonly limitMs: number;
}

/** Builds a cluster from a base backup, lets PostgreSQL replay the WAL and stops it; on failure nothing of it stays. */
export async function recoverCluster(options: RecoverOptions): Promise<void> {
  const { dataDir, log, until } = options;
  let cluster: Cluster | undefined;
  try {
    cluster = await openCluster(dataDir, log, async (dir) => {
      await options.fill(dir);
      await options.stage(join(dir, STAGED));
      writeFileSync(join(dir, 'recovery.signal'), '', { mode: 0o600 });
    });
    writeSettings(cluster.dir, await choosePort(cluster.dir), { ...RECOVERY, ...target(until) });
    // pg_ctl waits a minute; a long replay is waited for below.
    await launch(cluster);
    if (!(await promoted(cluster, options.limitMs))) throw new Stuck(cluster);
    await shutDown(cluster);
    rmSync(join(cluster.dir, STAGED), { recursive: true, force: true });
  } catch (error) {
    if (cluster) await shutDown(cluster).catch(() => undefined);
    discardCluster(dataDir);
    throw error;
  }
}

class Stuck extends Error {
  constructor({ logFile }: Cluster) {
    super(`数据库没有恢复到可用状态，日志最后几行：\n${tail(logFile)}`);
  }
}

const RECOVERY = {
  restore_command:
    process.platform === 'win32' ? `copy "${STAGED}\\%f" "%p"` : `cp ${STAGED}/%f %p 2>/dev/null`,
  hot_standby: 'off',
  archive_mode: 'off',
};

function target(until: Date | undefined): Record<string, string> {
  // Not with a Z: at that moment the server knows no abbreviation of a zone yet.
  const time = until?.toISOString().replace('T', ' ').replace('Z', '+00');
  return time === undefined ? {} : { recovery_target_time: time, recovery_target_action: 'promote' };
}

/** False when the server gave up, or took too long. */
async function promoted({ dir }: Cluster, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const found = readPostmaster(dir);
    if (!found) return false;
    if (found.status === 'ready') return true;
    await sleep(100);
  }
  return false;
}
