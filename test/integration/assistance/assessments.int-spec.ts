import { type AssessedCase, assessment, SCORE, SCREEN } from '../../support/assessing';
import { openCase, type Page, VILLAGE } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

interface Refusal {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}

/** A busy machine is no failure. */
jest.setTimeout(30_000);

/** Nobody lowers a guard alone: a lower level, and a lower urgency, take two people (domain §11, D). */
describe('assessments', () => {
  let app: TestApp;
  let station: Client;
  let director: Client;
  let civil: Client;
  let caseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    [station, director, civil] = [await app.as('station'), await app.as('director'), await app.as('civil')];
  }, 60_000);
  afterAll(() => app.stop());
  beforeEach(async () => {
    caseId = await newCase('U1');
  });

  async function newCase(urgency: string): Promise<string> {
    const opened = await openCase(app, { triage: { urgency } });
    const { agencies, users } = await station.read<{
      agencies: { id: string; kind: string; regionCode: string }[];
      users: { id: string; agencyId: string }[];
    }>('/reference');
    const village = agencies.find(({ kind, regionCode }) => kind === 'village' && regionCode === VILLAGE);
    const worker = users.find(({ agencyId }) => agencyId === village?.id);
    const assign = { agencyId: village?.id, userId: worker?.id };
    await station.ok(`/cases/${opened.caseId}/actions/assign`, assign);
    return opened.caseId;
  }
  const act = (client: Client, action: string, body: unknown = {}): Promise<AssessedCase> =>
    client.ok<AssessedCase>(`/cases/${caseId}/actions/${action}`, body);
  const refused = async (client: Client, action: string, body: unknown = {}) => {
    const { status, body: problem } = await client.post<Refusal>(`/cases/${caseId}/actions/${action}`, body);
    return { status, ...problem };
  };
  const assess = async (client: Client, ...form: [string, Record<string, string>?, object?]) =>
    act(client, 'assess', await assessment(client, form[0], form[1], { ...form[2] }));
  const worst = { SEVERITY: '3', HISTORY: '3', ABILITY: '2' };
  const last = (file: AssessedCase) => file.assessments.at(-1);
  const confirm = (client: Client, file: AssessedCase, body: object) =>
    act(client, 'confirm-assessment', { assessmentId: last(file)?.id, ...body });

  it('form B adds up, says how far what nobody knows could take it, and is kept with its version', async () => {
    const file = await assess(director, SCORE, {
      HISTORY: '2',
      LIVING: '1',
      MIND: 'unknown',
      SAFE_ADULT: '-1',
    });
    expect(last(file)).toMatchObject({
      instrument: SCORE,
      instrumentVersion: 1,
      score: 2,
      scoreUpTo: 5,
      computedLevel: 'low',
      state: 'effective',
      assessedByName: '田小满',
    });
    expect(file.riskLevel).toBe('low');
    const [row] = await app.owner.query<{ answers: Record<string, string>; body: Buffer }[]>(
      'SELECT answers, body FROM assessment WHERE case_id = $1',
      [caseId],
    );
    expect(row?.answers).toMatchObject({ HISTORY: '2', MIND: 'unknown' });
    expect(row?.body.toString('utf8')).not.toContain('走访');
  });

  it('form B wants every item and knows no other answer or form', async () => {
    const sound = await assessment(director, SCORE);
    const odd = await refused(director, 'assess', { ...sound, answers: { HISTORY: '7', OTHER: '0' } });
    expect(odd.errors['answers.HISTORY']).toBeDefined();
    expect(odd.errors['answers.OTHER']).toBeDefined();
    expect(
      (await refused(director, 'assess', { ...sound, instrument: 'FORM_C' })).errors.instrument,
    ).toBeDefined();
    const old = await refused(director, 'assess', { ...sound, instrumentVersion: 0 });
    expect(old.errors.instrumentVersion?.[0]).toContain('刷新');
  });

  it('danger that the safety screen found overrides the score', async () => {
    await assess(director, SCREEN, { WEAPON: 'yes' });
    const file = await assess(director, SCORE);
    expect(last(file)).toMatchObject({ score: 0, computedLevel: 'high', bySafetyScreen: true });
    expect([file.riskLevel, file.urgency]).toEqual(['high', 'U0']);
  });

  it('a screen without danger does not lower what a score found', async () => {
    await assess(director, SCORE, { HISTORY: '3' });
    const file = await assess(director, SCREEN);
    expect([last(file)?.computedLevel, last(file)?.state, file.riskLevel]).toEqual([
      'medium',
      'effective',
      'medium',
    ]);
  });

  it('raising counts at once, lowering waits: the case keeps the higher level and cannot be closed', async () => {
    await assess(director, SCORE);
    const raised = await assess(director, SCORE, worst);
    expect([last(raised)?.state, raised.riskLevel]).toEqual(['effective', 'high']);
    const lowered = await assess(director, SCORE, { SUPPORT: '1' });
    expect([last(lowered)?.level, last(lowered)?.state, lowered.riskLevel]).toEqual([
      'low',
      'proposed',
      'high',
    ]);
    const closing = lowered.allowedActions.find(({ action }) => action === 'request-closing');
    expect(closing?.reason).toContain('等待复核');
    await app.drain();
    for (const leader of [station, civil, await app.as('intake')]) {
      const notices = await leader.read<Page<{ title: string }>>('/notices');
      expect(notices.data.map(({ title }) => title)).toContain('有一份下调风险的评估待复核');
      const list = await leader.read<Page<{ id: string }>>('/cases?filter[assessment]=pending');
      expect(list.data.map(({ id }) => id)).toContain(caseId);
    }
  });

  it('is confirmed by another leader, and only what was read', async () => {
    const first = await assess(director, SCORE, worst);
    const mine = await assess(station, SCORE);
    expect(
      (await refused(director, 'confirm-assessment', { assessmentId: last(mine)?.id, agree: true })).status,
    ).toBe(403);
    const own = await refused(station, 'confirm-assessment', { assessmentId: last(mine)?.id, agree: true });
    expect([own.status, own.detail]).toEqual([409, expect.stringContaining('另一个人')]);
    const other = await refused(civil, 'confirm-assessment', { assessmentId: last(first)?.id, agree: true });
    expect([other.status, other.errors.assessmentId?.[0]]).toEqual([422, expect.stringContaining('刷新')]);
    const agreed = await confirm(civil, mine, { agree: true });
    expect([agreed.riskLevel, last(agreed)?.state, last(agreed)?.reviewedByName]).toEqual([
      'low',
      'confirmed',
      '顾衡',
    ]);
    const again = await refused(civil, 'confirm-assessment', { assessmentId: last(mine)?.id, agree: true });
    expect([again.status, again.detail]).toEqual([409, expect.stringContaining('没有等待复核')]);
    const list = await civil.read<Page<{ id: string }>>('/cases?filter[assessment]=pending');
    expect(list.data.map(({ id }) => id)).not.toContain(caseId);
  });

  it('is not agreed with only for a reason, and then changes nothing', async () => {
    await assess(director, SCORE, worst);
    const lowered = await assess(director, SCORE);
    expect(
      (await refused(civil, 'confirm-assessment', { assessmentId: last(lowered)?.id, agree: false })).errors,
    ).toEqual({
      reason: ['不同意时请写明理由'],
    });
    const kept = await confirm(civil, lowered, { agree: false, reason: '父亲还在家，孩子没有单独谈过' });
    expect([kept.riskLevel, last(kept)?.state, last(kept)?.reviewNote]).toEqual([
      'high',
      'rejected',
      '父亲还在家，孩子没有单独谈过',
    ]);
  });

  it('a level below the form waits too, even the first one; above it counts at once', async () => {
    const below = await assess(director, SCORE, worst, {
      overrideLevel: 'medium',
      overrideReason: '已经分开居住',
    });
    expect([last(below)?.state, below.riskLevel]).toEqual(['proposed', 'high']);
    caseId = await newCase('U2');
    const above = await assess(
      director,
      SCORE,
      {},
      { overrideLevel: 'high', overrideReason: '孩子不敢回家' },
    );
    expect([last(above)?.state, above.riskLevel]).toEqual(['effective', 'high']);
  });

  it('a later assessment overtakes one that waits', async () => {
    await assess(director, SCORE, worst);
    const lowered = await assess(director, SCORE);
    const later = await assess(director, SCORE, worst);
    expect(later.assessments.map(({ state }) => state)).toEqual(['effective', 'superseded', 'effective']);
    const late = await refused(civil, 'confirm-assessment', { assessmentId: last(lowered)?.id, agree: true });
    expect(late.status).toBe(409);
  });

  describe('the urgency', () => {
    const to = (urgency: string) => ({ urgency, reason: '孩子已随奶奶生活，父亲已搬走' });

    it('is lowered from U1 only on an assessment made since, and every clock is counted again', async () => {
      const early = await refused(station, 'change-urgency', to('U2'));
      expect([early.status, early.errors.urgency?.[0]]).toEqual([422, expect.stringContaining('请先评估')]);
      const before = await assess(director, SCORE);
      const due = dueOf(before, 'DL-042');
      expect((await refused(director, 'change-urgency', to('U2'))).status).toBe(403);
      const lowered = await act(station, 'change-urgency', to('U2'));
      expect(lowered.urgency).toBe('U2');
      expect(Date.parse(dueOf(lowered, 'DL-042'))).toBe(Date.parse(due) + 48 * 3_600_000);
      expect(lowered.timeline?.map(({ label }) => label)).toContain('已调整紧急程度');
    });

    it('is not lowered by the assessor alone', async () => {
      await assess(station, SCORE);
      const alone = await refused(station, 'change-urgency', to('U2'));
      expect(alone.errors.urgency?.[0]).toContain('两个人');
      expect((await act(civil, 'change-urgency', to('U2'))).urgency).toBe('U2');
    });

    it('raised again, wants a new assessment', async () => {
      await assess(director, SCORE);
      await app.advanceTo(new Date(app.now().getTime() + 60_000));
      await act(station, 'change-urgency', { urgency: 'U0', reason: '父亲又回来了' });
      expect((await refused(station, 'change-urgency', to('U2'))).errors.urgency?.[0]).toContain('请先评估');
    });

    it('stays while an assessment waits or says high', async () => {
      await assess(director, SCORE, worst);
      await assess(director, SCORE);
      expect((await refused(station, 'change-urgency', to('U2'))).errors.urgency?.[0]).toContain('「高」');
    });

    const dueOf = (file: AssessedCase, rule: string): string =>
      file.deadlines?.find(({ ruleId, state }) => ruleId === rule && state === 'running')?.dueAt ?? '';
  });
});
