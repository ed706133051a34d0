import { type CaseView, openCase, type Page, planBody, VILLAGE } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';
import { soundCaseworkBodies } from '../api-bodies';

interface Plan {
  readonly state: string;
  readonly decisionNote: string | null;
  readonly decidedByName: string | null;
}
interface PlanCase extends CaseView {
  readonly plans: readonly Plan[];
  readonly services: readonly { id: string; state: string; provider: string; result: string | null }[];
  readonly planReviews: readonly { decision: string; progress: readonly { rating: string }[] }[];
  readonly guidance: readonly { minutes: number; methodName: string; topic: string }[];
}
interface Refusal {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}

/** A busy machine is no failure. */
jest.setTimeout(30_000);

/** A plan goes up the line, is carried out service by service, and is looked at again (D15, D22, DL-049). */
describe('plans and services', () => {
  let app: TestApp;
  let station: Client;
  let director: Client;
  let caseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    ({ caseId } = await openCase(app, { triage: { urgency: 'U2' } }));
    station = await app.as('station');
    director = await app.as('director');
    const { agencies, users } = await station.read<{
      agencies: { id: string; kind: string; regionCode: string }[];
      users: { id: string; agencyId: string }[];
    }>('/reference');
    const village = agencies.find(({ kind, regionCode }) => kind === 'village' && regionCode === VILLAGE);
    const worker = users.find(({ agencyId }) => agencyId === village?.id);
    await station.ok(`/cases/${caseId}/actions/assign`, { agencyId: village?.id, userId: worker?.id });
    await act(director, 'assess', (await soundCaseworkBodies(director)).Assessments_assess);
    await app.drain();
  }, 60_000);
  afterAll(() => app.stop());

  const act = (client: Client, action: string, body: unknown = {}): Promise<PlanCase> =>
    client.ok<PlanCase>(`/cases/${caseId}/actions/${action}`, body);
  const refused = async (client: Client, action: string, body: unknown = {}) => {
    const { status, body: problem } = await client.post<Refusal>(`/cases/${caseId}/actions/${action}`, body);
    return { status, ...problem };
  };
  const clocks = ({ deadlines }: PlanCase): string[] =>
    (deadlines ?? []).filter(({ state }) => state === 'running').map(({ ruleId }) => ruleId);
  const stages = ({ stages: all }: PlanCase): string[] =>
    all.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage);

  it('of a village wait for the township: no service begins, no stage changes, the leaders hear of it', async () => {
    const drafted = await act(director, 'make-plan', planBody());
    expect(drafted.plans.map(({ state }) => state)).toEqual(['proposed']);
    expect(drafted.services.map(({ state }) => state)).toEqual(['draft']);
    expect(stages(drafted)).toEqual(['assessment']);
    expect(clocks(drafted)).not.toContain('DL-049');
    const early = await refused(director, 'complete-service', {
      serviceId: drafted.services[0]?.id,
      result: '想早点完成',
    });
    expect([early.status, early.detail]).toEqual([409, expect.stringContaining('没有待完成')]);
    await app.drain();
    for (const client of [station, await app.as('intake')]) {
      const notices = await client.read<Page<{ title: string }>>('/notices');
      expect(notices.data.map(({ title }) => title)).toContain('有一份帮扶方案待审核');
    }
  });

  it('are approved by no village', async () => {
    expect((await refused(director, 'approve-plan')).status).toBe(403);
  });

  it('come back with what is to be changed', async () => {
    expect((await refused(station, 'return-plan')).status).toBe(422);
    const back = await act(station, 'return-plan', { reason: '请补充心理支持' });
    expect(back.plans).toEqual([
      expect.objectContaining({ state: 'returned', decisionNote: '请补充心理支持', decidedByName: '柳慧' }),
    ]);
    expect(back.services.map(({ state }) => state)).toEqual(['dropped']);
    expect((await refused(station, 'approve-plan')).detail).toContain('没有待审核');
    await app.drain();
    const notices = await director.read<Page<{ title: string }>>('/notices');
    expect(notices.data.map(({ title }) => title)).toContain('帮扶方案被退回，请修改');
  });

  it('begin with the approval', async () => {
    const { agencies } = await station.read<{ agencies: { id: string; kind: string; name: string }[] }>(
      '/reference',
    );
    const women = agencies.find(({ kind }) => kind === 'women_federation');
    const unknown = await refused(director, 'make-plan', {
      ...planBody(),
      services: [{ supportType: 'PSYCHOLOGY', dueOn: '2026-11-01' }],
    });
    expect(unknown.errors['services.0.provider']?.[0]).toContain('请选择提供服务的单位');
    await act(director, 'make-plan', {
      ...planBody(),
      services: [
        { supportType: 'GUARDIAN_SUPPORT', providerAgencyId: women?.id, dueOn: '2026-11-01' },
        { supportType: 'PSYCHOLOGY', provider: '县医院心理科', dueOn: '2026-11-01' },
      ],
    });
    const approved = await act(station, 'approve-plan', { note: '同意，按方案执行' });
    expect(approved.plans.map(({ state }) => state)).toEqual(['returned', 'approved']);
    expect(stages(approved)).toEqual(['assistance']);
    expect(clocks(approved)).toContain('DL-049');
    expect(open(approved).map(({ state, provider }) => [state, provider])).toEqual([
      ['planned', women?.name],
      ['planned', '县医院心理科'],
    ]);
  });

  it('guidance to the family is a record of its own and begins its service', async () => {
    const [service] = open(await director.read<PlanCase>(`/cases/${caseId}`));
    const tomorrow = await refused(director, 'record-guidance', { ...guidance(), heldOn: '2026-09-16' });
    expect(Object.keys(tomorrow.errors)).toEqual(['heldOn']);
    const recorded = await act(director, 'record-guidance', { ...guidance(), serviceId: service?.id });
    expect(recorded.guidance).toEqual([
      expect.objectContaining({ minutes: 40, methodName: '入户面对面', topic: '怎样不打骂' }),
    ]);
    expect(recorded.services.find(({ id }) => id === service?.id)?.state).toBe('ongoing');
    const [row] = await app.owner.query<{ minutes: number; body: Buffer }[]>('SELECT * FROM guidance_record');
    expect(row?.body.toString('utf8')).not.toContain('打骂');
  });

  it('an agency that holds one order of the case records guidance, and reads nothing of the rest', async () => {
    const women = await app.as('women');
    const [order] = (await women.read<Page<{ id: string }>>(`/work-orders?filter[caseId]=${caseId}`)).data;
    expect(order).toBeDefined();
    const seen = await act(women, 'record-guidance', { ...guidance(), topic: '怎样陪孩子写作业' });
    expect([seen.guidance, seen.plans, seen.services]).toEqual([null, null, null]);
    expect(seen.allowedActions.map(({ action }) => action)).toEqual(['record-guidance', 'issue-measure']);
    const [service] = open(await director.read<PlanCase>(`/cases/${caseId}`));
    const guessed = await refused(women, 'record-guidance', { ...guidance(), serviceId: service?.id });
    expect(Object.keys(guessed.errors)).toEqual(['serviceId']);
    const { guidance: records } = await station.read<PlanCase>(`/cases/${caseId}`);
    expect(records.map(({ topic }) => topic)).toContain('怎样陪孩子写作业');
    expect((await refused(await app.as('otherStation'), 'record-guidance', guidance())).status).toBe(404);
  });

  it('begin, end and fall away one by one', async () => {
    const [guided, other] = open(await director.read<PlanCase>(`/cases/${caseId}`));
    expect((await act(director, 'start-service', { serviceId: other?.id })).services).toContainEqual(
      expect.objectContaining({ id: other?.id, state: 'ongoing' }),
    );
    const again = await refused(director, 'start-service', { serviceId: other?.id });
    expect([again.status, again.detail]).toEqual([409, expect.stringContaining('没有待开始')]);
    const closing = await refused(station, 'request-closing', {});
    expect(closing.status).toBe(422);
    expect(
      (await refused(director, 'cancel-service', { serviceId: other?.id, reason: '不办了' })).status,
    ).toBe(403);
    const cancelled = await act(station, 'cancel-service', { serviceId: other?.id, reason: '孩子不愿意去' });
    expect(cancelled.services).toContainEqual(
      expect.objectContaining({ id: other?.id, state: 'cancelled', result: '孩子不愿意去' }),
    );
    expect(open(cancelled).map(({ id }) => id)).toEqual([guided?.id]);
  });

  it('are reviewed after 90 days at the latest, service by service, and the next review is clocked', async () => {
    const before = await station.read<PlanCase>(`/cases/${caseId}`);
    const dueAt = before.deadlines?.find(
      ({ ruleId, state }) => ruleId === 'DL-049' && state === 'running',
    )?.dueAt;
    expect(dueAt).toBe('2026-12-14T15:59:59.999Z');
    await app.advanceTo('2026-12-10T10:00:00+08:00');
    const [service] = open(before);
    const sound = {
      decision: 'escalate',
      progress: { [service?.id ?? '']: { rating: 'none', note: '监护人一直不来' } },
      changes: '监护人又开始酗酒',
      reason: '指导没有用，需要进一步措施',
      childOpinion: '想住在奶奶家',
    };
    const blind = await refused(station, 'review-plan', { ...sound, progress: {} });
    expect(Object.keys(blind.errors)).toEqual([`progress.${service?.id}.rating`]);
    expect((await refused(director, 'review-plan', sound)).status).toBe(403);
    const reviewed = await act(station, 'review-plan', sound);
    expect(reviewed.planReviews).toEqual([
      expect.objectContaining({
        decision: 'escalate',
        progress: [expect.objectContaining({ rating: 'none' })],
      }),
    ]);
    const reviews = (reviewed.deadlines ?? []).filter(({ ruleId }) => ruleId === 'DL-049');
    expect(reviews.map(({ state }) => state).sort()).toEqual(['done', 'running']);
    await app.drain();
    const notices = await (await app.as('civil')).read<Page<{ title: string }>>('/notices');
    expect(notices.data.map(({ title }) => title)).toContain('帮扶复核建议升级处置，请查看');
  });

  it('of a leader count at once and replace the one before', async () => {
    const made = await act(station, 'make-plan', {
      ...planBody(),
      goals: [{ goal: '安全', measures: '每周走访', owner: '柳慧', dueOn: '2027-02-01' }],
      reviewOn: '2027-01-10',
      services: [{ supportType: 'SHELTER', provider: '奶奶家', dueOn: '2027-01-01' }],
    });
    expect(made.plans.map(({ state }) => state)).toEqual(['returned', 'replaced', 'approved']);
  });

  const open = ({ services }: PlanCase) =>
    services.filter(({ state }) => state === 'planned' || state === 'ongoing');
  const guidance = () => ({
    heldOn: '2026-09-14',
    minutes: 40,
    method: 'home',
    topic: '怎样不打骂',
    guardianResponse: '愿意试试',
  });
});
