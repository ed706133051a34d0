import { type AssessedCase, assessment, SCORE, SCREEN } from '../../support/assessing';
import { openCase, planBody } from '../../support/journey';
import {
  actionsOf,
  closingBody,
  finishOrders,
  followUpBody,
  type LifeView,
  runningRules,
  villageWorker,
} from '../../support/lifecycle';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

type View = AssessedCase &
  LifeView & {
    readonly alerts: readonly { code: string; advice: string }[];
    readonly planReviews: readonly { decision: string }[];
  };

/** A family in need, no harm: no emergency, no police, help that is planned, given, looked at again, and ends. */
describe('poverty: assistance only', () => {
  let app: TestApp;
  let intake: Client;
  let station: Client;
  let director: Client;
  let civil: Client;
  let caseId: string;
  let reportId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    [station, director, civil] = [await app.as('station'), await app.as('director'), await app.as('civil')];
    ({ caseId, reportId, intake } = await openCase(app, {
      report: {
        situations: ['POVERTY'],
        childSafeNow: 'yes',
        suspects: [],
        exclusionHints: [],
        policeToldAt: undefined,
        facts: '父亲生病，家里没有收入，孩子的校服和午饭钱都交不上。',
      },
      triage: { urgency: 'U3', summary: '学校报告一户家庭生活困难，需要核实并帮扶。', suspects: [] },
    }));
    await station.ok(`/cases/${caseId}/actions/assign`, await villageWorker(station));
  }, 60_000);
  afterAll(() => app.stop());

  const act = (client: Client, action: string, body: unknown = {}): Promise<View> =>
    client.ok<View>(`/cases/${caseId}/actions/${action}`, body);
  const visit = (spokeAlone: boolean): Promise<View> =>
    act(director, 'record-visit', {
      visitType: 'HOME_VISIT',
      visitedAt: app.now().toISOString(),
      seenChild: true,
      spokeAlone,
      guardianPresent: true,
      items: Object.fromEntries(
        ['LIVING', 'CARE', 'SCHOOLING', 'HEALTH', 'MIND', 'SAFETY', 'HOUSING', 'SOCIAL'].map((code) => [
          code,
          { rating: 'normal' },
        ]),
      ),
    });
  const stages = (file: View): string[] =>
    file.stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage);

  it('opens in assessment, with the clocks of U3 and nothing for the police', async () => {
    const file = await director.read<View>(`/cases/${caseId}`);
    expect([file.urgency, stages(file), runningRules(file)]).toEqual([
      'U3',
      ['assessment'],
      expect.arrayContaining(['DL-042', 'DL-043']),
    ]);
    // 20 working days (DL-043, U3): without Mid-Autumn and National Day, with the Sundays and Saturdays worked for them.
    const due = file.deadlines?.find(({ ruleId }) => ruleId === 'DL-043')?.dueAt;
    expect(due).toBe('2026-10-19T15:59:59.999Z');
  });

  it('is visited; two visits without a word alone are pointed out until the child is heard alone', async () => {
    expect((await visit(false)).alerts).toEqual([]);
    const pointed = await visit(false);
    expect(pointed.alerts).toEqual([
      expect.objectContaining({
        code: 'NOT_SEEN_ALONE',
        advice: expect.stringContaining('单独谈话') as string,
      }),
    ]);
    expect(runningRules(pointed)).toEqual(expect.arrayContaining(['DL-043', 'DL-045']));
    expect((await visit(true)).alerts).toEqual([]);
  });

  it('is screened and scored: no danger, a risk of medium', async () => {
    const screened = await act(director, 'assess', await assessment(director, SCREEN));
    expect([screened.riskLevel, screened.urgency, runningRules(screened).includes('DL-043')]).toEqual([
      'low',
      'U3',
      false,
    ]);
    const scored = await act(
      director,
      'assess',
      await assessment(director, SCORE, { LIVING: '3', ABILITY: '2' }),
    );
    expect(scored.riskLevel).toBe('medium');
    expect(stages(scored)).toEqual(['assessment']);
  });

  it('has a plan that the village drafts and the township approves', async () => {
    const drafted = await act(director, 'make-plan', {
      ...planBody(),
      goals: [
        { goal: '基本生活有保障', measures: '申请低保和临时救助', owner: '田小满', dueOn: '2026-10-31' },
        { goal: '孩子安心上学', measures: '减免午餐费、校服费', owner: '方老师', dueOn: '2026-10-15' },
      ],
      services: [
        { supportType: 'LIVING', provider: '平新县民政局', dueOn: '2026-10-31' },
        { supportType: 'EDUCATION', provider: '平新县第一小学', dueOn: '2026-10-15' },
      ],
    });
    expect(stages(drafted)).toEqual(['assessment']);
    const listed = await station.read<{ data: { id: string }[] }>('/cases?filter[plan]=pending');
    expect(listed.data.map(({ id }) => id)).toEqual([caseId]);
    const approved = await act(station, 'approve-plan');
    expect([stages(approved), runningRules(approved)]).toEqual([
      ['assistance'],
      expect.arrayContaining(['DL-045', 'DL-049']),
    ]);
    for (const { id } of approved.services ?? [])
      await act(director, 'complete-service', { serviceId: id, result: '已落实。' });
  });

  it('is reviewed before its 90 days are over, and the risk is lowered by two people', async () => {
    await app.advanceTo('2026-12-08T09:00:00+08:00');
    await visit(true);
    const reviewed = await act(station, 'review-plan', {
      decision: 'close',
      progress: {},
      changes: '低保已批，孩子每天在校吃午饭。',
      reason: '目标都已达到。',
      childOpinion: '现在不怕交不起钱了。',
    });
    expect(reviewed.planReviews.map(({ decision }) => decision)).toEqual(['close']);
    const again = await act(director, 'assess', await assessment(director, SCORE));
    expect([again.riskLevel, again.assessments.at(-1)?.state]).toEqual(['medium', 'proposed']);
    const confirmed = await act(civil, 'confirm-assessment', {
      assessmentId: again.assessments.at(-1)?.id,
      agree: true,
    });
    expect(confirmed.riskLevel).toBe('low');
  });

  it('closes up the line: the village asks, the township endorses, civil affairs signs', async () => {
    await finishOrders(app, intake, caseId);
    await intake.ok(`/reports/${reportId}/actions/feedback`, { stage: 'triage', text: '正在办理。' });
    await act(director, 'request-closing', closingBody());
    await act(station, 'endorse-closing', { note: '同意。' });
    const closed = await act(civil, 'sign-closing');
    expect([closed.phase, stages(closed)]).toEqual(['closed', []]);
  });

  it('is followed up afterwards, and no emergency ever was', async () => {
    const file = await act(director, 'record-follow-up', followUpBody(app));
    expect(file.phase).toBe('follow_up');
    expect(actionsOf(file)).toContain('record-follow-up');
    expect(file.stages.map(({ stage }) => stage)).not.toContain('emergency');
  });
});
