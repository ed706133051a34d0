import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { type Report, reportBody } from '../support/journey';
import type { Client } from '../support/test-app';
import { LIMIT_MS, quick, report } from './counts';
import { RealProcess, until } from './real-process';

jest.setTimeout(LIMIT_MS);

/** Size of the pool for people (app/create-app.ts). */
const POOL = 10;
/** 2.5 seconds are promised on a machine that does nothing else. */
const ANSWER_MS = quick(4_000, 2_500);
const RECOVERY_MS = 5_000;
const quiet = (): Record<string, unknown> => reportBody({ situations: ['DROPOUT'] });

let real: RealProcess;
let teacher: Client;

beforeAll(async () => {
  real = await RealProcess.prepare({ logLevel: 'silent' });
  await real.start();
  teacher = await real.as('teacher');
});
afterAll(() => real.remove());

describe('no connection left', () => {
  it('R12: is said at once, liveness stays green, and it ends by itself', async () => {
    const brake = await holdReports();
    const held = Array.from({ length: POOL }, () => teacher.post('/reports', quiet()));
    await until(async () => (await waiting()) >= POOL, 15_000, 'The pool was not used up');
    const requests = quick(20, 200);
    const answers = await Promise.all(
      Array.from({ length: requests }, async () => {
        const start = performance.now();
        const { status, headers } = await teacher.get('/reports');
        return { status, retryAfter: headers.get('retry-after'), ms: performance.now() - start };
      }),
    );
    const live = await fetch(`${real.url}/health/live`);
    await brake.end();
    const freed = performance.now();
    await until(async () => (await teacher.get('/reports')).status === 200, 30_000, 'No recovery');
    const recoveryMs = Math.round(performance.now() - freed);
    const slowestMs = Math.round(Math.max(...answers.map(({ ms }) => ms)));
    const wrong = answers.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null).length;
    report('R12', { requests, wrong, slowestMs, recoveryMs });
    expect([wrong, live.status]).toEqual([0, 200]);
    expect(slowestMs).toBeLessThan(ANSWER_MS);
    expect(recoveryMs).toBeLessThan(RECOVERY_MS);
    // Nobody who held a connection was cut off.
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual(Array<number>(POOL).fill(201));
  });

  it('R12 control: a pool without a limit on waiting answers nothing', async () => {
    const source = await new DataSource({ type: 'postgres', url: real.ownerUrl, poolSize: 1 }).initialize();
    const holder = source.createQueryRunner();
    await holder.connect();
    const asked = source.query('SELECT 1').then(() => 'answer');
    expect(await Promise.race([asked, sleep(ANSWER_MS, 'silence')])).toBe('silence');
    await holder.release();
    expect(await asked).toBe('answer');
    await source.destroy();
  });

  /** Whoever writes a report waits until `end`. */
  async function holdReports(): Promise<{ end: () => Promise<void> }> {
    const runner = real.owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE report IN ACCESS EXCLUSIVE MODE');
    return {
      end: async (): Promise<void> => {
        await runner.rollbackTransaction();
        await runner.release();
      },
    };
  }

  async function waiting(): Promise<number> {
    const [row] = await real.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tonghu_app' AND wait_event_type = 'Lock'`,
    );
    return row?.n ?? 0;
  }
});

describe('database connections that are cut', () => {
  it('R13: end no process, and every report arrives when it is sent again', async () => {
    const cuts = quick(5, 12);
    let isOver = false;
    const results: { key: string; tries: number }[] = [];
    const sender = async (): Promise<void> => {
      while (!isOver) results.push(await sendUntilHeard());
    };
    const senders = Array.from({ length: 4 }, sender);
    let cut = 0;
    for (let round = 0; round < cuts; round += 1) {
      await sleep(quick(400, 5_000));
      cut += await cutAll();
    }
    isOver = true;
    await Promise.all(senders);
    const retried = results.filter(({ tries }) => tries > 1).length;
    const [row] = await real.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM idempotency_key WHERE key = ANY ($1)`,
      [results.map(({ key }) => key)],
    );
    const lost = results.length - (row?.n ?? 0);
    report('R13', {
      cuts,
      connections: cut,
      reports: results.length,
      retried,
      lost,
      exits: Number(real.isDead),
    });
    expect([lost, real.isDead]).toEqual([0, false]);
    expect(cut).toBeGreaterThanOrEqual(cuts);
    await real.untilDelivered(LIMIT_MS / 2);
  });

  it('R13 control: a process that does not listen for the loss of its connection ends', async () => {
    const script = `const { Client } = require('pg'); const c = new Client(process.argv[1]);
      c.connect().then(() => { process.stdout.write('up'); setInterval(() => undefined, 1000); });`;
    const child: ChildProcess = spawn(
      process.execPath,
      ['-e', script, `${real.ownerUrl}?application_name=careless`],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    await new Promise((up) => child.stdout?.once('data', up));
    await real.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'careless'`,
    );
    await until(() => Promise.resolve(child.exitCode !== null), 10_000, 'It lived on');
    expect(child.exitCode).not.toBe(0);
  });

  async function sendUntilHeard(): Promise<{ key: string; tries: number }> {
    const key = randomUUID();
    for (let tries = 1; tries < 100; tries += 1) {
      const status = await teacher.post<Report>('/reports', quiet(), { key }).then(
        (reply) => reply.status,
        () => 0,
      );
      if (status === 201) return { key, tries };
      await sleep(50);
    }
    throw new Error('A report never arrived');
  }

  async function cutAll(): Promise<number> {
    const rows = await real.owner.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'tonghu_%' AND usename <> current_user`,
    );
    return rows.length;
  }
});
