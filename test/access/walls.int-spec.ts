import { visibility } from '@tonghu/backend/platform/database';
import {
  type CaseView,
  openCase,
  type Order,
  type Page,
  type Report,
  reportBody,
  triageFrom,
} from '../support/journey';
import { type Client, TestApp } from '../support/test-app';

type Counted = Page<unknown>;

/** Two districts, several places, several roles: what somebody may not see is not there, in any form. */
describe('who sees nothing', () => {
  let app: TestApp;
  let reportId: string;
  let caseId: string;
  let orders: readonly Order[];
  let childId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    ({ reportId, caseId, orders } = await openCase(app));
    const file = await (
      await app.as('intake')
    ).read<CaseView & { child: { id: string } }>(`/cases/${caseId}`);
    childId = file.child.id;
    await app.drain();
  }, 60_000);
  afterAll(() => app.stop());

  async function expectNothing(client: Client): Promise<void> {
    const unknown = '01900000-0000-7000-8000-000000000000';
    for (const [path, id] of [
      ['/reports', reportId],
      ['/cases', caseId],
      ['/work-orders', orders[0]?.id],
      ['/people', childId],
    ] as const) {
      const hidden = await client.get<Record<string, unknown>>(`${path}/${id}`);
      const missing = await client.get<Record<string, unknown>>(`${path}/${unknown}`);
      expect([hidden.status, missing.status].every((status) => status === 404 || status === 403)).toBe(true);
      expect(hidden.status).toBe(missing.status);
      const strip = ({
        instance: _i,
        traceId: _t,
        ...rest
      }: Record<string, unknown>): Record<string, unknown> => rest;
      expect(strip(hidden.body)).toEqual(strip(missing.body));
    }
    for (const path of ['/reports', '/cases', '/work-orders', '/notices', '/people?q=禾苗']) {
      const list = await client.get<Counted>(path);
      if (list.status === 200) expect(list.body.data).toEqual([]);
      else expect(list.status).toBe(403);
    }
    const home = await client.read<{ cards: { count: number }[]; next: { link: string }[] }>('/home');
    expect(home.cards.every(({ count }) => count === 0)).toBe(true);
    // A roster with nobody on it is the agency's own matter and names no record.
    expect(home.next.filter(({ link }) => !link.startsWith('/duty/'))).toEqual([]);
  }

  it('another district: intake, station, school', async () => {
    for (const who of ['xhIntake', 'xhStation', 'xhTeacher'] as const) await expectNothing(await app.as(who));
  });

  it('another township of the same district', async () => expectNothing(await app.as('otherStation')));

  it('an agency of the same district without an order', async () => expectNothing(await app.as('hospital')));

  it('a system administrator reads no case content', async () => {
    const admin = await app.as('admin');
    for (const path of [
      `/reports/${reportId}`,
      `/cases/${caseId}`,
      `/work-orders/${orders[0]?.id}`,
      `/people/${childId}`,
    ]) {
      expect((await admin.get(path)).status).toBe(403);
    }
  });

  it('acting on what one cannot see answers 404 like an unknown id', async () => {
    const stranger = await app.as('xhIntake');
    expect((await stranger.post(`/reports/${reportId}/actions/receive`)).status).toBe(404);
    expect(
      (
        await stranger.post(`/work-orders/${orders[0]?.id}/actions/reissue`, {
          agencyId: orders[0]?.agencyId,
        })
      ).status,
    ).toBe(404);
    expect(
      (await (await app.as('otherStation')).post(`/cases/${caseId}/actions/open-emergency`, { reason: '试' }))
        .status,
    ).toBe(404);
  });

  describe('with the application’s own check stubbed open', () => {
    const kept = { ...visibility };
    beforeAll(() =>
      Object.assign(visibility, Object.fromEntries(Object.keys(kept).map((noun) => [noun, () => 'true']))),
    );
    afterAll(() => Object.assign(visibility, kept));

    it('row-level security still returns nothing', async () => {
      await expectNothing(await app.as('xhIntake'));
      await expectNothing(await app.as('otherStation'));
      await expectNothing(await app.as('hospital'));
    });

    it('and the stub is real: the same query under the owner finds rows', async () => {
      const [row] = await app.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM case_file');
      expect(row?.n).toBeGreaterThan(0);
    });
  });

  describe('谁不能知道', () => {
    it('an excluded village hears nothing: no order, no notice, no search, no count', async () => {
      const { caseId: hiddenCase } = await openCase(app, {
        report: {
          exclusionHints: ['VILLAGE', 'TOWNSHIP'],
          children: [{ name: '石小溪', sex: 'male', age: 8, address: '柿园村' }],
        },
      });
      await app.drain();
      for (const who of ['director', 'station'] as const) {
        const client = await app.as(who);
        expect((await client.get(`/cases/${hiddenCase}`)).status).toBe(404);
        const cases = await client.read<Page<CaseView>>('/cases');
        expect(cases.data.map(({ id }) => id)).not.toContain(hiddenCase);
        expect((await client.read<Counted>(`/people?q=${encodeURIComponent('石小溪')}`)).data).toEqual([]);
        const found = await client.read<Page<Order>>('/work-orders');
        expect(found.data.map((order) => order.caseId)).not.toContain(hiddenCase);
      }
    });

    it('colleagues of the reporter do not see it, the reporter does', async () => {
      const teacher = await app.as('teacher');
      const { reportId: own } = await openCase(app, { report: { exclusionHints: ['SAME_UNIT'] } });
      expect((await teacher.read<Report>(`/reports/${own}`)).progress).toBe('办理中');
      const [row] = await app.owner.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM report_exclusion WHERE report_id = $1',
        [own],
      );
      expect(row?.n).toBe(1);
    });

    it('an order to an excluded agency is refused with the field', async () => {
      const [teacher, intake] = [await app.as('teacher'), await app.as('intake')];
      const filed = await teacher.ok<Report>(
        '/reports',
        reportBody({ policeToldAt: app.now().toISOString() }),
      );
      await intake.ok(`/reports/${filed.id}/actions/receive`);
      const proposal = await intake.read<Record<string, unknown>>(`/reports/${filed.id}/triage-proposal`);
      const body = triageFrom(proposal);
      const reply = await intake.post<{ errors: Record<string, string[]> }>(
        `/reports/${filed.id}/actions/triage`,
        {
          ...body,
          exclusions: [{ principalId: body.orders[0]?.agencyId, hint: 'OTHER' }],
        },
      );
      expect(reply.status).toBe(422);
      expect(reply.body.errors['orders.0.agencyId']?.[0]).toContain('谁不能知道');
    });
  });

  it('the reporter is opened only with a recorded reason, for a quarter of an hour', async () => {
    const intake = await app.as('intake');
    const before = await intake.read<{ wantsSecrecy: boolean | null }>(`/reports/${reportId}`);
    expect(JSON.stringify(before)).not.toMatch(/林老师|13900000002/);
    expect((await intake.post(`/reports/${reportId}/actions/disclose-reporter`, {})).status).toBe(422);
    const contact = await intake.ok<{ name: string; until: string }>(
      `/reports/${reportId}/actions/disclose-reporter`,
      { reason: '需核实孩子现在在哪里' },
    );
    expect(contact.name).toBe('林老师');
    const [audit] = await app.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'reporter.disclosed'`,
    );
    expect(audit?.n).toBe(1);
  });
});
