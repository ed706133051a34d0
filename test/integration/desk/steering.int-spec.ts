import { openCase, type Order, type Page, type Reference } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

interface FullOrder extends Order {
  readonly orderNo: string;
  readonly rulingNo: string | null;
  readonly refusals: number;
  readonly expectedOn: string | null;
  readonly handedFromId: string | null;
  readonly receiptPerson: string | null;
  readonly steps: readonly { step: string; number: string | null; note: string | null }[];
}
interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly errors?: Record<string, string[]>;
}

/** What happens to an order that nobody wants, that goes down the line, or that waits for an answer (首接负责). */
describe('协办单的流转', () => {
  let app: TestApp;
  let intake: Client;
  let civil: Client;
  let caseId: string;
  let orders: readonly Order[];
  let agencies: Reference['agencies'];

  beforeAll(async () => {
    app = await TestApp.start();
    ({ intake, caseId, orders } = await openCase(app));
    civil = await app.as('civil');
    ({ agencies } = await intake.read<Reference>('/reference'));
  }, 60_000);
  afterAll(() => app.stop());

  const agency = (name: string): string => agencies.find((item) => item.name.includes(name))?.id ?? '';
  const orderOf = (agencyId: string): string => orders.find((order) => order.agencyId === agencyId)?.id ?? '';
  const act = <T = FullOrder>(client: Client, id: string, action: string, body: unknown = {}): Promise<T> =>
    client.ok<T>(`/work-orders/${id}/actions/${action}`, body);
  const refused = async (
    client: Client,
    id: string,
    action: string,
    body: unknown = {},
  ): Promise<Refusal> => {
    const { status, body: problem } = await client.post<Refusal>(
      `/work-orders/${id}/actions/${action}`,
      body,
    );
    return { ...problem, status };
  };
  const openOrderOf = async (agencyId: string): Promise<FullOrder> => {
    const page = await intake.read<Page<FullOrder>>(`/work-orders?filter[caseId]=${caseId}&limit=50`);
    const found = page.data.find((order) => order.agencyId === agencyId && order.state === 'issued');
    if (found === undefined) throw new Error('no open order of the agency');
    return found;
  };
  const titles = async (client: Client): Promise<string[]> =>
    (await client.read<Page<{ title: string }>>('/notices?limit=100')).data.map(({ title }) => title);

  it('two refusals end in a ruling that names, binds, and has a number and reasons', async () => {
    const returning = { reasonCode: 'NOT_OUR_DUTY', note: '不属于我单位职责，应由其他单位办理。' };
    const first = orderOf(agency('妇女联合会'));
    const body = { agencyId: agency('残疾人联合会'), reason: '应由残联办理。' };
    await act(await app.as('women'), first, 'return', returning);
    expect((await refused(civil, first, 'rule', body)).detail).toContain('第二次退回');
    await act(intake, first, 'reissue', { agencyId: agency('残疾人联合会') });
    const second = await openOrderOf(agency('残疾人联合会'));
    expect(second.refusals).toBe(1);
    await act(await app.as('disabled'), second.id, 'return', returning);

    const again = await refused(intake, second.id, 'reissue', { agencyId: agency('青禾') });
    expect([again.status, again.detail]).toEqual([
      409,
      '已经两次被退回，须由协调机构裁定由谁办理，不能再改派。',
    ]);
    expect((await refused(intake, second.id, 'rule', body)).detail).toContain('协调机构');
    const [clock] = await app.owner.query<{ owner: string }[]>(
      `SELECT a.kind AS owner FROM deadline d JOIN agency a ON a.id = d.owner_agency_id
        WHERE d.rule_id = 'DL-054' AND d.work_order_id = $1 AND d.state = 'running'`,
      [second.id],
    );
    expect(clock?.owner).toBe('civil_affairs');
    await app.drain();
    expect(await titles(civil)).toContain('有一条协办单两次被退回，请裁定');
    const waiting = await civil.read<Page<Order>>('/work-orders?filter[waiting]=ruling');
    expect(waiting.data.map(({ id }) => id)).toEqual([second.id]);

    expect((await refused(civil, second.id, 'rule', { agencyId: body.agencyId })).status).toBe(422);
    const ruled = await act(civil, second.id, 'rule', body);
    expect(ruled.state).toBe('withdrawn');
    expect(ruled.steps.at(-1)).toMatchObject({ step: 'rule', note: '应由残联办理。' });
    const bound = await openOrderOf(agency('残疾人联合会'));
    expect(bound.rulingNo).toMatch(/^裁定〔2026〕\d+号$/);
    const refusal = await refused(await app.as('disabled'), bound.id, 'return', returning);
    expect(refusal.detail).toContain('裁定');
  });

  it('goes down the own line: the bureau keeps sight and answers after its station', async () => {
    const lead = orderOf(agency('柳溪派出所'));
    // The bureau of the station that holds the lead gets the task too, as intake sends it.
    await app.owner.query('UPDATE work_order SET agency_id = $2 WHERE id = $1', [
      lead,
      agency('平新县公安局'),
    ]);
    await app.owner.query('UPDATE deadline SET owner_agency_id = $2 WHERE work_order_id = $1', [
      lead,
      agency('平新县公安局'),
    ]);
    await app.owner.query(
      `INSERT INTO case_access (case_id, principal_id, district_code, reason, valid_from) VALUES ($1, $2, '990101000000', 'work_order', $3)`,
      [caseId, agency('平新县公安局'), app.now()],
    );
    const bureau = await app.as('police');
    await act(bureau, lead, 'accept');
    const foreign = await refused(bureau, lead, 'hand-on', { agencyId: agency('妇女联合会') });
    expect(foreign.errors?.agencyId).toEqual(['只能转派给本单位的下级单位']);
    await act(bureau, lead, 'hand-on', { agencyId: agency('柳溪派出所') });
    const below = await openOrderOf(agency('柳溪派出所'));
    expect((await bureau.read<FullOrder>(`/work-orders/${below.id}`)).handedFromId).toBe(lead);
    expect((await refused(bureau, lead, 'finish', { reply: '已办。' })).detail).toContain('下级单位');
    const station = await app.as('policeStation');
    expect(
      (await refused(station, below.id, 'return', { reasonCode: 'RECUSAL', note: '回避' })).detail,
    ).toContain('上级');
    await act(station, below.id, 'accept');
    await act(station, below.id, 'add-progress', { progress: '已到场，孩子安全。' });
    await act(station, below.id, 'finish', { reply: '已出警，已告诫。' });
    expect((await act(bureau, lead, 'finish', { reply: '派出所已办结。' })).state).toBe('finished');
  });

  it('督办 by hand is numbered and heard by holder, issuer and whoever stands above', async () => {
    const order = orderOf(agency('柳溪镇'));
    const watched = await act(civil, order, 'supervise', { note: '请今天办结。' });
    expect(watched.steps.at(-1)?.number).toMatch(/^督办〔2026〕\d+号$/);
    await app.drain();
    expect(await titles(await app.as('station'))).toContain('督办：请立即办理协办单');
    expect(await titles(intake)).toContain('督办：有一条协办单已督办，请跟进');
    expect(await titles(civil)).toContain('督办：有一条协办单已督办，请跟进');
  });

  it('an expected day is shown, and listed when it has passed; no limit of law is made of it', async () => {
    const station = await app.as('station');
    const order = orderOf(agency('柳溪镇'));
    expect((await refused(station, order, 'set-expected', { expectedOn: '2026-01-01' })).status).toBe(422);
    await act(station, order, 'accept');
    const day = new Date(app.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    expect((await act(station, order, 'set-expected', { expectedOn: day })).expectedOn).toBe(day);
    const late = async (): Promise<string[]> =>
      (await intake.read<Page<Order>>('/work-orders?filter[waiting]=expected')).data.map(({ id }) => id);
    expect(await late()).toEqual([]);
    await app.advanceTo(new Date(app.now().getTime() + 3 * 86_400_000));
    expect(await late()).toEqual([order]);
  });

  it('one lead at a time; a withdrawn order ends the sight of its agency', async () => {
    const station = orderOf(agency('柳溪镇'));
    expect((await act(intake, station, 'change-lead')).role).toBe('lead');
    const leads = await app.owner.query<{ id: string }[]>(
      `SELECT id FROM work_order WHERE case_id = $1 AND role = 'lead' AND state IN ('issued', 'accepted')`,
      [caseId],
    );
    expect(leads.map(({ id }) => id)).toEqual([station]);
    const bound = await openOrderOf(agency('残疾人联合会'));
    const disabled = await app.as('disabled');
    expect((await disabled.get(`/cases/${caseId}`)).status).toBe(200);
    expect((await refused(intake, bound.id, 'cancel', {})).status).toBe(422);
    expect((await act(intake, bound.id, 'cancel', { reason: '孩子没有残疾。' })).state).toBe('withdrawn');
    expect((await disabled.get(`/cases/${caseId}`)).status).toBe(404);
  });

  it('a letter is asked again in five working days; its receipt is sealed; its words press nobody', async () => {
    const { orders: issued } = await openCase(app, {
      report: {
        situations: ['MR2'],
        children: [{ name: '溪小月', sex: 'female', age: 11, school: '平新县第一小学' }],
      },
    });
    const letter = issued.find(({ isLetter }) => isLetter);
    if (letter === undefined) throw new Error('no letter');
    expect(letter.orderNo).toMatch(/^XZ/);
    expect((await refused(intake, letter.id, 'supervise')).detail).toContain('商请');
    await act(intake, letter.id, 'ask-again', { note: '孩子近期需要出庭支持。' });
    const clocks = await app.owner.query<{ state: string }[]>(
      `SELECT state FROM deadline WHERE rule_id = 'DL-056' AND work_order_id = $1 ORDER BY state`,
      [letter.id],
    );
    expect(clocks.map(({ state }) => state)).toEqual(['done', 'running']);
    const prosecutor = await app.as('prosecutor');
    const mine = await prosecutor.read<{ allowedActions: { label: string }[] }>(`/work-orders/${letter.id}`);
    expect(mine.allowedActions.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['收函', '登记预计办结']),
    );
    expect(mine.allowedActions.map(({ label }) => label).join()).not.toMatch(/派单|催办|督办|签收/);
    const recorded = await act(intake, letter.id, 'record-on-behalf', {
      what: 'accept',
      person: '值班检察官',
      receiptNo: '检收〔2026〕7号',
      at: app.now().toISOString(),
    });
    expect(recorded.receiptPerson).toBe('值班检察官');
    const [row] = await app.owner.query<{ receipt: Buffer }[]>(
      'SELECT receipt FROM work_order WHERE id = $1',
      [letter.id],
    );
    expect(row?.receipt.toString('utf8')).not.toContain('检察官');
  });
});
