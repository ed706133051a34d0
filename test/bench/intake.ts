import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import setUp from '../support/global-setup';
import tearDown from '../support/global-teardown';
import { type Shared, SHARED_FILE } from '../support/shared';
import { ApiProcess } from './api-process';
import { median, printTable, spread } from './figures';
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
}

interface Round {
  readonly raw: number;
  readonly express: number;
  readonly fastify: number;
  readonly memory: number;
  readonly p95At16: number;
  readonly p95At1: number;
}

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
    const bench: Bench = { owner, url, servers, pgbench: await findPgbench() };
    await prepareRaw(bench);
    for (const server of Object.values(servers)) await server?.load(CONNECTIONS, 3);
    const rounds: Round[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      rounds.push(await round(bench, index));
      say(`round ${index + 1} of ${ROUNDS} done`);
    }
    print(rounds);
  } finally {
    await Promise.all(Object.values(servers).map((server) => server?.stop()));
    if (memoryDir !== undefined) rmSync(memoryDir, { recursive: true });
  }
}

async function prepareRaw({ owner, pgbench, servers }: Bench): Promise<void> {
  if (pgbench === undefined) {
    say('pgbench was not found (PATH, PGBENCH or Debian postgresql-client): no ratio to the database itself.');
    return;
  }
  const key = randomUUID();
  const filed = (await (await servers.express.file({ key })).json()) as { id: string };
  const rows = await createRawIntake(owner, filed.id, key);
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  say(`one intake: ${total} rows (${[...rows].map(([name, count]) => `${name} ${count}`).join(', ')})`);
}

/** One turn of everything. The order of the servers moves on with each round; the database itself is first and last. */
async function round({ owner, url, pgbench, servers }: Bench, index: number): Promise<Round> {
  const raw: number[] = [];
  const runRaw = async (): Promise<void> => {
    await owner.query('CHECKPOINT');
    if (pgbench !== undefined) raw.push(await runPgbench(pgbench, url, SECONDS));
  };
  const figures: Record<string, number> = { express: 0, fastify: 0, memory: Number.NaN, p95At16: 0, p95At1: 0 };
  const names = ['express', 'fastify', 'memory'] as const;
  await runRaw();
  for (let turn = 0; turn < names.length; turn += 1) {
    const name = names[(turn + index) % names.length] ?? 'express';
    await owner.query('CHECKPOINT');
    const load = await servers[name]?.load(CONNECTIONS, SECONDS);
    if (load !== undefined) figures[name] = load.perSecond;
    if (name === 'express') figures.p95At16 = load?.p95 ?? Number.NaN;
  }
  figures.p95At1 = (await servers.express.load(1, Math.ceil(SECONDS / 2))).p95;
  await runRaw();
  return { ...(figures as unknown as Round), raw: raw.reduce((sum, value) => sum + value, 0) / raw.length };
}

function print(rounds: readonly Round[]): void {
  const column = (name: keyof Round): number[] => rounds.map((one) => one[name]).filter(Number.isFinite);
  const ratio = (over: keyof Round, under: keyof Round): number[] =>
    rounds.map((one) => one[over] / one[under]).filter(Number.isFinite);
  say(`\nmedian (min–max) of ${rounds.length} interleaved rounds of ${SECONDS} s, ${CONNECTIONS} connections`);
  printTable([
    ['intakes per second', 'figure', 'of pgbench, round by round'],
    ['pgbench, same rows, 1 round trip', spread(column('raw'), 0), '1'],
    ['HTTP endpoint, Express', spread(column('express'), 0), spread(ratio('express', 'raw'), 2)],
    ['HTTP endpoint, Fastify', spread(column('fastify'), 0), spread(ratio('fastify', 'raw'), 2)],
    ['Express, key files in memory', spread(column('memory'), 0), spread(ratio('memory', 'raw'), 2)],
  ]);
  say('');
  printTable([
    ['pair', 'ratio', 'wanted'],
    ['Express / pgbench', median(ratio('express', 'raw')).toFixed(2), '≥ 0.45, better 0.60'],
    ['Express / Fastify', spread(ratio('express', 'fastify'), 2), '≥ 0.85'],
    ['key files on disk / in memory', spread(ratio('express', 'memory'), 2), ''],
    ['p95 at 16 / at 1 connection', spread(ratio('p95At16', 'p95At1'), 2), '≤ 6, better 4'],
  ]);
  say(
    `p95 in ms: ${median(column('p95At16')).toFixed(1)} at 16 connections, ${median(column('p95At1')).toFixed(1)} at 1`,
  );
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
