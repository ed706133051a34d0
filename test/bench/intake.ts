import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import setUp from '../support/global-setup';
import tearDown from '../support/global-teardown';
import { type Shared, SHARED_FILE } from '../support/shared';
import { ApiProcess } from './api-process';
import { cpuOf, findServerCpu } from './cpu';
import { printTable, spread } from './figures';
import { createRawIntake, findPgbench, runPgbench } from './raw-intake';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
/** Directory of the V8 profile of the Express process, if one is wanted. */
const PROFILE = process.env.BENCH_PROFILE;
const CONNECTIONS = 16;
const MEMORY_FOLDER = '/dev/shm';
const MEMORY_NEEDED = 2 ** 30;

interface Bench {
  readonly owner: DataSource;
  readonly url: string;
  readonly pgbench: string | undefined;
  readonly servers: Readonly<Record<'express' | 'fastify', ApiProcess>> & {
    readonly memory: ApiProcess | undefined;
  };
  /** Milliseconds of processor time the database has used. */
  readonly databaseCpu: (() => number) | undefined;
}

const FIGURES = [
  'raw',
  'express',
  'fastify',
  'memory',
  'p95At16',
  'p95At1',
  'rawCpu',
  'apiCpu',
  'fastifyCpu',
  'dbCpu',
] as const;
/** NaN where a figure could not be taken. */
type Round = Record<(typeof FIGURES)[number], number>;

/** Intake over HTTP against the same rows by pgbench, in interleaved rounds. Prints medians and ratios; asserts no time. */
export async function main(): Promise<void> {
  await setUp();
  const shared = JSON.parse(readFileSync(SHARED_FILE, 'utf8')) as Shared;
  try {
    await withClone(shared, (owner, url) => measure(shared, owner, url));
  } finally {
    await tearDown();
  }
}

async function measure(shared: Shared, owner: DataSource, url: string): Promise<void> {
  const memoryDir = hasMemoryFolder() ? mkdtempSync(join(MEMORY_FOLDER, 'tonghu-bench-')) : undefined;
  const env = serverEnv(shared, url);
  const inMemory = { ...env, KEY_DIR: memoryDir, MASTER_KEY_FILE: join(shared.keyDir, 'master.json') };
  const servers = {
    express: await ApiProcess.start(env, PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`] : []),
    fastify: await ApiProcess.start({ ...env, BENCH_ADAPTER: 'fastify' }),
    memory: memoryDir === undefined ? undefined : await ApiProcess.start(inMemory),
  };
  try {
    await servers.express.verify();
    await servers.fastify.verify();
    const databaseCpu = await findServerCpu(owner);
    const bench: Bench = { owner, url, servers, databaseCpu, pgbench: await findPgbench() };
    await prepareRaw(bench);
    for (const server of Object.values(servers)) await server?.load(CONNECTIONS, 3);
    const rounds: Round[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      rounds.push(await round(bench, index));
      say(`round ${index + 1} of ${ROUNDS} done`);
    }
    print(rounds);
  } finally {
    for (const server of Object.values(servers)) await server?.stop();
    if (memoryDir !== undefined) rmSync(memoryDir, { recursive: true });
  }
}

async function prepareRaw({ owner, pgbench, servers }: Bench): Promise<void> {
  if (pgbench === undefined) {
    say(
      'pgbench was not found (PATH, PGBENCH or Debian postgresql-client): no ratio to the database itself.',
    );
    return;
  }
  const key = randomUUID();
  const filed = (await (await servers.express.file({ key })).json()) as { id: string };
  const rows = await createRawIntake(owner, filed.id, key);
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  say(`one intake: ${total} rows (${[...rows].map(([name, count]) => `${name} ${count}`).join(', ')})`);
}

/** One turn of everything. The order of the servers moves on with each round; the database itself is first and last. */
async function round(bench: Bench, index: number): Promise<Round> {
  const figures = Object.fromEntries(FIGURES.map((name) => [name, Number.NaN])) as Round;
  const names = ['express', 'fastify', 'memory'] as const;
  const before = await runRaw(bench);
  for (let turn = 0; turn < names.length; turn += 1) {
    const name = names[(turn + index) % names.length] ?? 'express';
    const server = bench.servers[name];
    if (server === undefined) continue;
    await bench.owner.query('CHECKPOINT');
    const [apiStart, dbStart] = [cpuOf(server.pid), bench.databaseCpu?.()];
    const load = await server.load(CONNECTIONS, SECONDS);
    const apiCpu = (cpuOf(server.pid) - apiStart) / load.count;
    figures[name] = load.perSecond;
    if (name === 'fastify') figures.fastifyCpu = apiCpu;
    if (name !== 'express') continue;
    figures.p95At16 = load.p95;
    figures.apiCpu = apiCpu;
    figures.dbCpu = ((bench.databaseCpu?.() ?? Number.NaN) - (dbStart ?? Number.NaN)) / load.count;
  }
  figures.p95At1 = (await bench.servers.express.load(1, Math.ceil(SECONDS / 2))).p95;
  const after = await runRaw(bench);
  figures.raw = (before.perSecond + after.perSecond) / 2;
  figures.rawCpu = (before.cpu + after.cpu) / 2;
  return figures;
}

async function runRaw({
  owner,
  url,
  pgbench,
  databaseCpu,
}: Bench): Promise<{ perSecond: number; cpu: number }> {
  if (pgbench === undefined) return { perSecond: Number.NaN, cpu: Number.NaN };
  await owner.query('CHECKPOINT');
  const start = databaseCpu?.() ?? Number.NaN;
  const { perSecond, count } = await runPgbench(pgbench, url, SECONDS);
  return { perSecond, cpu: ((databaseCpu?.() ?? Number.NaN) - start) / count };
}

function print(rounds: readonly Round[]): void {
  const column = (name: keyof Round): number[] => rounds.map((one) => one[name]).filter(Number.isFinite);
  const each = (figure: (one: Round) => number): string =>
    spread(rounds.map(figure).filter(Number.isFinite), 2);
  const ofRaw = (name: 'express' | 'fastify' | 'memory'): string => each((one) => one[name] / one.raw);
  say(
    `\nmedian (min–max) of ${rounds.length} interleaved rounds of ${SECONDS} s, ${CONNECTIONS} connections`,
  );
  printTable([
    ['intakes per second', 'figure', 'of pgbench, round by round'],
    ['pgbench, same rows, 1 round trip', spread(column('raw'), 0), '1'],
    ['HTTP endpoint, Express', spread(column('express'), 0), ofRaw('express')],
    ['HTTP endpoint, Fastify', spread(column('fastify'), 0), ofRaw('fastify')],
    ['Express, key files in memory', spread(column('memory'), 0), ofRaw('memory')],
  ]);
  say('');
  printTable([
    ['pair', 'ratio', 'wanted'],
    ['Express / pgbench', ofRaw('express'), '≥ 0.45, better 0.60'],
    ['Express / Fastify', each((one) => one.express / one.fastify), '≥ 0.85'],
    ['API process time, Fastify / Express', each((one) => one.fastifyCpu / one.apiCpu), '≥ 0.85'],
    ['key files on disk / in memory', each((one) => one.express / one.memory), ''],
    ['p95 at 16 / at 1 connection', each((one) => one.p95At16 / one.p95At1), '≤ 6, better 4'],
    ['database time, pgbench / Express', each((one) => one.rawCpu / one.dbCpu), ''],
    ['all processor time, pgbench / Express', each((one) => one.rawCpu / (one.apiCpu + one.dbCpu)), ''],
  ]);
  say('');
  printTable([
    ['milliseconds', 'figure'],
    ['p95 at 16 connections', spread(column('p95At16'), 1)],
    ['p95 at 1 connection', spread(column('p95At1'), 1)],
    ['processor time of an intake: API', spread(column('apiCpu'), 2)],
    ['processor time of an intake: API on Fastify', spread(column('fastifyCpu'), 2)],
    ['processor time of an intake: database', spread(column('dbCpu'), 2)],
    ['processor time of an intake by pgbench: database', spread(column('rawCpu'), 2)],
  ]);
}

/** A database of its own; dropped afterwards. */
async function withClone(
  shared: Shared,
  work: (owner: DataSource, url: string) => Promise<void>,
): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url: shared.adminUrl, poolSize: 1 }).initialize();
  const database = `tonghu_bench_${randomBytes(6).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${database} TEMPLATE ${shared.template}`);
  const url = Object.assign(new URL(shared.adminUrl), { pathname: `/${database}` }).toString();
  const owner = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  try {
    await work(owner, url);
  } finally {
    await owner.destroy();
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.destroy();
  }
}

function serverEnv(shared: Shared, url: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    INSTALLATION: 'test',
    ROLE: 'api',
    LOG_LEVEL: 'info',
    DATA_DIR: shared.dataDir,
    KEY_DIR: shared.keyDir,
    BENCH_DATABASE_URL: url,
  };
}

/** Room for the key files of a whole run in memory. */
function hasMemoryFolder(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
    return bavail * bsize > MEMORY_NEEDED;
  } catch {
    return false;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
