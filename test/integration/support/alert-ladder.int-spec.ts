import { openCase, type Order, type Page, type Report, reportBody } from '../../support/journey';
import { type Client, TestApp, type Who } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly link: string;
  readonly alert: {
    readonly state: string;
    readonly agencyName: string;
    readonly acknowledgedAt: string | null;
    readonly acknowledgedByName: string | null;
  } | null;
}

/** U0 by the default of its situation. */
const URGENT = { situations: ['MR6'] };
const INTAKE = '平新县未成年人保护受理中心';
const WAITING = '/notices?filter[waiting]=true';

/** DL-055: a U0 message nobody confirms climbs at 5, 10 and 15 minutes (security.md S04; design §9.1). */
describe('S04: urgent messages climb the duty roster', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let intake2: Client;
  let civil: Client;
  let users: Readonly<Record<string, string>>;
  let agencies: Readonly<Record<string, string>>;

  beforeAll(async () => {
    // A Friday evening: nobody sits at a desk.
    app = await TestApp.start({ now: '2026-01-16T21:00:00+08:00' });
    [teacher, intake, intake2, civil] = await Promise.all([
      app.as('teacher'),
      app.as('intake'),
      app.as('intake2'),
      app.as('civil'),
    ]);
    const reference = await civil.read<{
      agencies: { id: string; name: string }[];
      users: { id: string; displayName: string }[];
    }>('/reference');
    agencies = Object.fromEntries(reference.agencies.map(({ id, name }) => [name, id]));
    users = Object.fromEntries(reference.users.map(({ id, displayName }) => [displayName, id]));
    const days = ['16', '17', '18'].map((date) => ({
      day: `2026-01-${date}`,
      officerIds: [users['林知夏'], users['周予安']],
      leaderId: users['周予安'],
    }));
    await intake.ok('/duty/weeks', { agencyId: agencies[INTAKE], from: '08:30', to: '08:30', days });
  }, 60_000);
  afterAll(() => app.stop());

  const file = async (): Promise<Report> => {
    const report = await teacher.ok<Report>('/reports', reportBody(URGENT));
    await app.drain();
    return report;
  };
  const pass = async (minutes: number): Promise<void> => {
    await app.advanceTo(new Date(app.now().getTime() + minutes * 60_000));
    await app.drain();
  };
  /** Whom the calls about a record went to, rung by rung; those of one rung by kind and name. */
  const calls = async (number: string): Promise<string[]> =>
    (
      await app.owner.query<{ kind: string; to: string }[]>(
        `SELECT n.kind, coalesce(u.display_name, a.name) AS to FROM notice n LEFT JOIN app_user u ON u.id = n.user_id
           LEFT JOIN agency a ON a.id = n.agency_id WHERE n.number = $1 AND n.kind LIKE 'duty.%' ORDER BY n.created_at, n.kind, coalesce(u.display_name, a.name) COLLATE "C"`,
        [number],
      )
    ).map(({ kind, to }) => `${kind} ${to}`);
  const clock = async (number: string): Promise<{ state: string; steps: string[] } | undefined> =>
    (
      await app.owner.query<{ state: string; steps: string[] }[]>(
        `SELECT d.state, ARRAY(SELECT s.step FROM deadline_step s WHERE s.deadline_id = d.id ORDER BY s.step_index) AS steps
           FROM deadline d WHERE d.rule_id = 'DL-055' AND d.number = $1 ORDER BY d.start_at DESC LIMIT 1`,
        [number],
      )
    )[0];
  const waiting = async (client: Client, number: string): Promise<Notice[]> =>
    (await client.read<Page<Notice>>(WAITING)).data.filter((notice) => notice.number === number);
  const count = async (client: Client): Promise<number | undefined> =>
    (await client.read<{ cards: { key: string; count: number }[] }>('/home')).cards.find(
      ({ key }) => key === 'alerts-waiting',
    )?.count;
  const audited = async (action: string, id: string): Promise<number> =>
    (
      await app.owner.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM audit_entry WHERE action = $1 AND subject_id = $2',
        [action, id],
      )
    )[0]?.n ?? 0;

  it('the first on duty at once, the next after 5 minutes, the leader after 10, the district after 15', async () => {
    const { id, reportNo } = await file();
    expect(await calls(reportNo)).toEqual(['duty.call 林知夏']);
    await pass(4);
    expect(await calls(reportNo)).toHaveLength(1);
    await pass(1);
    expect((await calls(reportNo)).slice(1)).toEqual(['duty.call-next 周予安']);
    await pass(5);
    expect((await calls(reportNo)).slice(2)).toEqual(['duty.call-next 周予安']);
    await pass(5);
    expect((await calls(reportNo)).slice(3)).toEqual([
      `duty.call-district ${INTAKE}`,
      'duty.call-district 平新县民政局',
    ]);
    await pass(60);
    expect(await calls(reportNo)).toHaveLength(5);
    expect(await clock(reportNo)).toEqual({ state: 'running', steps: ['call', 'call', 'call'] });
    // Each rung is audited, with whom it rang.
    expect(await audited('alert.call', id)).toBe(4);
    // A person sees the last call of an alert, once; the card counts what the list shows.
    expect(await waiting(intake2, reportNo)).toHaveLength(1);
    expect(await count(intake2)).toBe((await intake2.read<Page<Notice>>(WAITING)).data.length);
  });

  it('who was called without sight of the record reads its number and where to ring, and may stop the ladder', async () => {
    const [notice] = await civil.read<Page<Notice>>(WAITING).then(({ data }) => data);
    expect(notice).toMatchObject({
      kind: 'duty.call-district',
      link: '/duty',
      alert: { state: 'waiting', agencyName: INTAKE, acknowledgedByName: null },
    });
    const answer = await civil.ok<Notice>(`/notices/${notice?.id}/actions/acknowledge`);
    expect(answer.alert).toMatchObject({ state: 'acknowledged', acknowledgedByName: '顾衡' });
    expect(await clock(notice?.number ?? '')).toMatchObject({ state: 'done' });
    expect(await waiting(intake, notice?.number ?? '')).toEqual([]);
  });

  it('收到 stops it for everybody, and says who was first', async () => {
    const { id, reportNo } = await file();
    const before = await count(intake);
    await pass(6);
    const [mine] = await waiting(intake2, reportNo);
    await intake2.ok(`/notices/${mine?.id}/actions/acknowledge`);
    await pass(30);
    expect(await calls(reportNo)).toHaveLength(2);
    expect(await clock(reportNo)).toEqual({ state: 'done', steps: ['call'] });
    expect(await count(intake)).toBe((before ?? 0) - 1);
    const list = (await intake.read<Page<Notice>>('/notices')).data.find(
      ({ number, alert }) => number === reportNo && alert !== null,
    );
    expect(list?.alert).toMatchObject({ state: 'acknowledged', acknowledgedByName: '周予安' });
    // Coming second changes nothing.
    const again = await intake.ok<Notice>(`/notices/${list?.id}/actions/acknowledge`);
    expect(again.alert).toEqual(list?.alert);
    expect(await audited('alert.acknowledge', id)).toBe(1);
  });

  it('opening the record is 收到 too; the reporter’s own look is not', async () => {
    const { id, reportNo } = await file();
    await teacher.read(`/reports/${id}`);
    expect(await clock(reportNo)).toMatchObject({ state: 'running' });
    await intake.read(`/reports/${id}`);
    await pass(20);
    expect(await calls(reportNo)).toHaveLength(1);
    expect(await clock(reportNo)).toEqual({ state: 'done', steps: [] });
  });

  it('two who press at once: one is first, both are told the same', async () => {
    const { id, reportNo } = await file();
    await pass(6);
    const press = async (client: Client): Promise<Notice> => {
      const [notice] = await waiting(client, reportNo);
      return client.ok<Notice>(`/notices/${notice?.id}/actions/acknowledge`);
    };
    const both = await Promise.all([press(intake), press(intake2)]);
    expect(both[0].alert).toEqual(both[1].alert);
    expect(await audited('alert.acknowledge', id)).toBe(1);
  });

  it('a message that needs no confirming has nothing to press', async () => {
    const { id } = await teacher.ok<Report>('/reports', reportBody({ situations: ['DROPOUT'] }));
    await app.drain();
    const { data } = await intake.read<Page<Notice & { link: string }>>('/notices');
    const calm = data.find(({ link }) => link === `/reports/${id}`);
    expect(calm?.alert).toBeNull();
    expect((await intake.post(`/notices/${calm?.id}/actions/acknowledge`)).status).toBe(409);
    expect((await (await app.as('station')).post(`/notices/${calm?.id}/actions/acknowledge`)).status).toBe(
      404,
    );
  });

  it('who must not know is never called, sees nothing and counts nothing; everybody else of the agency is', async () => {
    const report = await teacher.ok<Report>('/reports', reportBody(URGENT));
    // Before the worker tells anybody.
    await app.owner.query(
      `INSERT INTO report_exclusion (report_id, district_code, principal_id, hint, since)
       SELECT r.id, r.district_code, $2, 'KIN', r.reported_at FROM report r WHERE r.id = $1`,
      [report.id, users['林知夏']],
    );
    const before = await count(intake);
    await app.drain();
    expect(await calls(report.reportNo)).toEqual([`duty.call-all ${INTAKE}`]);
    await pass(30);
    expect((await calls(report.reportNo)).some((line) => line.endsWith('林知夏'))).toBe(false);
    expect(await waiting(intake, report.reportNo)).toEqual([]);
    expect(await count(intake)).toBe(before);
    expect(await waiting(intake2, report.reportNo)).toHaveLength(1);
    await intake2.read(`/reports/${report.id}`);
  });

  describe('an order to an agency without a roster', () => {
    let order: Order;
    const holder: Who = 'policeStation';

    it('loses no alert: all of the agency, then the agency above, then the district', async () => {
      const { orders } = await openCase(app, { report: URGENT });
      await app.drain();
      const own = (await (await app.as(holder)).read<Page<Order>>('/work-orders?limit=50')).data;
      const found = own.find(({ id }) => orders.some((issued) => issued.id === id));
      if (found === undefined) throw new Error('The police station got no order');
      order = found;
      expect(await calls(order.orderNo)).toEqual([]);
      await pass(15);
      expect(await calls(order.orderNo)).toEqual([
        'duty.call-all 柳溪派出所',
        'duty.call-above 平新县公安局',
        'duty.call-all 柳溪派出所',
        `duty.call-district ${INTAKE}`,
        'duty.call-district 平新县民政局',
        'duty.call-district 林知夏',
      ]);
      expect(await waiting(await app.as(holder), order.orderNo)).toHaveLength(1);
    });

    it('still shows the clock of the signature in lists, and stops when the order is signed', async () => {
      const police = await app.as(holder);
      const { deadline } = (
        await police.read<Page<{ id: string; deadline: { ruleId: string } }>>('/work-orders?limit=50')
      ).data.find(({ id }) => id === order.id) as { deadline: { ruleId: string } };
      expect(deadline.ruleId).toBe('DL-053');
      await police.ok(`/work-orders/${order.id}/actions/accept`);
      expect(await waiting(police, order.orderNo)).toEqual([]);
      expect(await clock(order.orderNo)).toMatchObject({ state: 'done' });
    });

    it('falls away when the order is taken back', async () => {
      const { orders } = await openCase(app, { report: URGENT });
      await app.drain();
      const issued = orders.find(({ agencyId }) => agencyId === agencies['柳溪派出所']);
      const taken = await civil.post(`/work-orders/${issued?.id}/actions/cancel`, { reason: '重复派单' });
      expect(taken.status).toBe(200);
      await pass(10);
      expect(await clock(issued?.orderNo ?? '')).toMatchObject({ state: 'cancelled' });
      expect(await calls(issued?.orderNo ?? '')).toEqual([]);
    });
  });

  it('names no person but in the roster: notices hold a number, an urgency and a link', async () => {
    const rows = await app.owner.query<Record<string, unknown>[]>(
      `SELECT n.* FROM notice n WHERE n.alert_id IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/禾|苗苗|林老师|139000/u);
  });
});
