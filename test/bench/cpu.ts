import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';

const MS_PER_TICK = 10;

interface Times {
  readonly parent: number;
  /** Milliseconds of processor time, own and of children that ended. */
  readonly own: number;
  readonly ended: number;
}

/**
 * Processor time of a PostgreSQL server on this machine with all its backends. Unlike throughput it hardly changes when
 * others use the machine. Undefined where there is no /proc or the server runs elsewhere.
 */
export async function findServerCpu(owner: DataSource): Promise<(() => number) | undefined> {
  const [backend] = await owner.query<{ pid: number; local: boolean }[]>(
    `SELECT pg_backend_pid() AS pid, coalesce(inet_server_addr() <<= '127.0.0.0/8', true) AS local`,
  );
  const postmaster = backend?.local === true ? timesOf(backend.pid)?.parent : undefined;
  if (postmaster === undefined) return undefined;
  return () => {
    const server = timesOf(postmaster);
    const backends = pids().flatMap((pid) => timesOf(pid) ?? []);
    const living = backends.filter(({ parent }) => parent === postmaster);
    return (server?.own ?? 0) + (server?.ended ?? 0) + living.reduce((sum, { own }) => sum + own, 0);
  };
}

/** Milliseconds of processor time a process has used, all its threads together; 0 where there is no /proc. */
export function cpuOf(pid: number): number {
  return timesOf(pid)?.own ?? 0;
}

function pids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** Fields 4 and 14 to 17 of proc(5) stat; the second one is a name in brackets that may hold spaces. */
function timesOf(pid: number): Times | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const sum = (from: number): number => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) * MS_PER_TICK;
    return { parent: fields[1] ?? 0, own: sum(11), ended: sum(13) };
  } catch {
    return undefined;
  }
}
