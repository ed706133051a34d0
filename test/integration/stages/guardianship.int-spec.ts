import { type CaseView, openCase, type Reference } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Measure {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly inForce: boolean;
  readonly expiresOn: string | null;
  readonly unserved: readonly { code: string }[];
}
type Clock = NonNullable<CaseView['deadlines']>[number] & {
  readonly manner: string;
  readonly ownerName: string;
};
type View = Omit<CaseView, 'deadlines'> & {
  readonly measures: readonly Measure[] | null;
  readonly deadlines: readonly Clock[] | null;
  readonly guardianship: {
    readonly beggingCriticisms: number;
    readonly admonitions: number;
    readonly warningLetters: number;
    readonly daysSincePerformed: number | null;
  } | null;
};
interface Problem {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}
const endOf = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();
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

describe('guardianship intervention', () => {
  let app: TestApp;
  let intake: Client;
  let civil: Client;
  let station: Client;
  let caseId: string;

  beforeAll(async () => {
    // The last working day before 国庆.
    app = await TestApp.start({ now: '2026-09-30T10:00:00+08:00' });
    ({ caseId, intake } = await openCase(app));
    civil = await app.as('civil');
    station = await app.as('station');
  }, 60_000);
  afterAll(() => app.stop());

  const act = <T = View>(client: Client, action: string, body: object = {}) =>
    client.post<T>(`/cases/${caseId}/actions/${action}`, body);
  const issue = <T = View>(client: Client, kind: string, form: object = {}) =>
    act<T>(client, 'issue-measure', {
      kind,
      happenedAt: app.now().toISOString(),
      facts: '写明事实。',
      ...form,
    });
  const view = (): Promise<View> => intake.read<View>(`/cases/${caseId}`);
  const measure = async (kind: string): Promise<Measure | undefined> =>
    (await view()).measures?.filter((item) => item.kind === kind).at(-1);
  const clock = async (rule: string): Promise<Clock | undefined> =>
    (await view()).deadlines?.find(({ ruleId, state }) => ruleId === rule && state === 'running');
  const runningClock = async (rule: string): Promise<Clock> => {
    const found = await clock(rule);
    if (found === undefined) throw new Error(`${rule} does not run`);
    return found;
  };
  const reasonOf = async (client: Client, action: string): Promise<string | undefined> =>
    (await client.read<View>(`/cases/${caseId}`)).allowedActions.find((item) => item.action === action)
      ?.reason;

  it('opens by those who lead the case, once', async () => {
    expect((await act(await app.as('women'), 'open-guardianship', { reason: '写明' })).status).toBe(403);
    expect((await act(station, 'open-guardianship', { reason: '父亲屡教不改。' })).status).toBe(200);
    const again = await act<Problem>(station, 'open-guardianship', { reason: '再来' });
    expect([again.status, again.body.detail]).toEqual([409, '监护干预已经启动。']);
  });

  it('lets an agency record its own acts, the desk everybody’s, nobody those of others', async () => {
    const police = await app.as('policeStation');
    const own = await issue(police, 'warning-letter', { number: '平公告字〔2026〕3号' });
    expect([own.status, own.body.measures?.map(({ kind }) => kind)]).toEqual([200, ['warning-letter']]);
    const wrong = await issue<Problem>(police, 'supervision-order');
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['kind']]);
    expect((await issue(await app.as('women'), 'dissuasion')).status).toBe(200);
    const silent = await issue<Problem>(intake, 'supervision-order');
    expect([silent.status, Object.keys(silent.body.errors)]).toEqual([422, ['person']]);
    const letter = await issue(intake, 'supervision-order', {
      person: '检察院联络员',
      expiresOn: '2027-03-30',
    });
    expect(letter.body.measures?.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['dissuasion', 'done'],
      ['supervision-order', 'in_force'],
      ['warning-letter', 'done'],
    ]);
    // Those who hold an order read their own acts and no others.
    expect((await police.read<View>(`/cases/${caseId}`)).measures).toHaveLength(1);
    expect((await issue(await app.as('police'), 'warning-letter')).status).toBe(404);
    expect((await view()).guardianship).toMatchObject({
      admonitions: 1,
      warningLetters: 1,
      beggingCriticisms: 0,
    });
    const rows = await app.owner.query<{ body: Buffer }[]>('SELECT body FROM measure');
    for (const { body } of rows) expect(body.includes('告字') || body.includes('写明')).toBe(false);
  });

  it('counts what 24号文35 counts: criticism for begging, and days without care (DL-033)', async () => {
    for (let n = 0; n < 3; n += 1) await issue(civil, 'begging-criticism');
    const told = await act(station, 'record-guardian-duty', {
      performing: false,
      lastPerformedOn: '2026-06-01',
      note: '六月起没有回家。',
    });
    expect(told.body.guardianship).toMatchObject({ beggingCriticisms: 3, daysSincePerformed: 121 });
    // Six months to the day, holidays or not; told 33 days before, about the 150th day.
    const running = await runningClock('DL-033');
    expect([running.ownerName, running.dueAt]).toEqual(['平新县民政局', endOf('2026-12-01')]);
    expect(running.ladder.map(({ step }) => step)).toEqual(['remind', 'remind']);
    expect(running.ladder[0]?.at).toBe(new Date('2026-10-29T09:00:00+08:00').toISOString());
    await act(station, 'record-guardian-duty', {
      performing: true,
      lastPerformedOn: '2026-09-29',
      note: '已回家照料。',
    });
    expect(await clock('DL-033')).toBeUndefined();
  });

  it('asks for a protection order: the court is given 72 hours and is never late (DL-015)', async () => {
    const form = { terms: ['NO_CONTACT', 'MOVE_OUT'], evidence: ['MEDICAL', 'POLICE_RECORD'], urgent: false };
    const asked = await issue(civil, 'protection-order', {
      ...form,
      happenedAt: '2026-09-30T10:00:00+08:00',
      person: '法院立案庭',
    });
    expect(asked.status).toBe(200);
    expect(await clock('DL-015')).toMatchObject({
      manner: 'asked',
      overdue: false,
      dueAt: '2026-10-03T02:00:00.000Z',
    });
    expect(await reasonOf(civil, 'end-guardianship')).toContain('没有结果');
    await app.advanceTo('2026-10-03T12:00:00+08:00');
    const late = await runningClock('DL-015');
    expect([late.overdue, late.ladder.every(({ step }) => step === 'remind')]).toEqual([false, true]);
  });

  it('is granted until a day of its own; 复议 is a right that lapses (DL-017, DL-018)', async () => {
    const order = await measure('protection-order');
    const tooLong = await act<Problem>(civil, 'decide-measure', {
      measureId: order?.id,
      granted: true,
      decidedOn: '2026-10-02',
      expiresOn: '2027-04-03',
    });
    expect([tooLong.status, Object.keys(tooLong.body.errors)]).toEqual([422, ['expiresOn']]);
    const granted = await act(civil, 'decide-measure', {
      measureId: order?.id,
      granted: true,
      decidedOn: '2026-10-02',
      expiresOn: '2027-01-02',
      number: '（2026）平民保令1号',
    });
    expect(granted.status).toBe(200);
    expect(await clock('DL-015')).toBeUndefined();
    // A Saturday: the order ends on its day, holidays move nothing; reminders 30, 15 and 7 days before and on the day.
    const validity = await runningClock('DL-017');
    expect([validity.dueAt, validity.ladder.map(({ at }) => at.slice(0, 10))]).toEqual([
      endOf('2027-01-02'),
      ['2026-12-03', '2026-12-18', '2026-12-26', '2027-01-02'],
    ]);
    // Five days end on 7 October, a holiday.
    expect(await clock('DL-018')).toMatchObject({ manner: 'right', dueAt: endOf('2026-10-08') });
    await app.advanceTo('2026-10-09T09:00:00+08:00');
    const lapsed = (await view()).deadlines?.find(({ ruleId }) => ruleId === 'DL-018');
    expect(lapsed).toMatchObject({ state: 'cancelled', overdue: false });
  });

  it('reaches applicant, respondent, police and village (反家庭暴力法32)', async () => {
    const order = await measure('protection-order');
    expect(order?.unserved.map(({ code }) => code)).toEqual(['applicant', 'respondent', 'police', 'village']);
    const served = { measureId: order?.id, servedAt: '2026-10-03T09:00:00+08:00', person: '签收人' };
    for (const party of ['respondent', 'police']) await act(civil, 'serve-measure', { ...served, party });
    expect((await measure('protection-order'))?.unserved.map(({ code }) => code)).toEqual([
      'applicant',
      'village',
    ]);
    const wrong = await act<Problem>(civil, 'serve-measure', { ...served, party: 'child_side' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['party']]);
  });

  it('is extended before it runs out, and not after', async () => {
    const order = await measure('protection-order');
    const form = { measureId: order?.id, decidedOn: '2026-10-09' };
    const back = await act<Problem>(civil, 'extend-measure', { ...form, expiresOn: '2026-12-01' });
    expect([back.status, Object.keys(back.body.errors)]).toEqual([422, ['expiresOn']]);
    expect((await act(civil, 'extend-measure', { ...form, expiresOn: '2027-03-02' })).status).toBe(200);
    expect((await clock('DL-017'))?.dueAt).toBe(endOf('2027-03-02'));
    const dissuasion = await measure('dissuasion');
    expect(
      (await act(civil, 'extend-measure', { ...form, measureId: dissuasion?.id, expiresOn: '2027-03-02' }))
        .status,
    ).toBe(422);
  });

  it('gives an urgent application 24 hours (DL-016); a refusal ends it', async () => {
    await issue(civil, 'protection-order', {
      terms: ['NO_VIOLENCE'],
      evidence: ['STATEMENT'],
      urgent: true,
      happenedAt: '2026-10-09T09:00:00+08:00',
      person: '法院立案庭',
    });
    expect((await clock('DL-016'))?.dueAt).toBe('2026-10-10T01:00:00.000Z');
    const order = await measure('protection-order');
    await act(civil, 'decide-measure', { measureId: order?.id, granted: false, decidedOn: '2026-10-09' });
    expect([await clock('DL-016'), (await measure('protection-order'))?.state]).toEqual([
      undefined,
      'refused',
    ]);
  });

  it('applies for a revocation with an assessment, a conference or the reason why none, and every item looked at', async () => {
    const form = {
      applicant: 'CIVIL_AFFAIRS',
      grounds: ['R3', 'R5'],
      pack: PACK.map((item) => ({ item, present: true })),
    };
    const early = await issue<Problem>(civil, 'revocation', form);
    expect([early.status, Object.keys(early.body.errors).sort()]).toEqual([
      422,
      ['kind', 'noConferenceReason'],
    ]);
    await app.owner.query(`UPDATE case_file SET risk_level = 'high' WHERE id = $1`, [caseId]);
    const asked = await issue(civil, 'revocation', {
      ...form,
      noConferenceReason: '会商单位意见已分别书面征求。',
    });
    expect(asked.status).toBe(200);
    expect(await reasonOf(civil, 'end-guardianship')).toContain('1 项申请');
  });

  it('lets the former guardian ask for a year after the judgment (DL-020), never after a crime against the child', async () => {
    const post = (kind: string, form: object = {}) =>
      act(intake, 'record-proceeding', {
        kind,
        happenedAt: app.now().toISOString(),
        person: '法院联络员',
        ...form,
      });
    await post('revocation-filed');
    // Thirty days from 9 October end on Sunday, 8 November.
    expect((await clock('DL-019'))?.dueAt).toBe(endOf('2026-11-09'));
    const revocation = await measure('revocation');
    await act(civil, 'decide-measure', { measureId: revocation?.id, granted: true, decidedOn: '2026-10-09' });
    expect(await clock('DL-019')).toBeUndefined();
    // 9 October 2027 is a Saturday.
    expect(await clock('DL-020')).toMatchObject({ manner: 'right', dueAt: endOf('2027-10-11') });
    const crime = await issue<Problem>(intake, 'restoration', {
      deliberateCrime: true,
      person: '法院联络员',
    });
    expect([crime.status, Object.keys(crime.body.errors)]).toEqual([422, ['deliberateCrime']]);
    const asked = await issue(intake, 'restoration', {
      deliberateCrime: false,
      outsideWindowReason: '孩子本人强烈要求。',
      person: '法院联络员',
    });
    expect(asked.status).toBe(200);
    expect(await clock('DL-020')).toBeUndefined();
    await act(civil, 'end-measure', {
      measureId: (await measure('restoration'))?.id,
      result: 'WITHDRAWN',
      endedOn: '2026-10-09',
      note: '申请人撤回。',
    });
  });

  it('ends when nothing runs but what outlives it: the protection order goes on', async () => {
    expect(await reasonOf(civil, 'end-guardianship')).toBe('还有 1 项措施在执行中，请先登记结束。');
    const letter = await measure('supervision-order');
    const form = { measureId: letter?.id, endedOn: '2026-10-09', note: '六次指导全部完成。' };
    const wrong = await act<Problem>(civil, 'end-measure', { ...form, result: 'WITHDRAWN' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['result']]);
    await act(civil, 'end-measure', { ...form, result: 'FULFILLED' });
    const ended = await act(civil, 'end-guardianship', { outcome: '监护人资格已撤销，由外祖母监护。' });
    expect(ended.status).toBe(200);
    expect(ended.body.stages.find(({ stage }) => stage === 'guardianship')?.closedAt).not.toBeNull();
    expect(
      ended.body.measures
        ?.filter(({ inForce }) => inForce)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['protection-order', 'revocation']);
    expect((await clock('DL-017'))?.dueAt).toBe(endOf('2027-03-02'));
  });

  it('shows each person the ladder with what that person may record', async () => {
    const ladder = async (client: Client) =>
      (await client.read<{ kind: string; recording: string | null }[]>('/measure-kinds'))
        .filter(({ recording }) => recording === 'own')
        .map(({ kind }) => kind);
    expect(await ladder(await app.as('policeStation'))).toEqual([
      'begging-criticism',
      'police-admonition',
      'ordered-guidance',
      'warning-letter',
      'public-order-penalty',
      'protection-order',
    ]);
    expect(await ladder(await app.as('education'))).toEqual([]);
    const { agencies } = await intake.read<Reference>('/reference');
    expect(agencies.length).toBeGreaterThan(10);
  });
});
