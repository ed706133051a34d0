import { agencyOf, careBodies, type CareView, conferenceSays, refusalOf } from '../../support/care';
import {
  openCase,
  type Order,
  type Page,
  planBody,
  type Reference,
  type Report,
} from '../../support/journey';
import {
  closingBody,
  finishOrders,
  followUpBody,
  type LifeView,
  runningRules,
  screenBody,
} from '../../support/lifecycle';
import { type Client, TestApp, type Who } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

type View = CareView &
  LifeView & {
    readonly measures: readonly { id: string; kind: string; state: string }[] | null;
    readonly conferences: readonly { conclusion: { conclusion: string } | null }[] | null;
  };

const PACK = [
  'IDENTITY',
  'HARM',
  'ASSESSMENT',
  'CHILD_OPINION',
  'CONFERENCE',
  'NEW_GUARDIAN',
  'PLACEMENT',
  'COUNSELLING',
  'EARLIER',
];
const DAY_MS = 86_400_000;
/** A child of two is asked nothing; why is written down (未成年人保护法4(五)). */
const VOICE = { childOpinion: undefined, noOpinionReason: '两岁，还不能表达。' };

/**
 * 遗弃 (MR6; domain §4.3, §4.5): a child of two left at a hospital; its mother is searched for, found, and unwilling. Temporary
 * custody, two placements, a conference, a court, and a guardian for good; care goes on when the case is closed.
 */
describe('an abandoned child, from the hospital’s door to long-term custody', () => {
  let app: TestApp;
  let client: Readonly<Record<Who, Client>>;
  let body: ReturnType<typeof careBodies>;
  let reference: Reference;
  let reportId: string;
  let caseId: string;
  let orders: readonly Order[];

  beforeAll(async () => {
    // Half a year and more of it lies in a year whose holidays are published.
    app = await TestApp.start({ now: '2026-01-12T08:00:00+08:00' });
    body = careBodies(app);
    const people = [
      'intake',
      'hospital',
      'policeStation',
      'station',
      'otherStation',
      'director',
      'civil',
      'shelter',
      'welfareHome',
      'women',
    ] as const;
    const made = await Promise.all(people.map(async (who) => [who, await app.as(who)] as const));
    client = Object.fromEntries(made) as Record<Who, Client>;
    reference = await client.intake.read<Reference>('/reference');
    ({ reportId, caseId, orders } = await openCase(app, {
      report: {
        situations: ['MR6'],
        unitType: 'MEDICAL',
        childSafeNow: 'no',
        medicalSent: 'yes',
        suspects: [{ perpetratorType: 'MOTHER' }],
        children: [{ name: '春芽（暂用名）', sex: 'female', age: 2 }],
        facts: '清晨在急诊大厅发现，没有大人陪同，字条写着「对不起」。',
      },
      triage: { summary: '医院发现一名无人照料的幼儿，请立即安排照料并查找监护人。' },
    }));
  }, 90_000);
  afterAll(() => app.stop());

  const kindOf = ({ agencyId }: Pick<Order, 'agencyId'>): string =>
    reference.agencies.find(({ id }) => id === agencyId)?.kind ?? '';
  const act = (who: Who, action: string, dto: unknown = {}): Promise<View> =>
    client[who].ok<View>(`/cases/${caseId}/actions/${action}`, dto);
  const refused = (who: Who, action: string, dto: unknown = {}) =>
    refusalOf(client[who], caseId, action, dto);
  const file = (who: Who): Promise<View> => client[who].read<View>(`/cases/${caseId}`);
  const status = async (who: Who): Promise<number> => (await client[who].get(`/cases/${caseId}`)).status;
  const stages = (view: View): string[] =>
    view.stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage);
  const step = (kind: string, form: object = {}): Promise<View> =>
    act('civil', 'record-proceeding', {
      kind,
      happenedAt: app.now().toISOString(),
      person: '立案庭 罗法官',
      ...form,
    });
  const measure = async (kind: string) => (await file('civil')).measures?.find((one) => one.kind === kind);

  it('is led by the township; police and civil affairs have duties that they cannot send back', async () => {
    expect(orders.filter(({ role }) => role === 'lead').map(kindOf)).toEqual(['township']);
    const kinds = orders.map(kindOf);
    expect(kinds).toEqual(expect.arrayContaining(['police', 'civil_affairs', 'shelter', 'women_federation']));
    // Nobody in the village is told before somebody said that it may know; the education office only of a pupil.
    for (const kind of ['village', 'education', 'justice']) expect(kinds).not.toContain(kind);
    const note = { reasonCode: 'NOT_OUR_DUTY', note: '请民政部门办理。' };
    for (const [who, kind] of [
      ['policeStation', 'police'],
      ['civil', 'civil_affairs'],
    ] as const) {
      const order = orders.find((one) => kindOf(one) === kind);
      const back = await client[who].post<{ detail: string }>(
        `/work-orders/${order?.id}/actions/return`,
        note,
      );
      expect([who, back.status, back.body.detail]).toEqual([who, 409, expect.stringContaining('不能退回')]);
    }
    const opened = await file('station');
    expect([stages(opened), runningRules(opened)]).toEqual([
      ['emergency'],
      expect.arrayContaining(['DL-042', 'DL-043', 'DL-053']),
    ]);
    for (const who of ['director', 'otherStation', 'welfareHome'] as const)
      expect([who, await status(who)]).toEqual([who, 404]);
  });

  it('is seen, treated, and in the custody of civil affairs for reasons that the law names', async () => {
    const shelter = body.shelter(await agencyOf(client.civil, 'shelter'), VOICE);
    await act('station', 'record-safety-check', body.safetyCheck({ ...VOICE, medicalNeeded: true }));
    const unfounded = await refused('station', 'place-child', shelter);
    expect([unfounded.status, unfounded.detail]).toEqual([409, expect.stringContaining('先医后置')]);
    await act(
      'station',
      'record-medical',
      body.medical({ kind: 'CHECKUP', diagnosis: '发育正常，轻度营养不良。' }),
    );
    const baseless = await refused('station', 'place-child', shelter);
    expect([baseless.status, baseless.fields]).toEqual([422, ['basis']]);
    const invented = await refused('civil', 'decide-custody', body.custody({ ...VOICE, reasons: ['TC9'] }));
    expect([invented.status, invented.fields]).toEqual([422, ['reasons']]);
    expect((await refused('station', 'decide-custody', body.custody(VOICE))).status).toBe(403);
    const decided = await act('civil', 'decide-custody', {
      ...body.custody({ ...VOICE, reasons: ['TC1', 'TC4'] }),
      guardianNotice: '暂时查找不到监护人，在医院和派出所张贴公告。',
    });
    expect(decided.custodies?.[0]).toMatchObject({
      state: 'running',
      days: 0,
      reasonNames: [
        expect.stringContaining('暂时查找不到'),
        expect.stringContaining('拒绝或者怠于'),
      ] as unknown,
    });
    const placed = await act('civil', 'place-child', shelter);
    await act('station', 'end-emergency', { outcome: '孩子已安置。' });
    expect(runningRules(placed)).toEqual(expect.arrayContaining(['DL-014', 'DL-049']));
    expect([await status('shelter'), await status('welfareHome')]).toEqual([200, 404]);
  });

  it('has its parents searched for and the abandonment investigated, each by its own clock', async () => {
    const now = app.now().toISOString();
    await act('policeStation', 'record-proceeding', { kind: 'parents-search', happenedAt: now });
    await act('policeStation', 'record-proceeding', { kind: 'criminal-accepted', happenedAt: now });
    expect(runningRules(await file('civil'))).toEqual(expect.arrayContaining(['DL-003', 'DL-031']));
    const own = await client.women.post(`/cases/${caseId}/actions/record-proceeding`, {
      kind: 'parents-search-ended',
      happenedAt: now,
      result: 'NOT_FOUND',
    });
    expect(own.status).toBe(403);
    await act('policeStation', 'record-proceeding', { kind: 'criminal-filed', happenedAt: now });
    const after = runningRules(await file('civil'));
    expect([after.includes('DL-003'), after.includes('DL-031')]).toEqual([false, true]);
  });

  it('is assessed and planned for, and looked after where it is', async () => {
    await act('station', 'assess', { ...(await screenBody(client.station)), ...VOICE });
    const planned = await act('station', 'make-plan', {
      ...planBody({
        goals: [{ goal: '孩子有稳定的照料', measures: '寻亲，评估', owner: '民政局', dueOn: '2026-04-30' }],
      }),
      ...VOICE,
      reviewOn: '2026-04-10',
      services: [{ supportType: 'LIVING', provider: '平新县民政局', dueOn: '2026-03-01' }],
    });
    expect(stages(planned)).toEqual(['assistance']);
    await app.advanceTo('2026-01-30T10:00:00+08:00');
    const far = await refused(
      'shelter',
      'review-placement',
      body.review({ ...VOICE, nextReviewOn: body.day(120) }),
    );
    expect([far.status, far.fields]).toEqual([422, ['nextReviewOn']]);
    const reviewed = await act(
      'shelter',
      'review-placement',
      body.review({ ...VOICE, nextReviewOn: body.day(60) }),
    );
    const rounds = (reviewed.deadlines ?? []).filter(({ ruleId }) => ruleId === 'DL-049');
    expect(rounds.map(({ state }) => state).sort()).toEqual(['done', 'running', 'running']);
  });

  it('moves from the shelter to the children’s home, which sees it from then on, and the shelter no more', async () => {
    await app.advanceTo('2026-03-20T10:00:00+08:00');
    const home = body.shelter(await agencyOf(client.civil, 'welfare_home'), {
      ...VOICE,
      kind: 'WELFARE_HOME',
      address: '平新县福利路6号',
      moveReason: '需要长期照料和早期教育。',
    });
    const wrong = await refused('civil', 'move-placement', { ...home, kind: 'SHELTER' });
    expect([wrong.status, wrong.fields]).toEqual([422, ['agencyId']]);
    const moved = await act('civil', 'move-placement', home);
    expect(moved.placements?.map(({ state }) => state).sort()).toEqual(['ended', 'open']);
    expect(moved.custodies?.[0]?.state).toBe('running');
    expect([await status('welfareHome'), runningRules(moved).includes('DL-049')]).toEqual([200, true]);
    await app.advanceTo('2026-03-21T10:00:01+08:00');
    // What is left to the shelter is its own task; where the child lives now is none of it.
    const left = await file('shelter');
    expect([left.placements, left.custodies, JSON.stringify(left).includes('福利路')]).toEqual([
      null,
      null,
      false,
    ]);
    expect((await refused('shelter', 'review-placement', body.review(VOICE))).status).toBe(404);
  });

  it('is not given to the mother who was found: she harmed it, and no conference said so', async () => {
    await app.advanceTo('2026-06-01T10:00:00+08:00');
    const found = { kind: 'parents-search-ended', happenedAt: app.now().toISOString(), result: 'FOUND' };
    await act('policeStation', 'record-proceeding', found);
    expect(runningRules(await file('civil'))).not.toContain('DL-031');
    const end = { reason: 'PARENT_FOUND', endedOn: body.day(), note: '交给母亲。', ...VOICE };
    for (const action of ['end-placement', 'end-custody'] as const) {
      const exit = await refused('civil', action, end);
      expect([action, exit.status, exit.fields]).toEqual([action, 422, ['reason']]);
    }
    expect((await refused('welfareHome', 'return-home', { ...body.returnHome(), ...VOICE })).status).toBe(
      409,
    );
    await act('station', 'record-guardian-duty', {
      performing: false,
      lastPerformedOn: '2026-01-11',
      note: '母亲明确表示不抚养。',
    });
    expect(runningRules(await file('civil'))).toContain('DL-033');
  });

  it('is warned of after 180 days, on the page and in the list', async () => {
    await act('welfareHome', 'review-placement', body.review({ ...VOICE, nextReviewOn: body.day(60) }));
    await app.advanceTo('2026-07-13T10:00:00+08:00');
    expect((await file('civil')).custodies?.[0]).toMatchObject({ days: 182, band: 180, state: 'running' });
    const list = await client.civil.read<Page<{ caseId: string }>>('/placements?filter[band]=180');
    expect(list.data.map((one) => one.caseId)).toEqual([caseId]);
    const early = await refused('civil', 'extend-custody', {
      leaderName: '王局长',
      reason: '继续照料。',
      ...VOICE,
    });
    expect([early.status, early.detail]).toEqual([409, expect.stringContaining('满 330 天')]);
  });

  it('goes to court only in 监护干预, with a conference that said so and every item of evidence looked at', async () => {
    const form = {
      kind: 'revocation',
      happenedAt: app.now().toISOString(),
      facts: '遗弃孩子，找到后仍拒绝抚养。',
      grounds: ['R1', 'R3'],
      applicant: 'CIVIL_AFFAIRS',
      pack: PACK.map((item) => ({ item, present: true })),
    };
    const outside = await refused('civil', 'issue-measure', form);
    expect([outside.status, outside.fields]).toEqual([422, ['kind']]);
    const opened = await act('civil', 'open-guardianship', { reason: '母亲拒绝履行监护职责。' });
    expect(stages(opened).sort()).toEqual(['assistance', 'guardianship']);
    const unsaid = await refused('civil', 'issue-measure', form);
    expect([unsaid.status, unsaid.fields]).toEqual([422, ['noConferenceReason']]);
    const met = await conferenceSays<View>(app, client.civil, caseId, {
      kinds: ['police', 'women_federation', 'welfare_home'],
      conclusion: 'revoke',
      ...VOICE,
    });
    expect(met.conferences?.at(-1)?.conclusion?.conclusion).toBe('revoke');
    const partial = await refused('civil', 'issue-measure', { ...form, pack: form.pack.slice(1) });
    expect([partial.status, partial.fields]).toEqual([422, ['pack']]);
    await act('civil', 'issue-measure', form);
    const filed = await step('revocation-filed');
    expect(runningRules(filed)).toContain('DL-019');
    const hanging = await refused('civil', 'end-guardianship', { outcome: '等判决。' });
    expect([hanging.status, hanging.detail]).toEqual([409, expect.stringContaining('1 项申请没有结果')]);
    const early = await refused('station', 'request-closing', closingBody('LONG_TERM_CUSTODY'));
    expect(early.status).toBe(409);
  });

  it('is judged: the mother loses it, and may ask again within a year; civil affairs is the guardian for good', async () => {
    await app.advanceTo('2026-08-06T10:00:00+08:00');
    const revocation = await measure('revocation');
    const judged = await act('civil', 'decide-measure', {
      measureId: revocation?.id,
      granted: true,
      decidedOn: body.day(),
      number: '（2026）平0101民特9号',
    });
    const running = runningRules(judged);
    expect([running.includes('DL-019'), running.includes('DL-020')]).toEqual([false, true]);
    // Who is no guardian any more is not counted as one that does nothing (24号文35(3)).
    expect(running).not.toContain('DL-033');
    await act('civil', 'issue-measure', {
      kind: 'appointment',
      happenedAt: app.now().toISOString(),
      facts: '法院指定民政局为监护人，转为长期监护。',
      number: '（2026）平0101民特9号',
    });
    const ended = await act('civil', 'end-custody', {
      reason: 'LONG_TERM',
      endedOn: body.day(),
      longTermGround: 'LT4',
      judgmentNo: '（2026）平0101民特9号',
      ...VOICE,
    });
    expect([ended.custodies?.[0]?.state, runningRules(ended).includes('DL-014')]).toEqual(['ended', false]);
    // The child stays where it is, and so does the clock of its reviews.
    expect([
      ended.placements?.map(({ state }) => state).sort(),
      runningRules(ended).includes('DL-049'),
    ]).toEqual([['ended', 'open'], true]);
    const left = await act('civil', 'end-guardianship', { outcome: '转为长期监护。' });
    expect(stages(left)).toEqual(['assistance']);
    expect((await measure('appointment'))?.state).toBe('in_force');
  });

  it('is closed as long-term custody, and as nothing else, while the child stays placed', async () => {
    await finishOrders(app, client.intake, caseId);
    for (const { id, state } of (await file('station')).services ?? [])
      if (state !== 'done')
        await act('station', 'complete-service', { serviceId: id, result: '已纳入保障。' });
    await client.intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'triage',
      text: '已受理，正在办理。',
    });
    const closing = { ...closingBody('LONG_TERM_CUSTODY'), ...VOICE };
    const wrong = await refused('station', 'request-closing', { ...closing, reason: 'GOALS_MET' });
    expect([wrong.status, wrong.detail]).toEqual([409, expect.stringContaining('孩子还在安置中')]);
    await act('station', 'request-closing', closing);
    const signed = await act('civil', 'sign-closing');
    expect([signed.phase, signed.followUpPlan]).toEqual(['closed', { total: 6, left: 6 }]);
    // Care and what a court decided outlive the case (design §9.5).
    expect(runningRules(signed)).toEqual(expect.arrayContaining(['DL-020', 'DL-046', 'DL-049']));
    expect([await status('welfareHome'), await status('policeStation')]).toEqual([200, 404]);
    const reviewed = await act(
      'welfareHome',
      'review-placement',
      body.review({ ...VOICE, nextReviewOn: body.day(80) }),
    );
    expect(runningRules(reviewed)).toContain('DL-049');
  });

  it('is followed up, and stays out of the archive while the child lives in the home', async () => {
    await app.advanceTo(new Date(app.now().getTime() + 6 * DAY_MS));
    const followed = await act('station', 'record-follow-up', { ...followUpBody(app), ...VOICE });
    expect([followed.phase, followed.followUpPlan?.left]).toEqual(['follow_up', 5]);
    const early = await refused('intake', 'archive', { retention: 'permanent', documents: ['判决书'] });
    expect([early.status, early.detail]).toEqual([409, '孩子还在安置中，不能归档。']);
    const answer = await client.intake.ok<Report>(`/reports/${reportId}/actions/feedback`, {
      stage: 'result',
      text: '已依法办结，感谢您及时报告。',
    });
    expect(answer.state).toBe('closed');
    expect(await status('otherStation')).toBe(404);
  });
});
