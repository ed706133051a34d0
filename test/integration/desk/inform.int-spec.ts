import { ReferenceData } from '@tonghu/backend/support/reference';
import {
  type CaseView,
  openCase,
  type Order,
  ordersOf,
  type Page,
  receiveAndTriage,
  type Report,
  reportBody,
  triageFrom,
} from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

interface ProposedNotice {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyKind: string;
  readonly selected: boolean;
  readonly conditionName: string | null;
  readonly excludedBecause: string | null;
}
interface Proposal extends Record<string, unknown> {
  readonly notices: readonly ProposedNotice[];
  readonly children: readonly Record<string, unknown>[];
}
interface Notice {
  readonly id: string;
  readonly caseNo: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly text: string;
  readonly informedByAgencyName: string;
  readonly state: string;
  readonly stateName: string;
  readonly readAt: string | null;
  readonly readByName: string | null;
  readonly toldByName: string | null;
  readonly toldHowName: string | null;
  readonly case: { readonly caseId: string; readonly task: string } | null;
  readonly allowedActions: readonly { action: string }[];
}
interface File extends Omit<CaseView, 'timeline'> {
  readonly timeline: readonly { label: string; subject: string | null; note: string | null }[];
  readonly agencyNotices: readonly Notice[] | null;
}
interface Problem {
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}
interface Ring {
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly urgency: string | null;
  readonly link: string;
}

describe('an agency that is only told', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let education: Client;

  beforeEach(async () => {
    app = await TestApp.start();
    [teacher, intake, education] = [
      await app.as('teacher'),
      await app.as('intake'),
      await app.as('education'),
    ];
  }, 60_000);
  afterEach(() => app.stop());

  const file = async (more: Record<string, unknown> = {}): Promise<string> =>
    (await teacher.ok<Report>('/reports', reportBody({ policeToldAt: app.now().toISOString(), ...more }))).id;
  const proposalOf = async (id: string): Promise<Proposal> => {
    await intake.ok(`/reports/${id}/actions/receive`);
    return intake.read<Proposal>(`/reports/${id}/triage-proposal`);
  };
  const noticesOf = async (caseId: string): Promise<readonly Notice[]> =>
    (await intake.read<File>(`/cases/${caseId}`)).agencyNotices ?? [];
  const received = async (client: Client): Promise<readonly Notice[]> =>
    (await client.read<Page<Notice>>('/agency-notices?filter[box]=mine')).data;
  const rings = async (client: Client): Promise<readonly Ring[]> =>
    (await client.read<Page<Ring>>('/notices?limit=100')).data;
  const agencyOf = async (username: string): Promise<string> =>
    (
      await app.owner.query<{ id: string }[]>('SELECT agency_id AS id FROM app_user WHERE username = $1', [
        username,
      ])
    )[0]?.id ?? '';
  const later = (ms: number): Promise<void> => app.advanceTo(new Date(app.now().getTime() + ms));
  const logsOut = async (kind: string): Promise<void> => {
    await app.owner.query('UPDATE agency SET logs_in = false WHERE kind = $1', [kind]);
    await app.app.get(ReferenceData).refresh();
  };

  it('reads one neutral line with a number, and nothing of the case', async () => {
    const { caseId, reportId } = await openCase(app);
    await app.drain();
    const [notice, ...others] = await received(education);
    expect(others).toEqual([]);
    const { caseNo } = await intake.read<CaseView>(`/cases/${caseId}`);
    expect(notice).toMatchObject({ caseNo, state: 'sent', stateName: '未读', case: null });
    const alone = await education.read<Notice>(`/agency-notices/${notice?.id}`);
    expect(alone.text).toMatch(/请知悉并按职责留意.*如需协办将另发协办单/);
    expect(alone.informedByAgencyName).toContain('平新县');
    expect(JSON.stringify([notice, alone])).not.toMatch(/禾|淤青|MR4|家庭暴力|身上有伤|U\d|石|柿园/);
    const [ring] = (await rings(education)).filter(({ kind }) => kind === 'agency-notice.informed');
    expect(ring).toMatchObject({ number: caseNo, urgency: null, link: `/agency-notices/${notice?.id}` });

    expect((await education.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await education.get(`/reports/${reportId}`)).status).toBe(404);
    for (const { id } of await ordersOf(intake, caseId))
      expect((await education.get(`/work-orders/${id}`)).status).toBe(404);
    const [child] = await app.owner.query<{ id: string }[]>(
      'SELECT child_id AS id FROM case_file WHERE id = $1',
      [caseId],
    );
    expect((await education.get(`/people/${child?.id}`)).status).toBe(404);
    expect((await education.read<Page<Order>>(`/work-orders?filter[caseId]=${caseId}`)).data).toEqual([]);
    // Nobody but the agency and those who work on the case.
    expect((await (await app.as('health')).get(`/agency-notices/${notice?.id}`)).status).toBe(404);
    expect((await (await app.as('xhIntake')).get(`/agency-notices/${notice?.id}`)).status).toBe(404);
  });

  it('is read by opening it: the first reader stands, and the case says who and when', async () => {
    const { caseId } = await openCase(app);
    const [notice] = await received(education);
    const counted = async (): Promise<number | undefined> =>
      (await education.read<{ cards: { key: string; count: number }[] }>('/home')).cards.find(
        ({ key }) => key === 'notices-unread',
      )?.count;
    expect(await counted()).toBe(1);
    expect(notice?.allowedActions.map(({ action }) => action)).toEqual(['read']);
    const first = await education.ok<Notice>(`/agency-notices/${notice?.id}/actions/read`);
    await later(3_600_000);
    const again = await education.ok<Notice>(`/agency-notices/${notice?.id}/actions/read`);
    expect(again.readAt).toBe(first.readAt);
    expect(await counted()).toBe(0);
    const [shown] = await noticesOf(caseId);
    expect(shown).toMatchObject({ state: 'read', readAt: first.readAt });
    expect(shown?.readByName).toBeTruthy();
    // Those who work on the case look at it without reading it for the agency.
    expect((await intake.post(`/agency-notices/${notice?.id}/actions/read`)).status).toBe(404);
    const [audit] = await app.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'agency-notice.mark-read' AND subject_id = $1`,
      [notice?.id],
    );
    expect(audit?.n).toBe(1);
  });

  it('says after three days how long it has lain, and calls nothing overdue', async () => {
    const { caseId } = await openCase(app);
    await later(2 * 86_400_000);
    expect((await noticesOf(caseId))[0]?.stateName).toBe('未读');
    await later(86_400_000);
    expect((await noticesOf(caseId))[0]?.stateName).toBe('3天未读');
    const [clocks] = await app.owner.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM deadline WHERE owner_agency_id = $1',
      [await agencyOf('jiaoyu')],
    );
    expect(clocks?.n).toBe(0);
  });

  it('is told under a condition only when a person ticks it, a village and a school never by default', async () => {
    const id = await file();
    const proposal = await proposalOf(id);
    const village = proposal.notices.find(({ agencyKind }) => agencyKind === 'village');
    expect(village).toMatchObject({ selected: false, excludedBecause: null });
    expect(village?.conditionName).toContain('无须回避');
    expect(proposal.notices.find(({ agencyKind }) => agencyKind === 'education')?.selected).toBe(true);
    const body = triageFrom(proposal, { notices: [{ agencyId: village?.agencyId }] });
    const report = await intake.ok<Report>(`/reports/${id}/actions/triage`, body);
    const told = await noticesOf(report.cases?.[0]?.id ?? '');
    expect(told.map(({ agencyId }) => agencyId)).toEqual([village?.agencyId]);
    expect(await received(education)).toEqual([]);

    const missing = await proposalOf(await file({ situations: ['MR8'] }));
    const school = missing.notices.find(({ agencyKind }) => agencyKind === 'school');
    expect(school?.selected).toBe(false);
  });

  it('is never told when it must not know, whoever says so', async () => {
    const id = await file({ exclusionHints: ['VILLAGE'] });
    const proposal = await proposalOf(id);
    const village = proposal.notices.find(({ agencyKind }) => agencyKind === 'village');
    expect(village?.selected).toBe(false);
    expect(village?.excludedBecause).toBeTruthy();
    const educationId = await agencyOf('jiaoyu');
    const body = triageFrom(proposal, {
      exclusions: [{ principalId: educationId, hint: 'OTHER' }],
      notices: [{ agencyId: educationId }, { agencyId: village?.agencyId }],
    });
    const refused = await intake.post<Problem>(`/reports/${id}/actions/triage`, body);
    expect(refused.status).toBe(422);
    for (const index of [0, 1])
      expect(refused.body.errors?.[`notices.${index}.agencyId`]?.[0]).toContain('谁不能知道');
    await intake.ok(`/reports/${id}/actions/triage`, { ...body, notices: [] });
    expect(await received(education)).toEqual([]);
  });

  it('is one the table tells, and not one that holds an order of the case', async () => {
    const id = await file();
    const proposal = await proposalOf(id);
    const stray = await intake.post<Problem>(
      `/reports/${id}/actions/triage`,
      triageFrom(proposal, { notices: [{ agencyId: await agencyOf('tuanwei') }] }),
    );
    expect(stray.body.errors?.['notices.0.agencyId']?.[0]).toContain('添加协办单');
    const silent = await intake.post<Problem>(`/reports/${id}/actions/triage`, {
      ...triageFrom(proposal),
      notices: undefined,
    });
    expect(silent.body.errors).toHaveProperty('notices');
    const body = triageFrom(proposal);
    const educationId = await agencyOf('jiaoyu');
    expect(body.notices).toEqual([{ agencyId: educationId }]);
    const report = await intake.ok<Report>(`/reports/${id}/actions/triage`, {
      ...body,
      orders: [...body.orders, { agencyId: educationId, role: 'co', task: '请督促学校保障就学' }],
    });
    expect(await noticesOf(report.cases?.[0]?.id ?? '')).toEqual([]);
    expect(await received(education)).toEqual([]);
  });

  it('that does not log in is told by the desk, which says who, when and how', async () => {
    await logsOut('education');
    const { caseId } = await openCase(app);
    await app.drain();
    const waiting = (await intake.read<Page<Notice>>('/agency-notices?filter[box]=tell')).data;
    expect(waiting).toMatchObject([{ stateName: '待代为告知', case: { caseId } }]);
    expect(await rings(intake)).toContainEqual(
      expect.objectContaining({ kind: 'agency-notice.to-tell', link: `/agency-notices/${waiting[0]?.id}` }),
    );
    const path = `/agency-notices/${waiting[0]?.id}/actions/record-told`;
    const told = { how: 'phone', person: '禾科长', at: app.now().toISOString() };
    expect((await education.post(path, told)).status).toBe(403);
    const tomorrow = { ...told, at: new Date(app.now().getTime() + 3_600_000).toISOString() };
    expect((await intake.post<Problem>(path, tomorrow)).body.errors).toHaveProperty('at');
    expect((await intake.post<Problem>(path, { ...told, person: '' })).body.errors).toHaveProperty('person');
    await intake.ok(path, told);
    expect((await intake.post(path, told)).status).toBe(409);
    const [shown] = await noticesOf(caseId);
    expect(shown).toMatchObject({ state: 'told', stateName: '已代为告知', toldHowName: '电话' });
    expect(shown?.toldByName).toBeTruthy();
    const { timeline } = await intake.read<File>(`/cases/${caseId}`);
    expect(timeline.find(({ label }) => label === '已代为告知')?.note).toContain('禾科长');
    // The name of whom they spoke to is sealed with the case.
    const rows = await app.owner.query('SELECT * FROM agency_notice');
    expect(JSON.stringify(rows)).not.toContain('禾科长');
    expect((await intake.read<Page<Notice>>('/agency-notices?filter[box]=tell')).data).toEqual([]);
  });

  it('hears of what a later report adds, once', async () => {
    const child = { name: '禾再报', sex: 'female', birthDate: '2016-05-01', idNumber: '990101201605010028' };
    const caseId = await receiveAndTriage(
      intake,
      await file({ situations: ['MR9'], children: [child], suspects: [] }),
    );
    expect(await noticesOf(caseId)).toEqual([]);
    const civil = await agencyOf('minzheng');
    for (const situations of [['MR5'], ['MR5', 'BULLYING']]) {
      const id = await file({ situations, children: [child] });
      const proposal = await proposalOf(id);
      const children = proposal.children.map((one) => ({ ...one, caseDecision: 'link' }));
      await intake.ok(`/reports/${id}/actions/triage`, triageFrom(proposal, { children }));
      const told = await noticesOf(caseId);
      expect(told.filter(({ agencyId }) => agencyId === civil)).toHaveLength(1);
      const holders = (await ordersOf(intake, caseId)).map(({ agencyId }) => agencyId);
      expect(told.filter(({ agencyId }) => holders.includes(agencyId))).toEqual([]);
    }
    await app.drain();
    const heard = (await rings(await app.as('civil'))).filter(
      ({ kind }) => kind === 'agency-notice.informed',
    );
    expect(heard).toHaveLength(1);
  });

  it('that turns out to be one that must not know loses its notice and its open order', async () => {
    const child = { name: '禾后避', sex: 'female', birthDate: '2016-05-01', idNumber: '990101201605010044' };
    const caseId = await receiveAndTriage(intake, await file({ children: [child] }));
    await app.drain();
    const women = await app.as('women');
    const [womenId, educationId] = [await agencyOf('fulian'), await agencyOf('jiaoyu')];
    const order = (await ordersOf(intake, caseId)).find(({ agencyId }) => agencyId === womenId);
    expect((await women.get(`/work-orders/${order?.id}`)).status).toBe(200);
    const [notice] = await received(education);
    await education.ok(`/agency-notices/${notice?.id}/actions/read`);

    const id = await file({ children: [child] });
    const proposal = await proposalOf(id);
    const body = triageFrom(proposal, {
      children: proposal.children.map((one) => ({ ...one, caseDecision: 'link' })),
      exclusions: [womenId, educationId].map((principalId) => ({ principalId, hint: 'OTHER' })),
      notices: [],
    });
    await intake.ok(`/reports/${id}/actions/triage`, {
      ...body,
      orders: body.orders.filter(({ agencyId }) => agencyId !== womenId),
    });
    await app.drain();

    const kept = await intake.read<Order & { steps: { step: string; codeName: string | null }[] }>(
      `/work-orders/${order?.id}`,
    );
    expect(kept.state).toBe('withdrawn');
    expect(kept.steps.at(-1)).toMatchObject({ step: 'cancel', codeName: '承办单位不能知道此案' });
    const [left] = await app.owner.query<{ access: number; clocks: number }[]>(
      `SELECT (SELECT count(*)::int FROM case_access WHERE case_id = $1 AND principal_id = $2 AND valid_until IS NULL) AS access,
              (SELECT count(*)::int FROM deadline WHERE work_order_id = $3 AND state = 'running') AS clocks`,
      [caseId, womenId, order?.id],
    );
    expect(left).toEqual({ access: 0, clocks: 0 });
    const { timeline } = await intake.read<File>(`/cases/${caseId}`);
    expect(timeline.find(({ label }) => label === '已撤回协办单')?.subject).toContain('不能知道');
    expect(timeline.map(({ label }) => label)).toContain('已撤回告知');

    // The agency hears that an order was withdrawn, and finds neither the order nor the case.
    expect((await women.get(`/work-orders/${order?.id}`)).status).toBe(404);
    expect((await women.get(`/cases/${caseId}`)).status).toBe(404);
    const heard = (await rings(women)).filter(({ number }) => number === order?.orderNo);
    expect(heard.map(({ kind, link }) => [kind, link])).toEqual([['order.withdrawn', '/work-orders']]);
    expect((await education.get(`/agency-notices/${notice?.id}`)).status).toBe(404);
    expect(await received(education)).toEqual([]);
    expect((await rings(education)).filter(({ kind }) => kind.startsWith('agency-notice'))).toEqual([]);
    expect((await noticesOf(caseId)).map(({ state }) => state)).toEqual(['withdrawn']);
  });
});
