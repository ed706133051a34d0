import { openCase, type Order, type Page, type Reference } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** Orders that go back, go on, and go to those who never log in. */
describe('协同办理', () => {
  let app: TestApp;
  let intake: Client;
  let caseId: string;
  let orders: readonly Order[];
  let reference: Reference;

  beforeAll(async () => {
    app = await TestApp.start();
    ({ intake, caseId, orders } = await openCase(app));
    reference = await intake.read<Reference>('/reference');
  }, 60_000);
  afterAll(() => app.stop());

  const agency = (kind: string): string => reference.agencies.find((item) => item.kind === kind)?.id ?? '';
  const orderOf = (kind: string): Order | undefined =>
    orders.find((order) => order.agencyId === agency(kind));

  it('refuses to take back what the law makes the agency’s own', async () => {
    const lead = orders.find(({ role }) => role === 'lead');
    const police = await app.as('policeStation');
    const reply = await police.post<{ status: number; detail: string }>(
      `/work-orders/${lead?.id}/actions/return`,
      {
        reasonCode: 'NOT_OUR_DUTY',
        note: '试试退回',
      },
    );
    expect(reply.status).toBe(409);
    expect(reply.body.detail).toContain('不能退回');
  });

  it('a return needs a reason, tells intake, and ends the agency’s sight of the case', async () => {
    const order = orderOf('women_federation');
    const women = await app.as('women');
    expect((await women.get(`/cases/${caseId}`)).status).toBe(200);
    expect(
      (await women.post(`/work-orders/${order?.id}/actions/return`, { reasonCode: 'NOT_OUR_DUTY' })).status,
    ).toBe(422);
    const returned = await women.ok<Order>(`/work-orders/${order?.id}/actions/return`, {
      reasonCode: 'NOT_OUR_DUTY',
      note: '应由社工机构承接。',
    });
    expect(returned.state).toBe('returned');
    expect((await women.get(`/cases/${caseId}`)).status).toBe(404);
    await app.drain();
    const notices = await intake.read<Page<{ title: string }>>('/notices');
    expect(notices.data.some(({ title }) => title.includes('退回'))).toBe(true);
    const clock = await app.owner.query<{ state: string }[]>(
      `SELECT state FROM deadline WHERE rule_id = 'DL-054' AND work_order_id = $1`,
      [order?.id],
    );
    expect(clock).toEqual([{ state: 'running' }]);
  });

  it('goes on to another agency; the old order is withdrawn, the new one has its own clock', async () => {
    const order = orderOf('women_federation');
    const moved = await intake.ok<Order>(`/work-orders/${order?.id}/actions/reissue`, {
      agencyId: agency('hospital'),
      note: '请医院社工承接',
    });
    expect(moved.state).toBe('withdrawn');
    const all = await intake.read<Page<Order>>(`/work-orders?filter[caseId]=${caseId}&limit=50`);
    expect(
      all.data.filter(({ agencyId, state }) => agencyId === agency('hospital') && state === 'issued'),
    ).toHaveLength(1);
  });

  it('an excluded agency is no place to send it', async () => {
    const order = orders.find(
      ({ role, agencyId }) => role === 'co' && agencyId !== agency('women_federation'),
    );
    const excluded = agency('disabled_federation');
    await app.owner.query(
      `INSERT INTO case_exclusion (case_id, principal_id, district_code, hint, since) VALUES ($1, $2, '990101000000', 'OTHER', now())`,
      [caseId, excluded],
    );
    await app.owner.query(`UPDATE work_order SET state = 'returned' WHERE id = $1`, [order?.id]);
    const reply = await intake.post<{ errors: Record<string, string[]> }>(
      `/work-orders/${order?.id}/actions/reissue`,
      { agencyId: excluded },
    );
    expect(reply.status).toBe(422);
    expect(reply.body.errors.agencyId?.[0]).toContain('不能知道');
    await app.owner.query(`UPDATE work_order SET state = 'issued' WHERE id = $1`, [order?.id]);
  });

  it('records receipt and answer of an agency that never logs in, and refuses to urge a letter', async () => {
    const { caseId: other, orders: issued } = await openCase(app, {
      report: {
        situations: ['MR2'],
        children: [{ name: '溪小月', sex: 'female', age: 11, school: '平新县第一小学' }],
      },
    });
    const letter = issued.find(({ isLetter }) => isLetter);
    expect(letter).toBeDefined();
    const urged = await intake.post<{ detail: string }>(`/work-orders/${letter?.id}/actions/urge`);
    expect(urged.status).toBe(409);
    expect(urged.body.detail).toContain('商请');
    const at = app.now().toISOString();
    const accepted = await intake.ok<Order & { receiptNo: string }>(
      `/work-orders/${letter?.id}/actions/record-on-behalf`,
      { what: 'accept', person: '值班员', at, receiptNo: '检收〔2026〕1号' },
    );
    expect([accepted.state, accepted.receiptNo]).toEqual(['accepted', '检收〔2026〕1号']);
    const future = await intake.post<{ errors: Record<string, string[]> }>(
      `/work-orders/${letter?.id}/actions/record-on-behalf`,
      { what: 'finish', person: '值班员', at: '2030-01-01T00:00:00Z' },
    );
    expect(future.body.errors.at).toEqual(['时间不能晚于现在']);
    // 疑似性侵害: an order holder outside the circle gets no name.
    const women = await app.as('women');
    const seen = (
      await women.read<Page<Order & { childName: string | null }>>(`/work-orders?filter[caseId]=${other}`)
    ).data;
    expect(seen.every(({ childName }) => childName === null)).toBe(true);
  });
});
