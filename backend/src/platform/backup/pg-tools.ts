import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { BackupRefused } from './backup-refused';

const PATH = '/usr/local/bin:/usr/bin:/bin';

/** pg_dump or pg_restore, at least as new as the server. @throws BackupRefused that says what to install */
export async function findTool(
  name: 'pg_dump' | 'pg_restore',
  major: number,
  folder: string | undefined,
): Promise<string> {
  const places = folder ? [folder] : [`/usr/lib/postgresql/${major}/bin`, `/usr/pgsql-${major}/bin`];
  const own = places.map((place) => join(place, name)).filter((path) => existsSync(path));
  for (const program of folder ? own : [...own, name]) {
    const found = await versionOf(program);
    if (found !== undefined && found >= major) return program;
  }
  throw new BackupRefused(
    `没有找到不低于 ${major} 版的 ${name}（数据库是 PostgreSQL ${major}）`,
    `安装 postgresql-client-${major}（Debian/Ubuntu：apt install postgresql-client-${major}；麒麟/openEuler：dnf install postgresql${major}），` +
      '或用 PG_TOOLS_DIR 指出它所在的目录',
  );
}

/** A tool on a database. The password goes through the environment, which other accounts cannot read. */
export function startTool(program: string, args: readonly string[], url: string): RunningTool {
  const { href, password } = withoutPassword(url);
  const env = { PATH, LC_ALL: 'C', PGPASSWORD: password, PGAPPNAME: 'tonghu-backup' };
  const child = spawn(program, [...args, `--dbname=${href}`], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString('utf8')));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} 没有成功：${said.trim().split('\n').slice(-3).join('\n')}`)),
    );
  });
  // Awaited by the caller after the stream; until then a failure must not end the process.
  ended.catch(() => undefined);
  return { stdin: child.stdin, stdout: child.stdout, ended };
}

export interface RunningTool {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly ended: Promise<void>;
}

function withoutPassword(url: string): { href: string; password: string } {
  const parsed = new URL(url);
  const password = decodeURIComponent(parsed.password);
  parsed.password = '';
  return { href: parsed.href, password };
}

function versionOf(program: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, ['--version'], { env: { PATH }, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString('utf8')));
    child.once('error', () => resolve(undefined));
    child.once('close', () => {
      const major = /\(PostgreSQL\) (\d+)/.exec(said)?.[1];
      resolve(major === undefined ? undefined : Number(major));
    });
  });
}
