import { type CaseView, openCase, type Reference } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Step {
  readonly id: string;
  readonly kind: string;
  readonly organName: string;
  readonly onBehalf: boolean;
  readonly number: string | null;
  readonly waitsFor: readonly string[];
}
type Clock = NonNullable<CaseView['deadlines']>[number] & {
  readonly name: string;
  readonly startAt: string;
  readonly manner: string;
  readonly ownerName: string;
};
type View = Omit<CaseView, 'deadlines'> & {
  readonly proceedings: readonly Step[] | null;
  readonly deadlines: readonly Clock[] | null;
};
interface Problem {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}
const endOf = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();

/**
 * Steps of organs and the clocks of the law, counted over 国庆 2026: 1–7 October are holidays, Saturday the 10th is worked.
 * One case, so that the clocks of different organs run side by side.
 */
describe('legal proceedings of a case', () => {
  let app: TestApp;
  let intake: Client;
  let police: Client;
  let caseId: string;
  let agencies: Reference['agencies'];

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-30T10:00:00+08:00' });
    ({ caseId, intake } = await openCase(app));
    police = await app.as('policeStation');
    ({ agencies } = await intake.read<Reference>('/reference'));
  }, 60_000);
  afterAll(() => app.stop());

  const post = <T = View>(client: Client, kind: string, form: object = {}) =>
    client.post<T>(`/cases/${caseId}/actions/record-proceeding`, {
      kind,
      happenedAt: app.now().toISOString(),
      ...form,
    });
  const desk = (kind: string, form: object = {}) => post(intake, kind, { person: '对方值班员', ...form });
  const clocks = async (rule: string): Promise<Clock[]> =>
    ((await intake.read<View>(`/cases/${caseId}`)).deadlines ?? []).filter(({ ruleId }) => ruleId === rule);
  const running = async (rule: string): Promise<Clock[]> =>
    (await clocks(rule)).filter(({ state }) => state === 'running');

  it('are recorded by police with nothing but an order, who read their own steps and no others', async () => {
    const desks = await desk('reasons-demanded', { number: '高检2026-1' });
    expect(desks.status).toBe(200);
    const own = await post(police, 'criminal-accepted', { number: '平公（刑）受案字〔2026〕12号' });
    expect(own.status).toBe(200);
    expect(own.body.proceedings?.map(({ kind, onBehalf }) => [kind, onBehalf])).toEqual([
      ['criminal-accepted', false],
    ]);
    const all = (await intake.read<View>(`/cases/${caseId}`)).proceedings;
    expect(all?.map(({ kind, onBehalf }) => [kind, onBehalf]).sort()).toEqual([
      ['criminal-accepted', false],
      ['reasons-demanded', true],
    ]);
    const [row] = await app.owner.query<{ body: Buffer }[]>(
      `SELECT body FROM proceeding WHERE kind = 'criminal-accepted'`,
    );
    expect(row?.body.includes('受案字')).toBe(false);
  });

  it('let nobody else record, and no police step be the court’s', async () => {
    const station = await post<Problem>(await app.as('station'), 'criminal-filed');
    expect([station.status, station.body.errors.kind?.[0]]).toEqual([422, expect.stringContaining('代登记')]);
    expect((await post(await app.as('justice'), 'aid-decided')).status).toBe(403);
    const wrong = await post<Problem>(police, 'revocation-filed');
    expect([wrong.status, wrong.body.errors.kind?.[0]]).toEqual([422, expect.stringContaining('代登记')]);
    // A police office that holds no order does not even see the case.
    expect((await post(await app.as('police'), 'criminal-filed')).status).toBe(404);
    const kinds = await police.read<{ organKind: string }[]>('/proceeding-kinds');
    expect(new Set(kinds.map(({ organKind }) => organKind))).toEqual(new Set(['police']));
  });

  it('give the clock to the organ that holds an order, else to the desk; a court is asked, never late', async () => {
    expect((await running('DL-003'))[0]).toMatchObject({
      ownerName: '柳溪派出所',
      basisName: '法定时限',
      // Three days end on 3 October, a holiday: the first working day after 国庆 is Thursday the 8th.
      dueAt: endOf('2026-10-08'),
    });
    await desk('revocation-filed');
    expect((await running('DL-019'))[0]).toMatchObject({
      ownerName: '平新县未成年人保护受理中心',
      manner: 'asked',
      overdue: false,
      dueAt: endOf('2026-10-30'),
    });
  });

  it('count 3, 7 or 30 days from the same start (DL-003)', async () => {
    const unnamed = await post<Problem>(police, 'criminal-review-longer');
    expect([unnamed.status, Object.keys(unnamed.body.errors)]).toEqual([422, ['variant']]);
    await app.advanceTo('2026-10-08T10:00:00+08:00');
    await post(police, 'criminal-review-longer', { variant: '重大疑难复杂，经批准' });
    expect(await running('DL-003')).toEqual([
      expect.objectContaining({
        name: '刑事立案审查（重大疑难复杂，经批准）',
        dueAt: endOf('2026-10-30'),
      }),
    ]);
    await post(police, 'criminal-not-filed');
    expect(await running('DL-003')).toEqual([]);
  });

  it('lead from 不予立案 over its notice and 复议 to the decision (DL-004, DL-005, DL-006)', async () => {
    expect((await running('DL-004'))[0]?.dueAt).toBe(endOf('2026-10-12'));
    await post(police, 'not-filed-served');
    expect((await running('DL-005'))[0]).toMatchObject({ manner: 'right', dueAt: endOf('2026-10-15') });
    await post(police, 'reconsideration-asked');
    expect([await running('DL-004'), await running('DL-005')]).toEqual([[], []]);
    // Thirty days end on Saturday, 7 November.
    expect((await running('DL-006'))[0]?.dueAt).toBe(endOf('2026-11-09'));
    await post(police, 'reconsideration-longer');
    expect((await running('DL-006'))[0]).toMatchObject({
      name: '不予立案复议决定（延长）',
      dueAt: endOf('2026-12-09'),
    });
    await post(police, 'reconsideration-decided', { result: 'UPHELD' });
    expect(await running('DL-006')).toEqual([]);
  });

  it.each<[string, string, string, string, object?]>([
    ['DL-002', 'police-not-own', 'police-transferred', '2026-10-09T02:00:00.000Z'],
    ['DL-007', 'referral-received', 'criminal-filed', endOf('2026-10-12')],
    ['DL-008', '', 'reasons-given', endOf('2026-10-08')],
    ['DL-009', 'filing-ordered', 'criminal-filed', endOf('2026-10-23')],
    ['DL-010', 'public-order-accepted', 'public-order-closed', endOf('2026-11-09'), { result: 'WARNING' }],
    ['DL-019', '', 'revocation-judged', endOf('2026-10-30'), { result: 'GRANTED' }],
    [
      'DL-019b',
      'adoption-announced',
      'adoption-announcement-ended',
      endOf('2026-12-07'),
      { result: 'NOBODY' },
    ],
    ['DL-026', 'bullying-inquiry', 'bullying-decided', endOf('2026-10-19'), { result: 'SEVERE' }],
    ['DL-027', 'bullying-appealed', 'bullying-reviewed', endOf('2026-10-23'), { result: 'UPHELD' }],
    ['DL-030', 'orphan-received', 'orphan-decided', endOf('2026-10-28'), { result: 'RECOGNISED' }],
    ['DL-031', 'parents-search', 'parents-search-ended', endOf('2027-04-08'), { result: 'NOT_FOUND' }],
  ])('%s starts with %s and stops with %s', async (rule, start, stop, dueAt, form = {}) => {
    const happenedAt = '2026-10-08T10:00:00+08:00';
    if (start !== '') expect((await desk(start, { happenedAt })).status).toBe(200);
    expect((await running(rule)).map((clock) => clock.dueAt)).toEqual([dueAt]);
    expect((await desk(stop, form)).status).toBe(200);
    expect(await running(rule)).toEqual([]);
  });

  it('count an incomplete referral and an extended 治安案件 anew (DL-007, DL-010)', async () => {
    await desk('referral-received');
    await desk('referral-incomplete');
    expect((await running('DL-007'))[0]?.name).toBe('行政机关移送案件审查（补充材料）');
    await desk('referral-completed');
    expect((await running('DL-007'))[0]?.name).toBe('行政机关移送案件审查');
    await desk('public-order-accepted');
    await desk('public-order-longer');
    expect((await running('DL-010'))[0]).toMatchObject({ dueAt: endOf('2026-12-09') });
    const nothing = await post<Problem>(intake, 'reconsideration-longer', { person: '某人' });
    expect([nothing.status, nothing.body.errors.kind?.[0]]).toEqual([
      422,
      expect.stringContaining('不能延长'),
    ]);
  });

  it('ask the unit a 检察建议 is addressed to for its answer in a month (DL-011)', async () => {
    const education = agencies.find(({ kind }) => kind === 'education');
    await desk('procuratorial-advice', { addresseeAgencyId: education?.id });
    expect((await running('DL-011'))[0]).toMatchObject({
      ownerName: education?.name,
      dueAt: endOf('2026-11-09'),
    });
    await desk('advice-answered');
    expect(await running('DL-011')).toEqual([]);
  });

  it('lead a child nobody raises from its township to 民政, 15 working days each (DL-028, DL-029)', async () => {
    const station = await app.as('station');
    expect((await post(station, 'unattended-applied')).status).toBe(200);
    const [check] = await running('DL-028');
    expect(check).toMatchObject({ basisName: '法定时限', dueAt: endOf('2026-10-28') });
    const kinds = await station.read<{ kind: string }[]>('/proceeding-kinds');
    expect(kinds.map(({ kind }) => kind)).toEqual(['unattended-applied', 'unattended-checked']);
    const early = await post<Problem>(await app.as('civil'), 'unattended-decided', { result: 'MAYBE' });
    expect([early.status, Object.keys(early.body.errors)]).toEqual([422, ['result']]);
    await post(station, 'unattended-checked', { result: 'QUALIFIED' });
    expect(await running('DL-028')).toEqual([]);
    expect((await running('DL-029'))[0]).toMatchObject({ dueAt: endOf('2026-10-28') });
    await post(await app.as('civil'), 'unattended-decided', { result: 'CONFIRMED' });
    expect(await running('DL-029')).toEqual([]);
    await post(station, 'unattended-applied');
    await post(station, 'unattended-checked', { result: 'NOT_QUALIFIED' });
    expect([await running('DL-028'), await running('DL-029')]).toEqual([[], []]);
  });

  it('lead legal aid from the application, or the missing defender, to a lawyer (DL-021, DL-022, DL-023)', async () => {
    await desk('aid-applied');
    expect((await running('DL-021'))[0]?.dueAt).toBe(endOf('2026-10-15'));
    await desk('aid-decided', { result: 'GRANTED' });
    expect((await running('DL-021'))[0]).toMatchObject({
      name: '法律援助审查决定（决定后指派）',
      dueAt: endOf('2026-10-12'),
    });
    await desk('defender-checked', { result: 'NONE' });
    expect((await running('DL-022'))[0]?.dueAt).toBe(endOf('2026-10-12'));
    await desk('aid-notified');
    expect((await running('DL-022'))[0]?.name).toBe('办案机关通知法律援助机构（收到通知后指派）');
    const both = await post<Problem>(intake, 'aid-assigned', { person: '某人' });
    expect([both.status, Object.keys(both.body.errors)]).toEqual([422, ['regardingId']]);
    const waiting = (await intake.read<View>(`/cases/${caseId}`)).proceedings?.filter(({ waitsFor }) =>
      waitsFor.some((rule) => ['DL-021', 'DL-022'].includes(rule)),
    );
    for (const { id } of waiting ?? []) await desk('aid-assigned', { regardingId: id });
    expect([await running('DL-021'), await running('DL-022')]).toEqual([[], []]);
  });
});
