import { agencyOf, careBodies, type CareView, refusalOf } from '../../support/care';
import { openCase, type Order, ordersOf, type Page, planBody, type Report } from '../../support/journey';
import {
  actionsOf,
  closeUpTheLine,
  closingBody,
  finishOrders,
  followUpBody,
  type LifeView,
  runningRules,
  screenBody,
  villageWorker,
} from '../../support/lifecycle';
import { type Client, TestApp, type Who } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

type View = CareView &
  LifeView & {
    readonly child: { readonly name: string } | null;
    readonly siblings: readonly { id: string; caseNo: string }[] | null;
  };
type NamedOrder = Order & {
  readonly childName: string | null;
  readonly caseNo: string;
  readonly canOpenCase: boolean;
};

const GUARDIAN = { name: '禾大田', phone: '13900000001', relation: '51', livesWithChild: true };
const children = [
  { name: '禾大苗', sex: 'female', birthDate: '2015-04-02', guardians: [GUARDIAN] },
  { name: '禾小苗', sex: 'male', birthDate: '2020-06-11', guardians: [GUARDIAN] },
];

/**
 * 一份报告，两个孩子 (design §9.4): one incident, a case for each. The elder is beaten and taken into care, the younger stays
 * with the grandmother; each goes its own road, and the reporter hears one neutral answer.
 */
describe('one report about two children', () => {
  let app: TestApp;
  let client: Readonly<Record<Who, Client>>;
  let body: ReturnType<typeof careBodies>;
  let reportId: string;
  /** The cases of the elder and of the younger. */
  let elder: string;
  let younger: string;

  beforeAll(async () => {
    app = await TestApp.start();
    body = careBodies(app);
    const people = [
      'teacher',
      'intake',
      'station',
      'director',
      'civil',
      'women',
      'shelter',
      'socialWork',
    ] as const;
    const made = await Promise.all(people.map(async (who) => [who, await app.as(who)] as const));
    client = Object.fromEntries(made) as Record<Who, Client>;
    ({ reportId } = await openCase(app, {
      report: { children: children.map(({ name, sex, birthDate }) => ({ name, sex, birthDate })) },
      triage: { urgency: 'U1', children },
    }));
    for (const { id } of (await client.intake.read<Report>(`/reports/${reportId}`)).cases ?? []) {
      const { child } = await client.intake.read<View>(`/cases/${id}`);
      if (child?.name === '禾大苗') elder = id;
      else younger = id;
    }
  }, 90_000);
  afterAll(() => app.stop());

  const file = (who: Who, caseId: string): Promise<View> => client[who].read<View>(`/cases/${caseId}`);
  const act = (who: Who, caseId: string, action: string, dto: unknown = {}): Promise<View> =>
    client[who].ok<View>(`/cases/${caseId}/actions/${action}`, dto);
  const refused = (who: Who, caseId: string, action: string, dto: unknown = {}) =>
    refusalOf(client[who], caseId, action, dto);
  const status = async (who: Who, caseId: string): Promise<number> =>
    (await client[who].get(`/cases/${caseId}`)).status;
  const stages = (view: View): string[] =>
    view.stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage);
  const dueOf = (view: View, rule: string): string | undefined =>
    view.deadlines?.find(({ ruleId, state }) => ruleId === rule && state === 'running')?.dueAt;

  it('opens one incident and two linked cases, each with orders and clocks of its own', async () => {
    const [first, second] = [await file('intake', elder), await file('intake', younger)];
    expect(first.caseNo).not.toBe(second.caseNo);
    expect([first.siblings, second.siblings]).toEqual([
      [{ id: younger, caseNo: second.caseNo }],
      [{ id: elder, caseNo: first.caseNo }],
    ]);
    const [incidents] = await app.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM incident');
    expect(incidents?.n).toBe(1);
    const [mine, theirs] = [await ordersOf(client.intake, elder), await ordersOf(client.intake, younger)];
    expect(mine.map(({ agencyId }) => agencyId).sort()).toEqual(
      theirs.map(({ agencyId }) => agencyId).sort(),
    );
    expect(mine.filter(({ id }) => theirs.some((other) => other.id === id))).toEqual([]);
    for (const orders of [mine, theirs]) expect(orders.filter(({ role }) => role === 'lead')).toHaveLength(1);
    for (const view of [first, second]) {
      expect(stages(view)).toEqual(['assessment']);
      expect(runningRules(view)).toEqual(expect.arrayContaining(['DL-042', 'DL-043', 'DL-053']));
    }
  });

  it('is one emergency and not two: only the elder is to be seen within two hours', async () => {
    const before = await file('intake', younger);
    const danger = await act('station', elder, 'open-emergency', { reason: '放学又被打，不敢回家。' });
    expect(stages(danger).sort()).toEqual(['assessment', 'emergency']);
    expect(Date.parse(dueOf(danger, 'DL-042') ?? '') - app.now().getTime()).toBeLessThanOrEqual(
      2 * 3_600_000,
    );
    const after = await file('intake', younger);
    expect([stages(after), dueOf(after, 'DL-042')]).toEqual([['assessment'], dueOf(before, 'DL-042')]);
    // What belongs to an emergency is refused where there is none.
    const check = await refused('station', younger, 'record-safety-check', body.safetyCheck());
    expect([check.status, check.detail]).toEqual([409, '应急处置没有启动，不需要安全核查。']);
  });

  it('keeps a wall between the two: who has a part in one sees that one only', async () => {
    const women = await agencyOf(client.intake, 'women_federation');
    const superfluous = (await ordersOf(client.intake, younger)).find(({ agencyId }) => agencyId === women);
    await client.intake.ok(`/work-orders/${superfluous?.id}/actions/cancel`, {
      reason: '弟弟由外祖母照料。',
    });
    await act('intake', younger, 'assign', await villageWorker(client.intake));
    expect([await status('women', elder), await status('women', younger)]).toEqual([200, 404]);
    expect([await status('director', elder), await status('director', younger)]).toEqual([404, 200]);
    expect([await status('shelter', elder), await status('shelter', younger)]).toEqual([404, 404]);
    // A task that was taken back stays a paper of its own, and says of whom no more.
    const tasks = (await client.women.read<Page<NamedOrder>>('/work-orders?filter[box]=mine&limit=50')).data;
    expect(tasks.map((task) => [task.state, task.childName, task.caseNo, task.canOpenCase]).sort()).toEqual([
      ['issued', '禾*苗', (await file('intake', elder)).caseNo, true],
      ['withdrawn', null, '', false],
    ]);
    // Neither the number nor the name of the other child stands on the page of the one.
    const other = await file('intake', younger);
    const seen = JSON.stringify(await file('women', elder));
    expect(seen).not.toMatch(new RegExp(`禾小苗|${other.caseNo}|${younger}`));
    const named = JSON.stringify(await file('director', younger));
    expect(named).not.toMatch(new RegExp(`禾大苗|${(await file('intake', elder)).caseNo}|${elder}`));
    const found = await client.director.read<Page<{ id: string }>>('/cases');
    expect(found.data.map(({ id }) => id)).toEqual([younger]);
  });

  it('takes the elder into care, the doctor first; the village of the younger learns nothing of it', async () => {
    await act('station', elder, 'record-safety-check', body.safetyCheck({ medicalNeeded: true }));
    await act('civil', elder, 'decide-custody', body.custody());
    const shelter = body.shelter(await agencyOf(client.civil, 'shelter'));
    const early = await refused('civil', elder, 'place-child', shelter);
    expect([early.status, early.detail]).toEqual([409, expect.stringContaining('先医后置')]);
    await act('station', elder, 'record-medical', body.medical());
    const placed = await act('civil', elder, 'place-child', shelter);
    expect(runningRules(placed)).toEqual(expect.arrayContaining(['DL-014', 'DL-049']));
    expect([await status('shelter', elder), await status('shelter', younger)]).toEqual([200, 404]);
    expect(runningRules(await file('intake', younger))).not.toContain('DL-014');
    expect(await status('director', elder)).toBe(404);
    await act('station', elder, 'end-emergency', { outcome: '姐姐已安置。' });
  });

  it('lets the younger go its own road: seen, assessed, helped at home, and closed first', async () => {
    await act('director', younger, 'assess', await screenBody(client.director));
    const planned = await act('director', younger, 'make-plan', planBody());
    expect(stages(planned)).toEqual(['assessment']);
    const approved = await act('station', younger, 'approve-plan');
    expect([stages(approved), runningRules(approved).includes('DL-049')]).toEqual([['assistance'], true]);
    for (const { id } of approved.services ?? [])
      await act('director', younger, 'complete-service', { serviceId: id, result: '外祖母愿意长期照料。' });
    const busy = await refused('director', younger, 'request-closing', closingBody());
    expect([busy.status, busy.detail]).toEqual([409, expect.stringMatching(/还有 \d+ 张协办单没有办结/)]);
    await finishOrders(app, client.intake, younger);
    // What the agencies still owe the elder does not hold the younger back.
    expect((await ordersOf(client.intake, elder)).some(({ state }) => state === 'issued')).toBe(true);
    await act('director', younger, 'request-closing', closingBody());
    await act('station', younger, 'endorse-closing');
    const unanswered = await refused('civil', younger, 'sign-closing');
    expect([unanswered.status, unanswered.detail]).toEqual([409, expect.stringContaining('反馈')]);
    await client.intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'triage',
      text: '已受理，正在办理。',
    });
    const closed = await act('civil', younger, 'sign-closing');
    expect([closed.phase, runningRules(closed)]).toEqual(['closed', ['DL-046']]);
    expect((await file('intake', elder)).phase).toBe('open');
  });

  it('owes the reporter no result while one of the two is still open', async () => {
    const early = await client.intake.post<{ detail: string }>(`/reports/${reportId}/actions/feedback`, {
      stage: 'result',
      text: '已办结。',
    });
    expect([early.status, early.body.detail]).toEqual([409, '个案还没有结案，结案后再反馈办理结果。']);
    const report = await client.intake.read<Report>(`/reports/${reportId}`);
    expect([
      report.state,
      report.deadlines.filter(({ ruleId }) => ruleId === 'DL-047').map(({ state }) => state),
    ]).toEqual(['triaged', ['done']]);
  });

  it('brings the elder to another guardian and closes that case separately, weeks later', async () => {
    await act('station', elder, 'assess', await screenBody(client.station));
    await app.advanceTo('2026-10-12T09:00:00+08:00');
    await act('shelter', elder, 'review-placement', body.review());
    const held = await refused('station', elder, 'request-closing', closingBody());
    expect(held.status).toBe(409);
    await finishOrders(app, client.intake, elder);
    const placed = await refused('station', elder, 'request-closing', closingBody());
    expect([placed.status, placed.detail]).toEqual([409, expect.stringContaining('孩子还在安置中')]);
    const end = {
      reason: 'OTHER_GUARDIAN',
      endedOn: body.day(),
      note: '由外祖母监护。',
      childOpinion: '想和外婆住。',
    };
    await act('civil', elder, 'end-placement', end);
    const free = await act('civil', elder, 'end-custody', end);
    expect(runningRules(free)).not.toEqual(expect.arrayContaining(['DL-014']));
    await act('intake', elder, 'assign', await villageWorker(client.intake));
    const closed = await closeUpTheLine(app, elder);
    expect([closed.phase, runningRules(closed)]).toEqual(['closed', ['DL-046']]);
  });

  it('follows both up, each by its own clock', async () => {
    const [first, second] = [await file('intake', elder), await file('intake', younger)];
    expect(dueOf(first, 'DL-046')).not.toBe(dueOf(second, 'DL-046'));
    const followed = await act('director', younger, 'record-follow-up', followUpBody(app));
    expect([followed.phase, followed.followUpPlan]).toEqual(['follow_up', { total: 6, left: 5 }]);
    expect((await file('intake', elder)).followUpPlan).toEqual({ total: 6, left: 6 });
    expect(actionsOf(await file('director', elder))).toContain('record-follow-up');
  });

  it('answers the reporter once, for both, without a word about either', async () => {
    await client.intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'result',
      text: '已依法办结，感谢您及时报告。',
    });
    const answer = await client.teacher.read<Report>(`/reports/${reportId}`);
    expect([answer.progress, answer.cases, answer.feedback?.map(({ stage }) => stage)]).toEqual([
      '已办结',
      null,
      ['triage', 'result'],
    ]);
    const numbers = [await file('intake', elder), await file('intake', younger)].map(({ caseNo }) => caseNo);
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${numbers.join('|')}|安置|救助保护|外祖母|应急`));
    for (const caseId of [elder, younger]) expect(await status('teacher', caseId)).not.toBe(200);
  });
});
