import { randomUUID } from 'node:crypto';
import { colleagueOf } from '../support/colleague';
import { openCase, type Order, type Page, type Report, reportBody, triageFrom } from '../support/journey';
import { type Client, type Reply, TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: Record<string, string[]>;
  readonly possible?: { action: string; label: string }[];
  readonly current?: { id: string; version: number; school: string | null };
}

interface Person {
  readonly id: string;
  readonly version: number;
  readonly school: string | null;
}

const CHINESE = /\p{Script=Han}/u;
const statuses = (replies: readonly Reply<unknown>[]): number[] => replies.map(({ status }) => status).sort();

describe('commands', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    teacher = await app.as('teacher');
    intake = await app.as('intake');
  }, 60_000);
  afterAll(() => app.stop());

  const told = (): Record<string, unknown> => reportBody({ policeToldAt: app.now().toISOString() });
  const count = async (table: string, where = 'true', params: unknown[] = []): Promise<number> => {
    const [row] = await app.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      params,
    );
    return row?.n ?? 0;
  };

  describe('with the same Idempotency-Key', () => {
    it('and the same body answer the same record with the same status, and write once', async () => {
      const [body, key, before] = [told(), randomUUID(), await count('report')];
      const first = await teacher.post<Report>('/reports', body, { key });
      const second = await teacher.post<Report>('/reports', body, { key });
      expect(first.status).toBe(201);
      expect([second.status, second.body]).toEqual([first.status, first.body]);
      expect(await count('report')).toBe(before + 1);
      expect(
        await count('outbox_message', `name = 'report.filed' AND subject_id = $1`, [first.body.id]),
      ).toBe(1);
      expect(await count('deadline', 'subject_id = $1', [first.body.id])).toBe(1);
    });

    it('twenty times at once write once', async () => {
      const [body, key, before] = [told(), randomUUID(), await count('report')];
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => teacher.post<Report>('/reports', body, { key })),
      );
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(replies.map(({ body: { id } }) => id)).size).toBe(1);
      expect(await count('report')).toBe(before + 1);
      expect(await count('idempotency_key', 'key = $1', [key])).toBe(1);
    });

    it('and another body are refused, and nothing is written', async () => {
      const key = randomUUID();
      await teacher.ok('/reports', told(), { key });
      const before = await count('report');
      const other = await teacher.post<Problem>('/reports', { ...told(), facts: '另一件事。' }, { key });
      expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_CONFLICT']);
      expect(other.body.detail).toMatch(CHINESE);
      expect(await count('report')).toBe(before);
    });

    it('of another person are another command', async () => {
      const [body, key] = [told(), randomUUID()];
      const mine = await teacher.ok<Report>('/reports', body, { key });
      const theirs = await (await app.as('hospital')).post<Report>('/reports', body, { key });
      expect(theirs.status).toBe(201);
      expect(theirs.body.id).not.toBe(mine.id);
    });

    it('on another record are another command', async () => {
      const key = randomUUID();
      const [one, two] = [
        await teacher.ok<Report>('/reports', told()),
        await teacher.ok<Report>('/reports', told()),
      ];
      for (const { id } of [one, two])
        expect((await intake.post<Report>(`/reports/${id}/actions/receive`, {}, { key })).body).toMatchObject(
          {
            id,
            state: 'received',
          },
        );
    });

    it('after the state has moved on still answer the record, not 409', async () => {
      const { orders } = await openCase(app);
      const police = await app.as('policeStation');
      const order = orders.find(({ role }) => role === 'lead');
      const [path, key] = [`/work-orders/${order?.id}/actions/accept`, randomUUID()];
      const first = await police.post<Order>(path, {}, { key });
      const replay = await police.post<Order>(path, {}, { key });
      expect([first.status, replay.status]).toEqual([200, 200]);
      expect(replay.body).toMatchObject({ id: order?.id, state: 'accepted' });
      expect(await count('work_order_step', `work_order_id = $1 AND step = 'accept'`, [order?.id])).toBe(1);
      expect((await police.post<Problem>(path)).status).toBe(409);
      await police.ok(`/work-orders/${order?.id}/actions/finish`, { reply: '已办理。' });
      // Rendered again as it is today.
      expect((await police.post<Order>(path, {}, { key })).body.state).toBe('finished');
    });

    it('are asked for again by whoever may no longer see the record: 404', async () => {
      const { orders } = await openCase(app);
      const women = await app.as('women');
      const order = (await women.read<Page<Order>>('/work-orders?filter[state]=issued')).data.find(({ id }) =>
        orders.some((issued) => issued.id === id),
      );
      const [path, key] = [`/work-orders/${order?.id}/actions/accept`, randomUUID()];
      expect((await women.post(path, {}, { key })).status).toBe(200);
      await app.owner.query(
        `INSERT INTO case_exclusion SELECT case_id, agency_id, district_code, 'OTHER', now() FROM work_order WHERE id = $1`,
        [order?.id],
      );
      expect((await women.post(path, {}, { key })).status).toBe(404);
      await app.owner.query('DELETE FROM case_exclusion');
    });
  });

  describe('an edit of a person', () => {
    let path: string;

    beforeAll(async () => {
      const { caseId } = await openCase(app);
      const file = await intake.read<{ child: Person }>(`/cases/${caseId}`);
      path = `/people/${file.child.id}`;
    });

    it('without If-Match is 428, and changes nothing', async () => {
      const before = await intake.read<Person>(path);
      const blind = await intake.patch<Problem>(path, { school: '平新县第二小学' });
      expect([blind.status, blind.body.code]).toEqual([428, 'IF_MATCH_REQUIRED']);
      expect(blind.body.detail).toMatch(CHINESE);
      expect(await intake.read<Person>(path)).toEqual(before);
    });

    it('with the version that was read is done, and the ETag moves on', async () => {
      const seen = await intake.get<Person>(path);
      const etag = seen.headers.get('etag') ?? '';
      expect(etag).toBe(`"v${seen.body.version}"`);
      const saved = await intake.patch<Person>(path, { school: '平新县第二小学' }, { ifMatch: etag });
      expect(saved.status).toBe(200);
      expect(saved.body).toMatchObject({ school: '平新县第二小学', version: seen.body.version + 1 });
      expect(saved.headers.get('etag')).toBe(`"v${seen.body.version + 1}"`);
    });

    it('with an older version is 412, with the current record', async () => {
      const current = await intake.read<Person>(path);
      const stale = await intake.patch<Problem>(
        path,
        { school: '平新县第三小学' },
        { ifMatch: `"v${current.version - 1}"` },
      );
      expect([stale.status, stale.body.code]).toEqual([412, 'STALE_EDIT']);
      expect(stale.body.current).toMatchObject(current);
      expect(await intake.read<Person>(path)).toEqual(current);
    });

    it('by twenty people at once loses no change: one wins each version (C02)', async () => {
      const { version } = await intake.read<Person>(path);
      const other = await app.as('intake2');
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? intake : other).patch<Person>(
            path,
            { school: `平新县第${index}中学` },
            { ifMatch: `"v${version}"` },
          ),
        ),
      );
      expect(statuses(replies)).toEqual([200, ...Array<number>(19).fill(412)]);
      const winner = replies.find(({ status }) => status === 200);
      expect(await intake.read<Person>(path)).toMatchObject({
        version: version + 1,
        school: winner?.body.school,
      });
    });
  });

  it('an action that is not possible now says why and what is possible', async () => {
    const { id } = await teacher.ok<Report>('/reports', told());
    const early = await intake.post<Problem>(`/reports/${id}/actions/feedback`, {
      stage: 'triage',
      text: '已受理。',
    });
    expect([early.status, early.body.code]).toEqual([409, 'ACTION_REFUSED']);
    expect(early.body.detail).toContain('待受理');
    const possible = early.body.possible ?? [];
    expect(possible.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['receive', 'add', 'disclose-reporter']),
    );
    expect(possible.every(({ label }) => CHINESE.test(label))).toBe(true);
    expect(early.headers.get('content-type')).toContain('application/problem+json');
  });

  describe('a race', () => {
    it('of two colleagues for one order: the loser is told what is possible now', async () => {
      const [first, second] = [await app.as('policeStation'), await colleagueOf(app, 'policeStation')];
      const { orders } = await openCase(app);
      const id = orders.find(({ role }) => role === 'lead')?.id;
      const replies = await Promise.all(
        [first, second].map((client) => client.post<Problem>(`/work-orders/${id}/actions/accept`)),
      );
      expect(statuses(replies)).toEqual([200, 409]);
      const loser = replies.find(({ status }) => status === 409);
      expect(loser?.body.possible?.map(({ action }) => action)).toContain('finish');
    });

    it('of two intake officers to triage one report: one winner, one case', async () => {
      const other = await app.as('intake2');
      for (let round = 0; round < 5; round += 1) {
        const { id } = await teacher.ok<Report>('/reports', told());
        await intake.ok(`/reports/${id}/actions/receive`);
        const body = triageFrom(await intake.read(`/reports/${id}/triage-proposal`));
        const replies = await Promise.all(
          [intake, other].map((client) => client.post<Report>(`/reports/${id}/actions/triage`, body)),
        );
        expect(statuses(replies)).toEqual([200, 409]);
        expect((await intake.read<Report>(`/reports/${id}`)).cases).toHaveLength(1);
      }
    });

    it('of intake and the holder, one recording on behalf while the other signs: one of the two', async () => {
      const { orders } = await openCase(app);
      const women = await app.as('women');
      const mine = (await women.read<Page<Order>>('/work-orders?filter[state]=issued')).data.find(({ id }) =>
        orders.some((order) => order.id === id),
      );
      const replies = await Promise.all([
        women.post(`/work-orders/${mine?.id}/actions/accept`),
        intake.post(`/work-orders/${mine?.id}/actions/record-on-behalf`, {
          what: 'accept',
          person: '值班员',
          at: app.now().toISOString(),
        }),
      ]);
      expect(statuses(replies)).toEqual([200, 409]);
    });
  });
});
