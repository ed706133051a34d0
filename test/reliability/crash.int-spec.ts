import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { reportBody } from '../support/journey';
import type { Client, Reply } from '../support/test-app';
import { LIMIT_MS, quick, report } from './counts';
import { RealProcess, until } from './real-process';

jest.setTimeout(LIMIT_MS);

interface Filed {
  readonly id: string;
}

/** What went wrong with the notices of new reports; empty is the promise. */
interface Faults {
  readonly lost: string[];
  readonly twice: string[];
}

const REPORTS_IN_THE_WIPE = quick(60, 1_000);
const KILLS = quick(2, 200);
/** DROPOUT: no police, four hours to receive, so that no ladder disturbs the count. */
const quiet = (): Record<string, unknown> => reportBody({ situations: ['DROPOUT'] });

describe('a killed process', () => {
  let real: RealProcess;
  let teacher: Client;

  beforeAll(async () => {
    real = await RealProcess.prepare();
    await real.start();
    teacher = await real.as('teacher');
    await real.stop();
  });
  afterAll(() => real.remove());

  it('after the commit and before the queue: the notice still goes out, once (R03)', async () => {
    const kills = quick(3, 200);
    for (let kill = 0; kill < kills; kill += 1) {
      await real.start('after-commit-before-enqueue');
      const key = randomUUID();
      // The answer never arrives, so the sender sends again under the same key.
      expect(await cut(teacher.post('/reports', quiet(), { key }))).toBe(true);
      await real.died();
      await real.start();
      const again = await teacher.post<Filed>('/reports', quiet(), { key });
      expect(again.status).toBe(201);
      expect(await countReports(again.body.id)).toBe(1);
      await real.untilDelivered();
      await real.stop();
    }
    expect(real.hits('after-commit-before-enqueue')).toBe(kills);
    expect(await countReports()).toBe(kills);
    await reportFaults('R03', { kills, hits: real.hits('after-commit-before-enqueue') });
  });

  it.each([
    ['after-claim-before-enqueue', 'R04'],
    ['after-enqueue', 'R04'],
    ['before-effect', 'R05'],
    ['after-effect-before-commit', 'R05'],
    ['after-commit-before-ack', 'R05'],
  ] as const)('%s: every notice goes out once (%s: R04, R05)', async (failpoint, id) => {
    const kills = KILLS;
    const before = await countReports();
    for (let kill = 0; kill < kills; kill += 1) {
      await real.start(failpoint);
      // Whether the answer still came through is a race; what was committed is not.
      const key = randomUUID();
      await cut(teacher.post('/reports', quiet(), { key }));
      await real.died();
      await real.start();
      expect((await teacher.post('/reports', quiet(), { key })).status).toBe(201);
      await real.settle();
      await real.stop();
    }
    expect(real.hits(failpoint)).toBe(kills);
    expect(await countReports()).toBe(before + kills);
    await reportFaults(`${id} ${failpoint}`, { kills, hits: real.hits(failpoint) });
  });

  it('in the middle of a ladder step: the step is taken, once', async () => {
    await real.start();
    const urgent = await teacher.ok<Filed>('/reports', reportBody({ situations: ['MR4'] }));
    await real.untilDelivered();
    await real.stop();
    for (let kill = 0; kill < 3; kill += 1) {
      if (kill === 0) await real.passSeconds(8 * 60);
      await real.start('after-step-before-commit');
      await real.died();
      expect(await steps(urgent.id)).toEqual([]);
    }
    await real.start();
    await until(async () => (await steps(urgent.id)).length > 0, 20_000, 'The step was lost');
    await real.untilDelivered();
    await real.stop();
    expect(real.hits('after-step-before-commit')).toBe(3);
    expect(await steps(urgent.id)).toEqual(['remind']);
    const notices = await real.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM notice WHERE kind = 'deadline.remind' AND subject_id = $1`,
      [urgent.id],
    );
    expect(notices).toEqual([{ n: 1 }]);
  });

  it('control of R03, R04, R05 and R06: a message without its delivery is missed, a notice sent twice is seen', async () => {
    await real.start('after-commit-before-enqueue');
    const key = randomUUID();
    await cut(teacher.post('/reports', quiet(), { key }));
    await real.died();
    const [report] = await real.owner.query<Filed[]>(
      'SELECT id FROM report ORDER BY reported_at DESC LIMIT 1',
    );
    await real.owner.query(
      `DELETE FROM outbox_delivery WHERE message_id = (SELECT id FROM outbox_message WHERE name = 'report.filed' AND subject_id = $1)`,
      [report?.id],
    );
    await real.start();
    await real.settle();
    expect(await faults(real.owner)).toEqual({ lost: [report?.id], twice: [] });
    await real.owner.query(
      `INSERT INTO notice SELECT gen_random_uuid(), district_code, agency_id, user_id, kind, subject_kind, subject_id, number, urgency, dedupe_key || n, created_at
         FROM notice, generate_series(1, 2) n WHERE kind = 'report.submitted' AND id = (SELECT id FROM notice WHERE kind = 'report.submitted' LIMIT 1)`,
    );
    expect((await faults(real.owner)).twice).toHaveLength(1);
    await real.stop();
  });

  async function reportFaults(id: string, counts: Readonly<Record<string, number>>): Promise<void> {
    const { lost, twice } = await faults(real.owner);
    report(id, { ...counts, lost: lost.length, doubled: twice.length });
    expect({ lost, twice }).toEqual({ lost: [], twice: [] });
  }

  async function steps(reportId: string): Promise<string[]> {
    const rows = await real.owner.query<{ step: string }[]>(
      `SELECT s.step FROM deadline_step s JOIN deadline d ON d.id = s.deadline_id WHERE d.subject_id = $1 ORDER BY s.step_index`,
      [reportId],
    );
    return rows.map(({ step }) => step);
  }

  async function countReports(id?: string): Promise<number> {
    const [row] = await real.owner.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM report WHERE $1::uuid IS NULL OR id = $1',
      [id ?? null],
    );
    return row?.n ?? 0;
  }
});

describe('a wiped queue store', () => {
  let real: RealProcess;

  beforeAll(async () => {
    real = await RealProcess.prepare();
    await real.start();
  });
  afterAll(() => real.remove());

  it(`while ${REPORTS_IN_THE_WIPE} reports come in: every notice arrives, once (R06)`, async () => {
    const teacher = await real.as('teacher');
    // Held back here, the jobs pile up in the store, so that the wipe certainly meets some.
    const brake = real.owner.createQueryRunner();
    await brake.startTransaction();
    await brake.query('LOCK TABLE notice IN EXCLUSIVE MODE');
    const filed = await Promise.all(
      Array.from({ length: REPORTS_IN_THE_WIPE }, () => teacher.post<Filed>('/reports', quiet())),
    );
    expect(filed.every(({ status }) => status === 201)).toBe(true);
    await until(async () => (await waiting(real)) > 10, 10_000, 'No job waited in the store');
    const wiped = await wipe(real);
    await brake.rollbackTransaction();
    await brake.release();
    expect(wiped).toBeGreaterThan(10);
    // Once more while they are worked on.
    await real.passSeconds(31);
    await wipe(real);
    await real.settle(LIMIT_MS);
    const { lost, twice } = await faults(real.owner);
    report('R06', { reports: REPORTS_IN_THE_WIPE, wiped, lost: lost.length, doubled: twice.length });
    expect({ lost, twice }).toEqual({ lost: [], twice: [] });
    const [notices] = await real.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM notice WHERE kind = 'report.submitted'`,
    );
    expect(notices?.n).toBe(REPORTS_IN_THE_WIPE);
  });

  it('before deadlines fall due: every step is taken, once (R06)', async () => {
    await wipe(real);
    // Four hours: reminded of after two, urged after four, supervised after six.
    for (const seconds of [2 * 3_600 + 60, 2 * 3_600, 2 * 3_600]) {
      await real.passSeconds(seconds);
      await wipe(real);
    }
    const taken = async (): Promise<Record<string, number>> => {
      const rows = await real.owner.query<{ step: string; n: number }[]>(
        'SELECT step, count(*)::int AS n FROM deadline_step GROUP BY step',
      );
      return Object.fromEntries(rows.map(({ step, n }) => [step, n]));
    };
    await until(
      async () => (await taken()).supervise === REPORTS_IN_THE_WIPE,
      LIMIT_MS,
      'Supervision of some was lost',
    );
    expect(await taken()).toEqual({
      remind: REPORTS_IN_THE_WIPE,
      urge: REPORTS_IN_THE_WIPE,
      supervise: REPORTS_IN_THE_WIPE,
    });
    await real.settle();
    const rows = await real.owner.query<{ kind: string; n: number }[]>(
      `SELECT kind, count(*)::int AS n FROM notice WHERE kind IN ('deadline.remind', 'deadline.urge', 'deadline.supervise') GROUP BY kind ORDER BY kind`,
    );
    const wanted = REPORTS_IN_THE_WIPE;
    const missed = rows.reduce((sum, { n }) => sum + Math.max(0, wanted - n), 0);
    const doubled = rows.reduce((sum, { n }) => sum + Math.max(0, n - wanted), 0);
    report('R06', { deadlines: wanted * 3, wipes: 4, lost: missed, doubled });
    expect(rows.map(({ n }) => n)).toEqual([wanted, wanted, wanted]);
  });
});

/** Whether the connection was cut before an answer came. */
async function cut(request: Promise<Reply<unknown>>): Promise<boolean> {
  return request.then(
    () => false,
    () => true,
  );
}

async function faults(owner: DataSource): Promise<Faults> {
  const rows = await owner.query<{ id: string; n: number }[]>(
    `SELECT r.id, count(n.id)::int AS n FROM report r
       LEFT JOIN notice n ON n.subject_id = r.id AND n.kind = 'report.submitted' GROUP BY r.id`,
  );
  return {
    lost: rows.filter(({ n }) => n === 0).map(({ id }) => id),
    twice: rows.filter(({ n }) => n > 1).map(({ id }) => id),
  };
}

/** Jobs that wait in the store. */
async function waiting(real: RealProcess): Promise<number> {
  const url = process.env.REDIS_URL;
  if (url === undefined) {
    const [row] = await real.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM bullmq.job');
    return row?.n ?? 0;
  }
  const redis = new Redis(url);
  const length = await redis.llen(`tonghu-${real.database}:work:wait`);
  redis.disconnect();
  return length;
}

/** Loses everything the queue of this installation knew, and nothing of a test beside it; returns how many jobs were lost. */
async function wipe(real: RealProcess): Promise<number> {
  const lost = await waiting(real);
  const url = process.env.REDIS_URL;
  if (url === undefined) {
    await real.owner.query('TRUNCATE bullmq.job CASCADE');
    return lost;
  }
  const redis = new Redis(url);
  const keys = await redis.keys(`tonghu-${real.database}:*`);
  if (keys.length > 0) await redis.del(...keys);
  redis.disconnect();
  return lost;
}
