import { randomUUID } from 'node:crypto';
import { IdempotencyKeyEntity } from '@tonghu/backend/support/commands';
import { colleagueOf } from '../support/colleague';
import { openCase, type Order, type Page, type Report, reportBody } from '../support/journey';
import { type Client, type Reply, TestApp } from '../support/test-app';
import { withoutGuard, withoutRows } from './broken';
import { LIMIT_MS, quick, report } from './counts';

jest.setTimeout(LIMIT_MS);

interface Person {
  readonly id: string;
  readonly version: number;
  readonly school: string | null;
}

const CHILDREN = 17;
const quiet = (): Record<string, unknown> => reportBody({ situations: ['DROPOUT'] });
const statuses = (replies: readonly Reply<unknown>[]): string =>
  replies
    .map(({ status }) => status)
    .sort()
    .join(' ');

describe('several at once', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let intake2: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    teacher = await app.as('teacher');
    intake = await app.as('intake');
    intake2 = await app.as('intake2');
  });
  // What the control of C01 broke is found by the invariants too (C08).
  afterAll(() => app.stop({ broken: ['order.accepted-once', 'order.state-follows-log'] }));

  describe('C01: two colleagues sign for one order', () => {
    let colleagues: readonly [Client, Client];

    beforeAll(async () => {
      colleagues = [await app.as('policeStation'), await colleagueOf(app, 'policeStation')];
    });

    it('C01: one gets it, the other 409, and it is signed for once', async () => {
      const races = quick(50, 500);
      const faults = await raceForOrders(races);
      report('C01', { races, faults: faults.length });
      expect(faults).toEqual([]);
    });

    it('C01 control: without the row lock both get it', async () => {
      const faults = await withoutGuard({ guard: /FOR NO KEY UPDATE OF w/ }, () => raceForOrders(5));
      expect(faults).toContain('200 200, signed 2');
    });

    /** Races in which not exactly one won, or more than one signature was written. */
    async function raceForOrders(races: number): Promise<string[]> {
      const outcomes: string[] = [];
      for (const { id } of await issuedOrders(races)) {
        const replies = await Promise.all(
          colleagues.map((client) => client.post(`/work-orders/${id}/actions/accept`)),
        );
        const signed = await count(`work_order_step WHERE step = 'accept' AND work_order_id = '${id}'`);
        outcomes.push(`${statuses(replies)}, signed ${signed}`);
      }
      return outcomes.filter((outcome) => outcome !== '200 409, signed 1');
    }

    async function issuedOrders(wanted: number): Promise<readonly Order[]> {
      const found = new Map<string, Order>();
      while (found.size < wanted) {
        const children = Array.from({ length: CHILDREN }, (_, index) => ({
          name: `禾小${index}`,
          sex: 'unknown',
          age: 9,
        }));
        await openCase(app, { report: { children } });
        const page = await colleagues[0].read<Page<Order>>(
          '/work-orders?filter[state]=issued&filter[box]=mine&limit=100',
        );
        for (const order of page.data) if (order.state === 'issued') found.set(order.id, order);
      }
      return [...found.values()].slice(0, wanted);
    }
  });

  describe('C02: edits with an outdated If-Match', () => {
    let path: string;

    beforeAll(async () => {
      const { caseId } = await openCase(app);
      const { child } = await intake.read<{ child: Person }>(`/cases/${caseId}`);
      path = `/people/${child.id}`;
    });

    it('C02: each version is edited once, whoever comes second is told, and no edit is lost', async () => {
      const stale = quick(45, 1_000);
      const faults = await edit(stale);
      report('C02', { stale, faults: faults.length });
      expect(faults).toEqual([]);
    });

    it('C02 control: without the comparison in the statement edits are lost', async () => {
      const guard = /(p\.)?version = \$2/;
      const faults = await withoutGuard({ guard, instead: '$$2::int > 0' }, () => edit(9));
      expect(faults).toContain('200 200 200 200');
    });

    /** Rounds of four edits of one version: three of them are out of date. */
    async function edit(stale: number): Promise<string[]> {
      const faults: string[] = [];
      for (let round = 0; round < stale / 3; round += 1) {
        const { version } = await intake.read<Person>(path);
        const replies = await Promise.all(
          Array.from({ length: 4 }, (_, index) =>
            (index % 2 === 0 ? intake : intake2).patch<Person>(
              path,
              { school: `平新县第${round}-${index}小学` },
              { ifMatch: `"v${version}"` },
            ),
          ),
        );
        const after = await intake.read<Person>(path);
        const winner = replies.find(({ status }) => status === 200);
        const isRight =
          statuses(replies) === '200 412 412 412' &&
          after.version === version + 1 &&
          after.school === winner?.body.school;
        if (!isRight) faults.push(statuses(replies));
      }
      return faults;
    }
  });

  describe('R02: the same report sent twice under one key', () => {
    it('R02: is one report, and both senders hear the same', async () => {
      const pairs = quick(60, 1_000);
      const faults = await sendPairs(pairs);
      report('R02', { pairs, faults: faults.length });
      expect(faults).toEqual([]);
    });

    it('R02: another body under the key is 422, and the key of another person is another key', async () => {
      const key = randomUUID();
      const first = await teacher.ok<Report>('/reports', quiet(), { key });
      const changed = { ...quiet(), facts: '另一件事。' };
      expect((await teacher.post('/reports', changed, { key })).status).toBe(422);
      const other = await (await app.as('hospital')).ok<Report>('/reports', quiet(), { key });
      expect(other.id).not.toBe(first.id);
    });

    it('R02 control: without the row of the key there are two reports', async () => {
      const faults = await withoutRows(IdempotencyKeyEntity, () => sendPairs(5));
      expect(faults).toEqual(Array<string>(5).fill('201 201 201 of 3 reports'));
    });

    /** Ten pairs at a time; each key is sent once more when both have been answered. */
    async function sendPairs(pairs: number): Promise<string[]> {
      const before = await count('report');
      const outcomes: string[] = [];
      while (outcomes.length < pairs) {
        const size = Math.min(10, pairs - outcomes.length);
        outcomes.push(...(await Promise.all(Array.from({ length: size }, sendPair))));
      }
      const faults = outcomes.filter((outcome) => outcome !== '201 201 201 of 1 reports');
      const written = (await count('report')) - before;
      return faults.length > 0 || written === pairs ? faults : [`${written} reports of ${pairs} pairs`];
    }

    async function sendPair(): Promise<string> {
      const [key, body] = [randomUUID(), quiet()];
      const send = (): Promise<Reply<Report>> => teacher.post<Report>('/reports', body, { key });
      const replies = [...(await Promise.all([send(), send()])), await send()];
      return `${statuses(replies)} of ${new Set(replies.map(({ body: { id } }) => id)).size} reports`;
    }
  });

  async function count(from: string): Promise<number> {
    const [row] = await app.owner.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${from}`);
    return row?.n ?? 0;
  }
});
