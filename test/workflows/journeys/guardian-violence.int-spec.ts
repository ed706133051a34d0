import { agencyOf, careBodies, type CareView, refusalOf } from '../../support/care';
import { openCase, type Page, planBody } from '../../support/journey';
import {
  closingBody,
  finishOrders,
  followUpBody,
  type LifeView,
  runningRules,
  screenBody,
  villageWorker,
} from '../../support/lifecycle';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

type View = CareView &
  LifeView & {
    readonly conferences: readonly { participants: readonly { id: string }[] }[] | null;
  };

/** 监护人伤害 (domain §3.3, §4.3): from the teacher's report to the archive, and what is refused on the way. */
describe('a child hurt by its father', () => {
  let app: TestApp;
  let body: ReturnType<typeof careBodies>;
  let intake: Client;
  let station: Client;
  let director: Client;
  let civil: Client;
  let shelter: Client;
  let caseId: string;
  let reportId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    body = careBodies(app);
    ({ caseId, reportId, intake } = await openCase(app, { triage: { urgency: 'U1' } }));
    station = await app.as('station');
    director = await app.as('director');
    civil = await app.as('civil');
    shelter = await app.as('shelter');
    await intake.ok(`/cases/${caseId}/actions/assign`, await villageWorker(intake));
  }, 60_000);
  afterAll(() => app.stop());

  const act = (client: Client, action: string, dto: unknown = {}): Promise<View> =>
    client.ok<View>(`/cases/${caseId}/actions/${action}`, dto);
  const refused = (client: Client, action: string, dto: unknown = {}) =>
    refusalOf(client, caseId, action, dto);
  const file = (client: Client): Promise<View> => client.read<View>(`/cases/${caseId}`);

  it('is taken away by the police: an emergency opens by itself, and five working days run (24号11, 13)', async () => {
    const taken = await act(station, 'record-handover', body.handover());
    expect(
      taken.stages.find(({ stage, closedAt }) => stage === 'emergency' && closedAt === null),
    ).toBeDefined();
    expect(taken.timeline?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['已登记护送交接', '已启动应急处置']),
    );
    expect(runningRules(taken)).toEqual(expect.arrayContaining(['DL-012', 'DL-042']));
  });

  it('sees a doctor before it is placed anywhere (24号12)', async () => {
    await act(director, 'record-safety-check', body.safetyCheck({ medicalNeeded: true }));
    await act(civil, 'decide-custody', body.custody());
    const shelterId = await agencyOf(civil, 'shelter');
    expect((await refused(civil, 'place-child', body.shelter(shelterId))).detail).toContain('先医后置');
    expect((await refused(station, 'end-emergency', { outcome: '先结束' })).detail).toContain('就医');
    await act(station, 'record-medical', body.medical());
    expect((await refused(station, 'end-emergency', { outcome: '先结束' })).detail).toContain('安置');
    await act(civil, 'place-child', body.shelter(shelterId));
    await act(station, 'end-emergency', { outcome: '孩子已安置。' });
    expect(runningRules(await file(civil))).toEqual(expect.arrayContaining(['DL-012', 'DL-014', 'DL-049']));
  });

  it('is where the village does not know, and the shelter does', async () => {
    const seen = await file(director);
    expect(seen.placements?.[0]).toMatchObject({ state: 'open', place: null });
    expect(seen.handovers?.[0]).toMatchObject({ place: null, receivedBy: null, toPartyName: null });
    expect(seen.medicalRecords?.[0]).toMatchObject({ hospital: null, diagnosis: '软组织挫伤，无骨折' });
    expect(JSON.stringify({ ...seen, workOrders: null })).not.toMatch(/安康路|急诊科|沈安/);
    expect((await file(shelter)).placements?.[0]?.place?.address).toContain('安康路');
  });

  it('stands on the list of children in care, for whom it concerns', async () => {
    interface Item {
      caseId: string;
      childName: string | null;
      agencyName: string | null;
      custodyDays: number | null;
      custodyBand: number | null;
      reviewOverdue: boolean;
    }
    const list = async (client: Client, filter = ''): Promise<Item[]> =>
      (await client.read<Page<Item>>(`/placements?${filter}`)).data as Item[];
    expect(await list(shelter, 'filter[agency]=mine')).toEqual([
      expect.objectContaining({
        caseId,
        agencyName: '平新县未成年人救助保护中心',
        custodyDays: 0,
        custodyBand: null,
      }),
    ]);
    expect(await list(civil, 'filter[band]=180')).toEqual([]);
    expect(await list(civil, 'filter[review]=week')).toEqual([]);
    expect((await list(intake))[0]?.childName).toMatch(/^禾\*/);
    expect((await director.get('/placements')).status).toBe(403);
    const home = await shelter.read<{ cards: { key: string; count: number }[] }>('/home');
    expect(home.cards.find(({ key }) => key === 'care-mine')?.count).toBe(1);
  });

  it('stays while the police report, the father is taught, and the case is assessed (24号13, 18)', async () => {
    await app.advanceTo('2026-09-18T10:00:00+08:00');
    await act(shelter, 'record-police-report', body.policeReport({ outcome: 'ADMINISTRATIVE' }));
    await act(station, 'assess', await screenBody(station));
    const planned = await act(station, 'make-plan', planBody());
    await act(station, 'record-guidance', {
      heldOn: body.day(),
      minutes: 40,
      method: 'home',
      topic: '怎样不打骂',
      guardianResponse: '愿意改。',
      serviceId: planned.services?.[0]?.id,
    });
    await act(station, 'complete-service', { serviceId: planned.services?.[0]?.id, result: '完成4次指导。' });
    await app.advanceTo('2026-10-08T10:00:00+08:00');
    await act(shelter, 'review-placement', body.review());
  });

  it('does not go home before a conference said so (24号19)', async () => {
    for (const [action, dto] of [
      ['notify-return', body.notifyReturn()],
      ['return-home', body.returnHome()],
    ] as const)
      expect(await refused(shelter, action, dto)).toMatchObject({
        status: 409,
        detail: expect.stringContaining('会商结论') as string,
      });
    expect(
      (
        await refused(intake, 'end-placement', {
          reason: 'PARENT_RELEASED',
          endedOn: body.day(),
          note: '接走',
          childOpinion: '不',
        })
      ).fields,
    ).toEqual(['reason']);
  });

  it('goes home after a conference, a notice and a promise; care ends with it', async () => {
    await act(civil, 'convene-conference', {
      reason: '孩子能否送回。',
      meetsAt: '2026-10-12T10:00:00+08:00',
      place: '民政局会议室',
      participants: [{ agencyId: await agencyOf(civil, 'justice') }],
    });
    await app.advanceTo('2026-10-12T15:00:00+08:00');
    const seats = (await file(civil)).conferences?.[0]?.participants ?? [];
    await act(civil, 'conclude-conference', {
      heldAt: '2026-10-12T10:00:00+08:00',
      opinions: seats.map(({ id }) => ({ participantId: id, present: true, opinion: '同意送回。' })),
      facts: '父亲已戒酒，接受了家庭教育指导。',
      conclusion: 'return',
      dangerRemoved: true,
      guardianAble: true,
      explanation: '危险已消除，监护人能够履职。',
      confidentiality: '参会人员保密。',
      childOpinion: '想回家看看。',
      tasks: [],
    });
    expect((await refused(shelter, 'return-home', body.returnHome())).detail).toContain('先通知');
    const notified = await act(civil, 'notify-return', body.notifyReturn());
    expect(runningRules(notified)).toContain('DL-013');
    await app.advanceTo('2026-10-14T09:00:00+08:00');
    await act(shelter, 'return-home', body.returnHome());
    const home = await file(civil);
    expect(home.placements?.[0]).toMatchObject({ state: 'ended', endReasonName: '送回监护人' });
    expect(home.custodies?.[0]).toMatchObject({ state: 'ended', endReasonName: '送回监护人', days: 29 });
    expect(home.handovers?.at(-1)).toMatchObject({ commitment: '保证不再打孩子，接受回访。' });
    const running = runningRules(home);
    for (const rule of ['DL-012', 'DL-013', 'DL-014']) expect(running).not.toContain(rule);
    expect(running).toContain('DL-046');
    // A day for its papers (D), and no longer.
    expect((await shelter.get(`/cases/${caseId}`)).status).toBe(200);
    await app.advanceTo('2026-10-15T09:00:01+08:00');
    expect((await shelter.get(`/cases/${caseId}`)).status).toBe(404);
  });

  it('is visited after seven days, then after thirty (DL-046)', async () => {
    await app.advanceTo('2026-10-20T09:00:00+08:00');
    const items = Object.fromEntries(
      ['LIVING', 'CARE', 'SCHOOLING', 'HEALTH', 'MIND', 'SAFETY', 'HOUSING', 'SOCIAL'].map((code) => [
        code,
        { rating: 'normal' },
      ]),
    );
    const visit = {
      visitType: 'FOLLOW_UP',
      visitedAt: app.now().toISOString(),
      seenChild: true,
      spokeAlone: true,
      guardianPresent: false,
      items,
    };
    const seen = await act(director, 'record-visit', visit);
    const after = (seen.deadlines ?? []).filter(({ ruleId }) => ruleId === 'DL-046');
    expect(after.map(({ state, dueAt }) => [state, dueAt.slice(0, 10)])).toEqual([
      ['running', '2026-11-19'],
      ['done', '2026-10-21'],
    ]);
  });

  it('is closed up the line, and one follow-up clock goes on', async () => {
    await finishOrders(app, intake, caseId);
    await intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'triage',
      text: '正在办理。',
    });
    await act(director, 'request-closing', closingBody());
    await act(station, 'endorse-closing');
    const closed = await act(civil, 'sign-closing');
    expect(closed.phase).toBe('closed');
    expect(runningRules(closed)).toEqual(['DL-046']);
    await intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'result',
      text: '孩子已安全回家。',
    });
  });

  it('is followed up six times, and then rests in the archive', async () => {
    for (const days of [6, 29, 89, 89, 89, 89]) {
      await app.advanceTo(new Date(app.now().getTime() + days * 86_400_000));
      await act(director, 'record-follow-up', followUpBody(app));
    }
    const archived = await act(intake, 'archive', {
      retention: 'long_term',
      documents: ['护送交接书', '临时监护决定书'],
    });
    expect(archived.phase).toBe('archived');
    expect(runningRules(archived)).toEqual([]);
  }, 180_000);
});
