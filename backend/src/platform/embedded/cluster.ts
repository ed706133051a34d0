import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, findBinaries } from './binaries';
import { canReach, findRunAs, type RunAs } from './run-as';
import { runProgram } from './run-program';
import { INCLUDE_LINE } from './settings';

/** The superuser of the cluster and owner of the schema. */
export const OWNER = 'tonghu_owner';
/** The one database of an installation. */
export const DATABASE = 'tonghu';

/** An initialised cluster: where it lives, who runs it, and the owner's password. */
export interface Cluster {
  dir: string;
  logFile: string;
  password: string;
  runAs: RunAs | undefined;
  binaries: Binaries;
}

/**
 * Finds or creates the cluster of `dataDir` (`<dataDir>/pg`, password in `<dataDir>/pg-password`, mode 0600).
 * As root the cluster belongs to a system account; where that account cannot enter `dataDir`, the cluster is put under
 * /var/lib and `<dataDir>/pg` becomes a link to it. A new cluster comes from initdb, or from `fill` (a backup), which gets
 * an empty folder.
 */
export async function openCluster(
  dataDir: string,
  log: (line: string) => void,
  fill?: (dir: string) => Promise<void>,
): Promise<Cluster> {
  const dropped = findRunAs();
  mkdirSync(dataDir, { recursive: true, mode: dropped ? 0o711 : 0o700 });
  const pointer = join(dataDir, 'pg');
  const exists = lstatSync(pointer, { throwIfNoEntry: false }) !== undefined;
  const runAs = exists && dropped ? adoptOwner(pointer, dropped) : dropped;
  const binaries = findBinaries(runAs);
  const password = readPassword(dataDir, exists);
  if (!exists) await create(pointer, { dataDir, password, runAs, binaries, log, fill });
  const dir = realpathSync(pointer);
  if (runAs && !canReach(dir, runAs, 0o7)) {
    throw new Error(
      `系统用户 ${runAs.name} 进不了数据库目录 ${dir}。怎么办：把项目或 DATA_DIR 放到该用户可进入的目录（例如 /opt/tonghu）`,
    );
  }
  return { dir, logFile: join(dataDir, 'pg.log'), password, runAs, binaries };
}

interface Creation {
  dataDir: string;
  password: string;
  runAs: RunAs | undefined;
  binaries: Binaries;
  log: (line: string) => void;
  fill: ((dir: string) => Promise<void>) | undefined;
}

/** Initialises beside the final place and renames, so a crash half-way never leaves a broken cluster behind. */
async function create(pointer: string, creation: Creation): Promise<void> {
  const { dataDir, runAs, log } = creation;
  const home = runAs && !makeEnterable(dataDir, runAs) ? newPublicHome() : dataDir;
  const target = join(home, 'pg');
  if (home !== dataDir)
    log(`系统用户 ${runAs?.name ?? ''} 进不了 ${dataDir}，数据库文件放在 ${target}（${pointer} 为链接）`);
  const draft = mkdtempSync(join(home, 'pg.new-'));
  try {
    if (runAs) chownSync(draft, runAs.uid, runAs.gid);
    const data = join(draft, 'data');
    if (creation.fill) {
      mkdirSync(data, { mode: 0o700 });
      await creation.fill(data);
      if (runAs) chownTree(data, runAs);
    } else {
      await initdb(data, join(draft, 'password'), creation);
      appendFileSync(join(data, 'postgresql.conf'), INCLUDE_LINE);
    }
    renameSync(join(draft, 'data'), target);
    if (home !== dataDir) symlinkSync(target, pointer);
  } catch (error) {
    // Two first starts at once: the other one has put its cluster there, and ours is thrown away.
    if (!existsSync(join(pointer, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initdb(dir: string, passwordFile: string, creation: Creation): Promise<void> {
  const { binaries, runAs, password } = creation;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
  let said = '';
  for (const locale of locales()) {
    const args = [`--pgdata=${dir}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`];
    args.push('--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums', '--no-instructions');
    // libc, not PostgreSQL 17's builtin C.UTF-8: there pg_trgm finds no letters in a Chinese name.
    args.push('--locale-provider=libc', `--locale=${locale}`, '--lc-messages=C');
    const { code, output } = await runProgram(binaries.initdb, args, runAs);
    if (code === 0) return;
    said = output.trim();
    if (!said.includes('invalid locale name')) break;
  }
  throw new Error(`内置数据库初始化失败：${said.split('\n').slice(-6).join('\n')}`);
}

function locales(): string[] {
  return process.platform === 'win32' ? ['zh-CN', 'en-US'] : ['C.UTF-8', 'C.utf8', 'en_US.UTF-8'];
}

/** Takes away a cluster that never came to life, wherever it lies. */
export function discardCluster(dataDir: string): void {
  const pointer = join(dataDir, 'pg');
  const found = lstatSync(pointer, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) rmSync(dirname(realpathSync(pointer)), { recursive: true, force: true });
  rmSync(pointer, { recursive: true, force: true });
}

/** Reads the stored password, or makes one when there is no cluster yet. */
function readPassword(dataDir: string, clusterExists: boolean): string {
  const path = join(dataDir, 'pg-password');
  if (existsSync(path)) {
    if (process.platform !== 'win32') chmodSync(path, 0o600);
    return readFileSync(path, 'utf8').trim();
  }
  if (clusterExists) {
    throw new Error(
      `找不到内置数据库的口令文件 ${path}。怎么办：从备份恢复该文件；演示数据可删除整个 ${dataDir} 后重新启动`,
    );
  }
  try {
    writeFileSync(path, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}

/** An existing cluster keeps its owner (PostgreSQL insists on it); one owned by root is handed to the account. */
function adoptOwner(pointer: string, dropped: RunAs): RunAs {
  const { uid, gid } = statSync(pointer);
  if (uid !== 0) return { uid, gid, name: uid === dropped.uid ? dropped.name : String(uid) };
  chownTree(realpathSync(pointer), dropped);
  return dropped;
}

function chownTree(path: string, user: RunAs): void {
  chownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) chownTree(child, user);
    else if (entry.isFile()) chownSync(child, user.uid, user.gid);
  }
}

/** Our own data folder may be entered, not listed, by the account. Folders above it are not ours to open. */
function makeEnterable(dataDir: string, runAs: RunAs): boolean {
  const { mode, uid } = statSync(dataDir);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(dataDir, (mode & 0o777) | 0o011);
  return canReach(dataDir, runAs, 0o1);
}

function newPublicHome(): string {
  const home = mkdtempSync(join('/var', 'lib', 'tonghu-data-'));
  chmodSync(home, 0o711);
  return home;
}
