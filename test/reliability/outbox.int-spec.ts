import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { newId, systemContext } from '@tonghu/backend/kernel';
import { AppDatabase, Clock, type Tx, WorkerDatabase } from '@tonghu/backend/platform/database';
import {
  BackgroundWork,
  Drainer,
  type DueWork,
  DueWorkRegistry,
  HandlerRegistry,
  Outbox,
  type StoredMessage,
} from '@tonghu/backend/platform/outbox';
import type { Job } from '@tonghu/backend/platform/queue';
import { TestApp } from '../support/test-app';
import { withoutGuard } from './broken';
import { report } from './counts';

const MESSAGE = 'test.happened';
const DISTRICT = '990101';

describe('the outbox', () => {
  let app: TestApp;
  let before: (tx: Tx, message: StoredMessage) => Promise<void>;

  beforeEach(async () => {
    app = await TestApp.start();
    await app.owner.query('CREATE TABLE effect (message_id uuid NOT NULL)');
    await app.owner.query('GRANT INSERT, SELECT ON effect TO tonghu_worker');
    before = () => Promise.resolve();
    const registry = app.app.get(HandlerRegistry);
    registry.declare(MESSAGE);
    registry.register({
      name: 'test.effect',
      messages: [MESSAGE],
      handle: async (tx, message) => {
        await before(tx, message);
        await tx.execute('INSERT INTO effect (message_id) VALUES ($1)', [message.id]);
      },
    });
  });

  afterEach(() => app.stop());

  it('does everything once when the queue is wiped in the middle (R06)', async () => {
    before = () => sleep(10);
    await app.app.get(BackgroundWork).start();
    await send(300);
    await until(async () => (await countEffects()).all > 20);
    // The bench must have hit the window: some jobs were waiting when their store vanished.
    await wipeQueue();
    expect((await countEffects()).all).toBeLessThan(300);
    await passSeconds(31);
    await until(async () => (await countOpen()) === 0);
    expect(await countEffects()).toEqual({ all: 300, different: 300 });
  }, 60_000);

  it('tries a failed delivery again and stores no word of what went wrong', async () => {
    let failures = 2;
    before = () => (failures-- > 0 ? Promise.reject(new TypeError('禾苗苗 13900000001')) : Promise.resolve());
    await send(1);
    await app.app.get(Drainer).drain();
    expect(await stored()).toEqual([{ state: 'pending', attempts: 1, last_error: 'TypeError' }]);
    for (const seconds of [3, 5]) {
      await passSeconds(seconds);
      await app.app.get(Drainer).drain();
    }
    expect(await stored()).toEqual([{ state: 'done', attempts: 3, last_error: null }]);
    expect(await countEffects()).toEqual({ all: 1, different: 1 });
  });

  it('shows a delivery that always fails as dead after twelve tries', async () => {
    before = () => Promise.reject(new RangeError('never'));
    await send(1);
    for (let attempt = 0; attempt < 13; attempt += 1) {
      await app.app.get(Drainer).drain();
      await passSeconds(601);
    }
    expect(await stored()).toEqual([{ state: 'dead', attempts: 12, last_error: 'RangeError' }]);
    expect((await countEffects()).all).toBe(0);
    // A person sees it, mends the cause and sends it again; a second click finds nothing to send (T02).
    const admin = await app.as('admin');
    const { data } = await admin.read<{ data: { id: string; attempts: number; error: string }[] }>(
      '/admin/dead-letters',
    );
    expect(data).toMatchObject([{ attempts: 12, error: 'RangeError' }]);
    before = () => Promise.resolve();
    await admin.ok(`/admin/dead-letters/${data[0]?.id}/actions/redrive`);
    await app.app.get(Drainer).drain();
    expect(await countEffects()).toEqual({ all: 1, different: 1 });
    expect((await admin.post(`/admin/dead-letters/${data[0]?.id}/actions/redrive`)).status).toBe(409);
    expect((await (await app.as('civil')).get('/admin/dead-letters')).status).toBe(403);
  });

  it('rolls the effect back with the mark, and counts a try that never ended', async () => {
    before = async (tx) => {
      await tx.execute('INSERT INTO effect (message_id) VALUES ($1)', [newId()]);
      throw new Error('after the first write');
    };
    await send(1);
    await app.app.get(Drainer).drain();
    expect((await countEffects()).all).toBe(0);
    expect((await stored())[0]).toMatchObject({ state: 'pending', attempts: 1 });
  });

  it('T03: lets an outdated lease do nothing', async () => {
    const { outdated, fresh } = await claimTwice();
    expect(fresh).toHaveLength(outdated.length);
    for (const { data } of outdated) await deliveries().run(data);
    const early = (await countEffects()).all;
    await Promise.all([...fresh, ...fresh].map(async ({ data }) => deliveries().run(data)));
    const { all } = await countEffects();
    report('T03', { outdated: outdated.length, early, effects: all });
    expect([early, all]).toEqual([0, 1]);
  });

  it('T03 control: without the comparison of the lease the outdated one acts', async () => {
    const { outdated } = await claimTwice();
    const { dataSource } = app.app.get(WorkerDatabase);
    const query = dataSource.query.bind(dataSource);
    const guard = { guard: /lease_token = \$2/, instead: '$$2::uuid IS NOT NULL' };
    jest
      .spyOn(dataSource, 'query')
      .mockImplementation((text, ...rest) => query(text.replace(guard.guard, guard.instead), ...rest));
    await withoutGuard(guard, async () => {
      for (const { data } of outdated) await deliveries().run(data);
    });
    expect((await countEffects()).all).toBe(1);
  });

  it('never lets two claimers have the same delivery', async () => {
    await send(100);
    const claims = await Promise.all(Array.from({ length: 5 }, () => deliveries().claim(40, 'due')));
    const ids = claims.flat().map(({ data }) => data.deliveryId);
    expect(new Set(ids).size).toBe(ids.length);
    // A message has two handlers here: ours and the stream's.
    expect(ids.length).toBe(200);
  });

  function deliveries(): DueWork {
    const found = app.app
      .get(DueWorkRegistry)
      .all()
      .find(({ name }) => name === 'delivery');
    if (found === undefined) throw new Error('Deliveries are no due work');
    return found;
  }

  /** One message, claimed by a worker that is then slow, and by another one after it. */
  async function claimTwice(): Promise<{ outdated: Job[]; fresh: Job[] }> {
    await send(1);
    const outdated = await deliveries().claim(10, 'due');
    return { outdated, fresh: await deliveries().claim(10, 'all') };
  }

  async function send(count: number): Promise<void> {
    const outbox = app.app.get(Outbox);
    for (let index = 0; index < count; index += 1) {
      await app.app.get(AppDatabase).inTransaction(systemContext(DISTRICT, 'test'), (tx) => {
        outbox.add(tx, { name: MESSAGE, subjectId: newId(), payload: {} });
        return Promise.resolve();
      });
    }
  }

  async function wipeQueue(): Promise<void> {
    const url = process.env.REDIS_URL;
    if (url === undefined) {
      await app.owner.query('TRUNCATE bullmq.job CASCADE');
      return;
    }
    const redis = new Redis(url);
    const keys = await redis.keys(`tonghu-${app.database}:*`);
    expect(keys.length).toBeGreaterThan(0);
    await redis.del(...keys);
    redis.disconnect();
  }

  async function passSeconds(seconds: number): Promise<void> {
    await app.owner.query('UPDATE installation SET clock_offset_ms = clock_offset_ms + $1', [
      seconds * 1_000,
    ]);
    await app.app.get(Clock).refresh();
  }

  async function countEffects(): Promise<{ all: number; different: number }> {
    const [row] = await app.owner.query<{ all: number; different: number }[]>(
      'SELECT count(*)::int AS all, count(DISTINCT message_id)::int AS different FROM effect',
    );
    return row ?? { all: 0, different: 0 };
  }

  async function countOpen(): Promise<number> {
    const [row] = await app.app
      .get(WorkerDatabase)
      .dataSource.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM outbox_delivery WHERE state <> 'done'`,
      );
    return row?.n ?? 0;
  }

  function stored(): Promise<{ state: string; attempts: number; last_error: string | null }[]> {
    return app.owner.query(
      `SELECT state, attempts, last_error FROM outbox_delivery WHERE handler = 'test.effect'`,
    );
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error('It did not happen within 40 seconds');
}
