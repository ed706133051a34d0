import { spawnSync } from 'node:child_process';
import { statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system account that PostgreSQL runs under when Node itself is root. */
export interface RunAs {
  uid: number;
  gid: number;
  name: string;
}

/** PostgreSQL refuses to run as root; the first of these that exists takes its place. */
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/** True where Node may change the owner of files and the user of children. */
export function isRoot(): boolean {
  return process.platform !== 'win32' && process.getuid?.() === 0;
}

/** The account to drop to, or undefined when Node is not root. Throws when root finds no such account. */
export function findRunAs(): RunAs | undefined {
  if (!isRoot()) return undefined;
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid, name };
  }
  throw new Error(
    '内置数据库不能以 root 身份运行，而系统里没有 postgres 或 nobody 用户。怎么办：useradd --system postgres',
  );
}

/**
 * Whether the account may do `wanted` (octal digit: 4 read, 2 write, 1 enter) with `path`, looking at the permission
 * bits of the path and of every folder above it. A clone under /root (mode 0700) is the usual case where it may not.
 */
export function canReach(path: string, user: RunAs, wanted = 0o5): boolean {
  try {
    if (!allows(statSync(path), user, wanted)) return false;
    let folder = dirname(path);
    while (allows(statSync(folder), user, 0o1)) {
      const above = dirname(folder);
      if (above === folder) return true;
      folder = above;
    }
    return false;
  } catch {
    return false;
  }
}

/** Whether the permission bits of one file or folder grant `wanted`. */
export function allows(
  stat: Pick<Stats, 'mode' | 'uid' | 'gid'>,
  user: Pick<RunAs, 'uid' | 'gid'>,
  wanted: number,
): boolean {
  const shift = stat.uid === user.uid ? 6 : stat.gid === user.gid ? 3 : 0;
  return ((stat.mode >> shift) & wanted) === wanted;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const result = spawnSync('id', [flag, name], { encoding: 'utf8', timeout: 10_000 });
  const value = Number.parseInt(result.stdout, 10);
  return result.status === 0 && Number.isInteger(value) ? value : undefined;
}
