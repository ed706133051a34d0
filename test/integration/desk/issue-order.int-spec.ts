import { type CaseView, openCase, type Order, ordersOf, type Reference } from '../../support/journey';
import { actionsOf, closedCase, closingBody, finishOrders, workedCase } from '../../support/lifecycle';
import { type Client, type Reply, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

interface FullOrder extends Order {
  readonly leads: boolean;
  readonly task: string;
  readonly article: string | null;
  readonly refusable: boolean;
  readonly expectedOn: string | null;
  readonly issuedByName: string;
}
interface Offer {
  readonly agencyId: string;
  readonly role: string;
  readonly task: string;
  readonly article: string | null;
  readonly isLetter: boolean;
  readonly suggested: boolean;
}
interface Offers {
  readonly summary: string;
  readonly isLed: boolean;
  readonly offers: readonly Offer[];
}
interface Problem {
  readonly detail: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

describe('补发协办单', () => {
  let app: TestApp;
  let intake: Client;
  let civil: Client;
  let agencies: Reference['agencies'];

  beforeAll(async () => {
    app = await TestApp.start();
    [intake, civil] = [await app.as('intake'), await app.as('civil')];
    ({ agencies } = await intake.read<Reference>('/reference'));
  }, 60_000);
  afterAll(() => app.stop());

  const agency = (name: string): string => {
    const found = agencies.find((item) => item.name.includes(name));
    if (found === undefined) throw new Error(`no agency ${name}`);
    return found.id;
  };
  const YOUTH = '共青团';
  /** A case with a lead and one more agency, so that the others are still to be called. */
  const opened = (triage: Record<string, unknown> = {}): Promise<{ caseId: string; reportId: string }> =>
    openCase(app, {
      triage: {
        orders: [
          { agencyId: agency('柳溪派出所'), role: 'lead', task: '立即出警。' },
          { agencyId: agency('柳溪镇'), role: 'co', task: '上门了解情况。' },
        ],
        ...triage,
      },
    });
  const post = <T = CaseView>(
    who: Client,
    caseId: string,
    name: string,
    more: Record<string, unknown> = {},
  ): Promise<Reply<T>> =>
    who.post<T>(`/cases/${caseId}/actions/issue-order`, {
      agencyId: agency(name),
      role: 'co',
      task: '请派合适成年人陪同询问。',
      ...more,
    });
  const refused = async (...args: Parameters<typeof post>): Promise<Problem & { status: number }> => {
    const { status, body } = await post<Problem>(...args);
    return { ...body, status };
  };
  const full = async (caseId: string): Promise<readonly FullOrder[]> =>
    (await ordersOf(intake, caseId)) as readonly FullOrder[];
  const orderOf = async (caseId: string, name: string): Promise<FullOrder> => {
    const [order] = (await full(caseId)).filter(({ agencyId }) => agencyId === agency(name)).reverse();
    if (order === undefined) throw new Error(`no order of ${name}`);
    return order;
  };
  const offersOf = (who: Client, caseId: string): Promise<Offers> =>
    who.read<Offers>(`/cases/${caseId}/order-offers`);

  it('calls one more agency: its sight, its clock, its message, and the words everybody reads', async () => {
    const { caseId, reportId } = await opened();
    const { summary, isLed, offers } = await offersOf(intake, caseId);
    expect([summary, isLed]).toEqual(['学校报告一名儿童身上有伤，需要核实安全状况。', true]);
    expect(offers.every(({ role }) => role === 'co')).toBe(true);
    expect((await app.as('youth').then((who) => who.get(`/cases/${caseId}`))).status).toBe(404);

    const view = await intake.ok<CaseView>(`/cases/${caseId}/actions/issue-order`, {
      agencyId: agency(YOUTH),
      role: 'co',
      task: '请派合适成年人陪同询问。',
      expectedOn: '2026-10-01',
    });
    expect(view.timeline?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['已补发协办单', '协办单已发出']),
    );
    const order = await orderOf(caseId, YOUTH);
    expect(order).toMatchObject({
      state: 'issued',
      role: 'co',
      refusable: true,
      article: null,
      expectedOn: '2026-10-01',
    });
    const [row] = await app.owner.query<{ report_id: string; clocks: string[] }[]>(
      `SELECT w.report_id, ARRAY(SELECT d.rule_id FROM deadline d WHERE d.work_order_id = w.id AND d.state = 'running') AS clocks
         FROM work_order w WHERE w.id = $1`,
      [order.id],
    );
    expect(row).toEqual({ report_id: reportId, clocks: ['DL-053'] });
    await app.drain();
    const youth = await app.as('youth');
    expect((await youth.read<FullOrder>(`/work-orders/${order.id}`)).summary).toBe(summary);
    expect((await youth.get(`/cases/${caseId}`)).status).toBe(200);
    expect((await youth.read<{ data: { title: string }[] }>('/notices?limit=20')).data).not.toEqual([]);
  });

  it('takes article and weight from the routing table, whatever the task is called', async () => {
    const { caseId } = await opened();
    const offers = (await offersOf(intake, caseId)).offers;
    const offer = offers.find(({ agencyId }) => agencyId === agency('妇女联合会'));
    expect(offer).toMatchObject({ suggested: true, isLetter: false });
    expect(offer?.task).not.toBe('');
    expect(offers.findIndex(({ suggested }) => !suggested)).toBeGreaterThan(0);
    await intake.ok(`/cases/${caseId}/actions/issue-order`, {
      agencyId: agency('妇女联合会'),
      role: 'co',
      task: '请上门做家庭教育指导。',
    });
    const order = await orderOf(caseId, '妇女联合会');
    expect(order).toMatchObject({ task: '请上门做家庭教育指导。', article: offer?.article });
    expect(order.article).not.toBeNull();
  });

  it('a court or a procuratorate gets a letter and never leads', async () => {
    const { caseId } = await opened();
    for (const { id } of (await full(caseId)).filter(({ leads }) => leads))
      await intake.ok(`/work-orders/${id}/actions/cancel`, { reason: '改由其他单位主办。' });
    const leading = await refused(intake, caseId, '人民检察院', { role: 'lead' });
    expect([leading.status, leading.errors?.role?.[0]]).toEqual([
      422,
      '法院、检察院不作主办单位，请选「协办」',
    ]);
    await intake.ok(`/cases/${caseId}/actions/issue-order`, {
      agencyId: agency('人民检察院'),
      role: 'co',
      task: '商请监督立案。',
    });
    const letter = await orderOf(caseId, '人民检察院');
    expect([letter.isLetter, letter.orderNo.slice(0, 2)]).toEqual([true, 'XZ']);
    const [clock] = await app.owner.query<{ rule_id: string; kind: string }[]>(
      `SELECT d.rule_id, a.kind FROM deadline d JOIN agency a ON a.id = d.owner_agency_id WHERE d.work_order_id = $1`,
      [letter.id],
    );
    expect(clock).toEqual({ rule_id: 'DL-056', kind: 'intake' });
  });

  it('who must not know is neither offered nor called, and no reason is given away', async () => {
    const { caseId } = await opened({
      exclusions: [{ principalId: agency(YOUTH), hint: 'OTHER' }],
    });
    const offered = (await offersOf(intake, caseId)).offers.map(({ agencyId }) => agencyId);
    expect(offered).not.toContain(agency(YOUTH));
    expect(offered).toContain(agency('残疾人联合会'));
    const answer = await refused(intake, caseId, YOUTH);
    expect([answer.status, answer.errors]).toEqual([
      422,
      { agencyId: ['该单位不能知道此案，请改选其他单位'] },
    ]);
    expect((await full(caseId)).map(({ agencyId }) => agencyId)).not.toContain(agency(YOUTH));
  });

  it('asks nobody twice, and leaves what was given back to 改派', async () => {
    const { caseId } = await opened();
    expect((await post(intake, caseId, YOUTH)).status).toBe(200);
    expect((await refused(civil, caseId, YOUTH)).errors?.agencyId?.[0]).toContain('已有协办单');
    expect((await offersOf(intake, caseId)).offers.map(({ agencyId }) => agencyId)).not.toContain(
      agency(YOUTH),
    );
    const { id } = await orderOf(caseId, YOUTH);
    await (
      await app.as('youth')
    ).ok(`/work-orders/${id}/actions/return`, { reasonCode: 'NOT_OUR_DUTY', note: '应由其他单位办理。' });
    expect((await refused(intake, caseId, YOUTH)).errors?.agencyId?.[0]).toContain('改派');
    await intake.ok(`/work-orders/${id}/actions/cancel`, { reason: '不再需要。' });
    expect((await post(intake, caseId, YOUTH)).status).toBe(200);
  });

  it('what civil affairs issues is the desk’s: it takes the order back when it is returned', async () => {
    const { caseId } = await opened();
    expect((await post(civil, caseId, YOUTH)).status).toBe(200);
    const { id, issuedByName } = await orderOf(caseId, YOUTH);
    expect(issuedByName).toContain('受理中心');
    await (
      await app.as('youth')
    ).ok(`/work-orders/${id}/actions/return`, { reasonCode: 'NOT_OUR_DUTY', note: '应由其他单位办理。' });
    const [returned] = (await full(caseId)).filter((order) => order.id === id);
    expect(returned?.allowedActions.map(({ action }) => action)).toContain('reissue');
  });

  it('one leads at a time: a second is refused, and of two desks at once one is', async () => {
    const { caseId } = await opened();
    const second = await refused(intake, caseId, YOUTH, { role: 'lead' });
    expect([second.status, second.errors?.role?.[0]]).toEqual([422, expect.stringContaining('已有主办单位')]);
    const [lead] = (await full(caseId)).filter(({ leads }) => leads);
    await intake.ok(`/work-orders/${lead?.id}/actions/cancel`, { reason: '改由其他单位主办。' });
    expect((await offersOf(intake, caseId)).isLed).toBe(false);

    const race = await Promise.all([
      post(intake, caseId, YOUTH, { role: 'lead' }),
      post(civil, caseId, '残疾人联合会', { role: 'lead' }),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await full(caseId)).filter(({ leads }) => leads)).toHaveLength(1);
  });

  it('naming a lead on an order and issuing one at the same time leaves one', async () => {
    const { caseId } = await opened();
    const orders = await full(caseId);
    const [lead] = orders.filter(({ leads }) => leads);
    const other = orders.find(({ role, isLetter }) => role === 'co' && !isLetter);
    await intake.ok(`/work-orders/${lead?.id}/actions/cancel`, { reason: '改由其他单位主办。' });
    const replies = await Promise.all([
      intake.post(`/work-orders/${other?.id}/actions/change-lead`, {}),
      post(civil, caseId, YOUTH, { role: 'lead' }),
    ]);
    expect(replies[0].status).toBe(200);
    expect([200, 422]).toContain(replies[1].status);
    expect((await full(caseId)).filter(({ leads }) => leads)).toHaveLength(1);
  });

  it('only the district desk and civil affairs may; who does not see the case finds nothing', async () => {
    const { caseId } = await opened();
    for (const who of ['station', 'policeStation', 'women'] as const) {
      const client = await app.as(who);
      expect([who, (await post(client, caseId, YOUTH)).status]).toEqual([who, 403]);
      expect([who, (await client.get(`/cases/${caseId}/order-offers`)).status]).toEqual([who, 403]);
    }
    const elsewhere = await app.as('xhIntake');
    expect((await post(elsewhere, caseId, YOUTH)).status).toBe(404);
    expect((await elsewhere.get(`/cases/${caseId}/order-offers`)).status).toBe(404);
  });

  it('sound forms only: a day that is over, an agency of elsewhere, an empty task', async () => {
    const { caseId } = await opened();
    const past = await refused(intake, caseId, YOUTH, { expectedOn: '2026-01-01' });
    expect([past.status, past.errors]).toEqual([422, { expectedOn: ['日期不能早于今天'] }]);
    const [foreign] = await app.owner.query<{ id: string }[]>(
      `SELECT id FROM agency WHERE district_code <> '990101000000' AND kind = 'police' LIMIT 1`,
    );
    expect((await refused(intake, caseId, YOUTH, { agencyId: foreign?.id })).errors).toHaveProperty(
      'agencyId',
    );
    expect((await refused(intake, caseId, YOUTH, { task: '' })).errors).toHaveProperty('task');
  });

  it('not over a closing that waits, nor after the end; a case at work again gets a lead', async () => {
    const { caseId } = await workedCase(app);
    await (await app.as('director')).ok(`/cases/${caseId}/actions/request-closing`, closingBody());
    const waiting = await refused(intake, caseId, YOUTH);
    expect([waiting.status, waiting.detail]).toEqual([409, expect.stringContaining('请先退回结案申请')]);

    const closed = await closedCase(app);
    const after = await refused(intake, closed.caseId, YOUTH);
    expect([after.status, after.detail]).toEqual([409, '当前是「已结案」，不能补发协办单。']);
    expect((await full(closed.caseId)).filter(({ leads }) => leads)).toEqual([]);

    const reopened = await intake.ok<CaseView>(`/cases/${closed.caseId}/actions/reopen`, {
      reason: '又有新情况。',
    });
    expect(actionsOf(reopened)).toContain('issue-order');
    expect((await offersOf(intake, closed.caseId)).isLed).toBe(false);
    expect((await post(intake, closed.caseId, YOUTH, { role: 'lead' })).status).toBe(200);
    const orders = await full(closed.caseId);
    expect(orders.filter(({ leads }) => leads).map(({ agencyId }) => agencyId)).toEqual([agency(YOUTH)]);
    // Who led before has led: the record keeps it.
    expect(orders.filter(({ role, leads }) => role === 'lead' && !leads)).toHaveLength(1);
    await finishOrders(app, intake, closed.caseId);
    expect((await full(closed.caseId)).filter(({ leads }) => leads)).toEqual([]);
  });
});
