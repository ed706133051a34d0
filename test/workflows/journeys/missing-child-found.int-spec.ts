import { agencyOf, careBodies, type CareView, conferenceSays, refusalOf } from '../../support/care';
import {
  type Order,
  ordersOf,
  type Page,
  type Reference,
  type Report,
  reportBody,
  triageFrom,
} from '../../support/journey';
import {
  closeUpTheLine,
  finishOrders,
  followUpBody,
  type LifeView,
  runningRules,
  screenBody,
  villageWorker,
} from '../../support/lifecycle';
import { ALL_NORMAL } from '../../support/monitoring';
import { type Client, TestApp, type Who } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

type View = CareView & LifeView & { readonly urgency: string };
type Filed = Report & { readonly urgency: string; readonly policeRequired: boolean };

/**
 * 失踪 (MR7; domain §4.3 3.15): the police at once and no waiting for a day, an emergency until somebody saw the child; found, it
 * sees the doctor first, and goes home only when a conference says so.
 */
describe('a missing child, from the call to the follow-up', () => {
  let app: TestApp;
  let client: Readonly<Record<Who, Client>>;
  let body: ReturnType<typeof careBodies>;
  let reference: Reference;
  let reportId: string;
  let caseId: string;
  let orders: readonly Order[];

  beforeAll(async () => {
    // A Friday evening: nobody waits for Monday.
    app = await TestApp.start({ now: '2026-09-18T20:30:00+08:00' });
    body = careBodies(app);
    const people = [
      'teacher',
      'intake',
      'policeStation',
      'station',
      'otherStation',
      'director',
      'civil',
      'shelter',
      'xhIntake',
    ] as const;
    const made = await Promise.all(people.map(async (who) => [who, await app.as(who)] as const));
    client = Object.fromEntries(made) as Record<Who, Client>;
    reference = await client.intake.read<Reference>('/reference');
  }, 90_000);
  afterAll(() => app.stop());

  const kindOf = ({ agencyId }: Pick<Order, 'agencyId'>): string =>
    reference.agencies.find(({ id }) => id === agencyId)?.kind ?? '';
  const act = (who: Who, action: string, dto: unknown = {}): Promise<View> =>
    client[who].ok<View>(`/cases/${caseId}/actions/${action}`, dto);
  const refused = (who: Who, action: string, dto: unknown = {}) =>
    refusalOf(client[who], caseId, action, dto);
  const file = (who: Who): Promise<View> => client[who].read<View>(`/cases/${caseId}`);
  const stages = (view: View): string[] =>
    view.stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage);
  const dueIn = (view: View, rule: string): number => {
    const clock = view.deadlines?.find(({ ruleId, state }) => ruleId === rule && state === 'running');
    return (Date.parse(clock?.dueAt ?? '') - app.now().getTime()) / 60_000;
  };

  it('is reported the same evening: U0, and a quarter of an hour to receive it', async () => {
    const filed = await client.teacher.ok<Filed>(
      '/reports',
      reportBody({
        situations: ['MR7'],
        facts: '放学后没有回家，到晚上八点电话和亲友家都找不到。',
        suspects: [],
        exclusionHints: [],
        policeToldAt: undefined,
      }),
    );
    reportId = filed.id;
    expect([filed.urgency, filed.policeRequired]).toEqual(['U0', true]);
    const seen = await client.intake.read<Report>(`/reports/${reportId}`);
    const [clock] = seen.deadlines.filter(({ state }) => state === 'running');
    expect([clock?.ruleId, Date.parse(clock?.dueAt ?? '') - app.now().getTime() <= 15 * 60_000]).toEqual([
      'DL-051',
      true,
    ]);
  });

  it('leaves the desk by no road before the police were called and the call is on record', async () => {
    await client.intake.ok(`/reports/${reportId}/actions/receive`);
    const proposal = await client.intake.read<Record<string, unknown>>(
      `/reports/${reportId}/triage-proposal`,
    );
    const triage = triageFrom(proposal, { summary: '一名儿童失踪，请立即协助查找。' });
    const early = await client.intake.post<{ errors: Record<string, string[]> }>(
      `/reports/${reportId}/actions/triage`,
      triage,
    );
    expect([early.status, Object.keys(early.body.errors)]).toEqual([422, ['policeToldAt']]);
    const away = await client.intake.post<{ detail: string }>(`/reports/${reportId}/actions/transfer-out`, {
      receiver: '邻县',
      reason: '可能去了邻县',
    });
    expect([away.status, away.body.detail]).toEqual([409, expect.stringContaining('110')]);
    await client.intake.ok(`/reports/${reportId}/actions/record-police`, {
      toldAt: app.now().toISOString(),
      receiptNo: '110-20260918-0107',
    });
    const report = await client.intake.ok<Report>(`/reports/${reportId}/actions/triage`, triage);
    caseId = report.cases?.[0]?.id ?? '';
    orders = await ordersOf(client.intake, caseId);
  });

  it('is led by the police, who cannot send it back; nobody is asked to find a guardian that is not missing', () => {
    const kinds = orders.map(kindOf);
    expect(orders.filter(({ role }) => role === 'lead').map(kindOf)).toEqual(['police']);
    expect(kinds).toEqual(expect.arrayContaining(['police', 'health', 'township', 'school']));
    for (const kind of ['civil_affairs', 'shelter', 'village', 'procuratorate'])
      expect(kinds).not.toContain(kind);
  });

  it('is an emergency with the shortest clocks, and stays one while nobody has seen the child', async () => {
    const lead = orders.find(({ role }) => role === 'lead');
    const back = await client.policeStation.post<{ detail: string }>(
      `/work-orders/${lead?.id}/actions/return`,
      {
        reasonCode: 'NOT_OUR_AREA',
        note: '孩子可能去了邻县。',
      },
    );
    expect([back.status, back.body.detail]).toEqual([409, expect.stringContaining('不能退回')]);
    await client.policeStation.ok(`/work-orders/${lead?.id}/actions/accept`);
    await client.policeStation.ok(`/work-orders/${lead?.id}/actions/add-progress`, {
      progress: '正在调取沿途监控。',
    });
    const opened = await file('station');
    expect([opened.urgency, stages(opened)]).toEqual(['U0', ['emergency']]);
    expect(dueIn(opened, 'DL-042')).toBeLessThanOrEqual(120);
    const early = await refused('station', 'end-emergency', { outcome: '可能去了外婆家。' });
    expect([early.status, early.detail]).toEqual([409, '还没有安全核查，请先见到孩子。']);
    const hoped = await refused('station', 'record-safety-check', {
      ...body.safetyCheck({ seenChild: false, spokeAlone: false, decision: 'safe' }),
    });
    expect([hoped.status, hoped.fields]).toEqual([422, ['decision']]);
    const searched = await act('station', 'record-safety-check', {
      ...body.safetyCheck({ seenChild: false, spokeAlone: false, personsSeen: '祖母' }),
    });
    // Looking for a child is not seeing it.
    expect(runningRules(searched)).toContain('DL-042');
    const rest = { reason: 'LOST_CONTACT', nextCheckOn: body.day(10), note: '还没有找到。' };
    const stopped = await refused('station', 'suspend', rest);
    expect([stopped.status, stopped.detail]).toEqual([409, '应急处置没有结束，不能中止。']);
  });

  it('runs at the police by the clocks of the criminal procedure, stopped by the filing of the same night', async () => {
    const step = (kind: string, at: string): Promise<View> =>
      act('policeStation', 'record-proceeding', { kind, happenedAt: at });
    await step('criminal-accepted', app.now().toISOString());
    expect(runningRules(await file('intake'))).toContain('DL-003');
    await app.advanceTo('2026-09-18T23:10:00+08:00');
    await step('criminal-filed', app.now().toISOString());
    expect(runningRules(await file('intake'))).not.toContain('DL-003');
    // Nobody came within two hours: it is on record that the clock rang.
    const late = (await file('intake')).deadlines?.find(({ ruleId }) => ruleId === 'DL-042');
    expect([late?.state, late?.overdue]).toEqual(['running', true]);
  });

  it('is found the next morning and handed over; the police owe their account of it (DL-012)', async () => {
    await app.advanceTo('2026-09-19T07:20:00+08:00');
    const found = await act(
      'station',
      'record-handover',
      body.handover({ reason: '在汽车站找到，孩子说怕挨打。' }),
    );
    expect(runningRules(found)).toContain('DL-012');
    const seen = await act(
      'station',
      'record-safety-check',
      body.safetyCheck({ medicalNeeded: true, childOpinion: '不敢回家。' }),
    );
    expect(runningRules(seen)).not.toContain('DL-042');
    expect(seen.deadlines?.find(({ ruleId }) => ruleId === 'DL-042')?.state).toBe('done');
  });

  it('sees the doctor before it is placed, and is placed where the village does not know', async () => {
    await act('intake', 'assign', await villageWorker(client.intake));
    const shelter = body.shelter(await agencyOf(client.civil, 'shelter'));
    const unfounded = await refused('civil', 'decide-custody', body.custody({ reasons: [] }));
    expect([unfounded.status, unfounded.fields]).toEqual([422, ['reasons']]);
    await act('civil', 'decide-custody', body.custody({ reasons: ['TC6'] }));
    const first = await refused('civil', 'place-child', shelter);
    expect([first.status, first.detail]).toEqual([409, expect.stringContaining('先医后置')]);
    const unplaced = await refused('station', 'end-emergency', { outcome: '已找到。' });
    expect([unplaced.status, unplaced.detail]).toEqual([409, expect.stringContaining('就医')]);
    await act(
      'station',
      'record-medical',
      body.medical({ kind: 'CHECKUP', diagnosis: '轻度脱水，无其他伤。' }),
    );
    await act('civil', 'place-child', shelter);
    const ended = await act('station', 'end-emergency', { outcome: '孩子已找到并安置。' });
    expect([stages(ended), runningRules(ended)]).toEqual([
      ['assessment'],
      expect.arrayContaining(['DL-012', 'DL-014', 'DL-043', 'DL-045', 'DL-049']),
    ]);
    const village = await file('director');
    expect([village.placements?.[0]?.place, JSON.stringify(village).includes('安康路')]).toEqual([
      null,
      false,
    ]);
    expect((await file('shelter')).placements?.[0]?.place?.address).toContain('安康路');
    for (const who of ['otherStation', 'xhIntake'] as const)
      expect([who, (await client[who].get(`/cases/${caseId}`)).status]).toEqual([who, 404]);
  });

  it('is not given back to its parents because they ask: no conclusion, no return', async () => {
    await app.advanceTo('2026-09-24T10:00:00+08:00');
    const told = await act('shelter', 'record-police-report', body.policeReport());
    expect(runningRules(told)).not.toContain('DL-012');
    for (const action of ['notify-return', 'return-home'] as const) {
      const dto = action === 'notify-return' ? body.notifyReturn() : body.returnHome();
      const early = await refused('shelter', action, dto);
      expect([action, early.status, early.detail]).toEqual([
        action,
        409,
        expect.stringContaining('会商结论'),
      ]);
    }
    const around = { reason: 'PARENT_FOUND', endedOn: body.day(), note: '父亲来接。', childOpinion: '怕。' };
    const exit = await refused('civil', 'end-placement', around);
    expect([exit.status, exit.fields]).toEqual([422, ['reason']]);
    const other = await refused('station', 'record-handover', body.handover({ toParty: 'OTHER_GUARDIAN' }));
    expect([other.status, other.fields]).toEqual([422, ['toParty']]);
    await act('station', 'assess', await screenBody(client.station));
  });

  it('goes home after a conference, a notice and a signed hand-over; care and its clocks end', async () => {
    await app.advanceTo('2026-10-12T10:00:00+08:00');
    await act('shelter', 'review-placement', body.review());
    const unsafe = await refused('civil', 'return-home', body.returnHome());
    expect(unsafe.status).toBe(409);
    await conferenceSays(app, client.civil, caseId, {
      kinds: ['police', 'school'],
      conclusion: 'return',
      dangerRemoved: true,
      guardianAble: true,
    });
    const notified = await act('civil', 'notify-return', body.notifyReturn());
    expect(runningRules(notified)).toContain('DL-013');
    await app.advanceTo('2026-10-13T16:00:00+08:00');
    await act('shelter', 'return-home', body.returnHome());
    const home = await file('civil');
    expect([home.placements?.[0]?.endReasonName, home.custodies?.[0]?.state]).toEqual([
      '送回监护人',
      'ended',
    ]);
    for (const rule of ['DL-013', 'DL-014']) expect(runningRules(home)).not.toContain(rule);
    expect(runningRules(home)).toContain('DL-046');
  });

  it('is visited, closed up the line, followed up; who helped for a while sees it no more', async () => {
    await app.advanceTo('2026-10-19T16:00:00+08:00');
    const visited = await act('director', 'record-visit', {
      visitType: 'FOLLOW_UP',
      visitedAt: app.now().toISOString(),
      seenChild: true,
      spokeAlone: true,
      guardianPresent: true,
      items: ALL_NORMAL,
    });
    expect(
      visited.deadlines
        ?.filter(({ ruleId }) => ruleId === 'DL-046')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['done', 'running']);
    await finishOrders(app, client.intake, caseId);
    const [lead] = (await ordersOf(client.intake, caseId)).filter(({ role }) => role === 'lead');
    await client.policeStation.ok(`/work-orders/${lead?.id}/actions/finish`, {
      reply: '孩子已找到，查明系自行离家。',
    });
    await client.intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'triage',
      text: '孩子已经找到。',
    });
    const closed = await closeUpTheLine(app, caseId);
    expect([closed.phase, runningRules(closed)]).toEqual(['closed', ['DL-046']]);
    const followed = await act('director', 'record-follow-up', followUpBody(app));
    expect([followed.phase, followed.followUpPlan?.left]).toEqual(['follow_up', 5]);
    for (const who of ['policeStation', 'shelter'] as const)
      expect([who, (await client[who].get(`/cases/${caseId}`)).status]).toEqual([who, 404]);
    const answer = await client.teacher.read<Report>(`/reports/${reportId}`);
    expect([answer.cases, JSON.stringify(answer).includes('安置')]).toEqual([null, false]);
    expect((await client.xhIntake.read<Page<unknown>>('/cases')).data).toEqual([]);
  });
});
