import {
  type CaseView,
  openCase,
  type Order,
  type Page,
  planBody,
  type Report,
  VILLAGE,
} from '../support/journey';
import { type Client, TestApp } from '../support/test-app';

const actionsOf = (record: { allowedActions: readonly { action: string; reason?: string }[] }): string[] =>
  record.allowedActions.filter(({ reason }) => reason === undefined).map(({ action }) => action);

/** The thin path of one child, over HTTP, every step by the person who takes it in life. */
describe('from a teacher’s worry to an answer', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let station: Client;
  let director: Client;
  let reportId: string;
  let caseId: string;
  let orders: readonly Order[];

  beforeAll(async () => {
    app = await TestApp.start();
    ({ reportId, caseId, orders, teacher, intake } = await openCase(app));
    station = await app.as('station');
    director = await app.as('director');
  }, 60_000);
  afterAll(() => app.stop());

  it('has a clock from the first second, labelled as a suggestion', async () => {
    const report = await intake.read<Report>(`/reports/${reportId}`);
    const rules = report.deadlines.map(({ ruleId, state, basisName }) => [ruleId, state, basisName]);
    expect(rules).toEqual(
      expect.arrayContaining([
        ['DL-051', 'done', '系统建议时限'],
        ['DL-052', 'done', '系统建议时限'],
        ['DL-047', 'running', '系统建议时限'],
      ]),
    );
  });

  it('routes to one lead and to the others, all with the neutral summary', async () => {
    expect(orders.filter(({ role }) => role === 'lead')).toHaveLength(1);
    expect(orders.length).toBeGreaterThan(1);
    const police = await app.as('policeStation');
    const inbox = await police.read<Page<Order>>('/work-orders?filter[state]=issued&filter[box]=mine');
    const order = await police.read<Order>(`/work-orders/${inbox.data[0]?.id}`);
    expect(order.summary).toContain('需要核实安全状况');
    expect(JSON.stringify(order)).not.toContain('淤青');
  });

  it('tells the police by a notice without a story', async () => {
    await app.drain();
    const notices = await (
      await app.as('policeStation')
    ).read<Page<{ title: string; number: string }>>('/notices');
    expect(notices.data[0]?.title).toContain('协办单');
    expect(JSON.stringify(notices)).not.toMatch(/禾|淤青|林老师/);
  });

  it('lets the police accept and finish, and refuses what is not possible', async () => {
    const police = await app.as('policeStation');
    const [order] = (await police.read<Page<Order>>('/work-orders?filter[box]=mine')).data;
    const accepted = await police.ok<Order>(`/work-orders/${order?.id}/actions/accept`);
    expect(accepted.state).toBe('accepted');
    const again = await police.post<{ detail: string; possible: unknown[] }>(
      `/work-orders/${order?.id}/actions/accept`,
    );
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain('办理中');
    expect(again.body.possible).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'finish' })]),
    );
    const finished = await police.ok<Order>(`/work-orders/${order?.id}/actions/finish`, {
      reply: '已出警，已告诫。',
    });
    expect(finished.state).toBe('finished');
  });

  it('gives the township station the case, and the village director the visit', async () => {
    const { users, agencies } = await station.read<{
      users: { id: string; role: string; agencyId: string }[];
      agencies: { id: string; regionCode: string; kind: string }[];
    }>('/reference');
    const village = agencies.find(({ kind, regionCode }) => kind === 'village' && regionCode === VILLAGE);
    const worker = users.find(({ role, agencyId }) => role === 'child_director' && agencyId === village?.id);
    await station.ok(`/cases/${caseId}/actions/assign`, { agencyId: village?.id, userId: worker?.id });
    const seen = await director.read<CaseView>(`/cases/${caseId}`);
    expect(seen.childName).toMatch(/^禾\*/);
    expect(actionsOf(seen)).toContain('record-visit');
  });

  it('starts an emergency, checks that the child is safe, and ends it', async () => {
    const before = await station.read<CaseView>(`/cases/${caseId}`);
    if (actionsOf(before).includes('open-emergency'))
      await station.ok(`/cases/${caseId}/actions/open-emergency`, { reason: '孩子有伤，先确认安全。' });
    const early = await station.post<{ detail: string }>(`/cases/${caseId}/actions/end-emergency`, {
      outcome: '想早点结束',
    });
    expect(early.status).toBe(409);
    await director.ok(`/cases/${caseId}/actions/record-safety-check`, {
      arrivedAt: app.now().toISOString(),
      seenChild: true,
      spokeAlone: true,
      medicalNeeded: false,
      decision: 'safe_with_plan',
      decisionReason: '奶奶同住，父亲已被告诫。',
      childOpinion: '想和奶奶住。',
    });
    const after = await station.ok<CaseView>(`/cases/${caseId}/actions/end-emergency`, {
      outcome: '孩子已安全，由奶奶照看。',
    });
    expect(after.stages.find(({ stage }) => stage === 'emergency')?.closedAt).not.toBeNull();
  });

  it('assesses, plans one service and records a visit', async () => {
    const assessed = await station.ok<CaseView>(`/cases/${caseId}/actions/assess`, await screen(station));
    expect(assessed.riskLevel).toBe('low');
    const planned = await station.ok<CaseView>(`/cases/${caseId}/actions/make-plan`, planBody());
    const service = planned.services?.[0];
    expect(service?.state).toBe('planned');
    const items = Object.fromEntries(
      ['LIVING', 'CARE', 'SCHOOLING', 'HEALTH', 'MIND', 'SAFETY', 'HOUSING', 'SOCIAL'].map((code) => [
        code,
        { rating: 'normal' },
      ]),
    );
    await director.ok(`/cases/${caseId}/actions/record-visit`, {
      visitType: 'HOME_VISIT',
      visitedAt: app.now().toISOString(),
      seenChild: true,
      spokeAlone: true,
      guardianPresent: true,
      items,
    });
    const done = await director.ok<CaseView>(`/cases/${caseId}/actions/complete-service`, {
      serviceId: service?.id,
      result: '完成 4 次家庭教育指导。',
    });
    expect(done.services?.[0]?.state).toBe('done');
  });

  it('does not close while agencies still work', async () => {
    const early = await station.post<{ detail: string }>(
      `/cases/${caseId}/actions/request-closing`,
      closing(),
    );
    expect(early.status).toBe(409);
    expect(early.body.detail).toContain('协办单');
    await finishOpenOrders();
  });

  it('is closed by a second person, after the reporter heard back', async () => {
    await station.ok(`/cases/${caseId}/actions/request-closing`, closing());
    const unanswered = await (
      await app.as('civil')
    ).post<{ detail: string }>(`/cases/${caseId}/actions/sign-closing`);
    expect(unanswered.status).toBe(409);
    expect(unanswered.body.detail).toContain('报告人');
    await intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'triage',
      text: '您的报告已受理，有关部门正在办理。',
    });
    const closed = await (await app.as('civil')).ok<CaseView>(`/cases/${caseId}/actions/sign-closing`);
    expect(closed.phase).toBe('closed');
    expect(closed.stages.every(({ closedAt }) => closedAt !== null)).toBe(true);
  });

  it('answers the teacher, who sees progress and nothing of the case', async () => {
    await intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'result',
      text: '孩子目前安全，感谢您的报告。',
    });
    const report = await teacher.read<Report>(`/reports/${reportId}`);
    expect(report.progress).toBe('已办结');
    expect(report.feedback?.map(({ text }) => text)).toContain('孩子目前安全，感谢您的报告。');
    expect(report.cases).toBeNull();
    expect(report._masked).toContain('cases');
  });

  it('leaves a timeline that tells the whole road', async () => {
    const file = await intake.read<CaseView>(`/cases/${caseId}`);
    const labels = file.timeline?.map(({ label }) => label) ?? [];
    for (const label of ['已立案', '协办单已发出', '已签收', '已办结']) expect(labels).toContain(label);
  });

  async function finishOpenOrders(): Promise<void> {
    const open = (
      await intake.read<Page<Order>>(`/work-orders?filter[caseId]=${caseId}&limit=50`)
    ).data.filter(({ state }) => state !== 'finished');
    for (const order of open) {
      const at = app.now().toISOString();
      await intake.ok(`/work-orders/${order.id}/actions/record-on-behalf`, {
        what: 'accept',
        person: '值班员',
        at,
        receiptNo: '收2026-1',
      });
      await intake.ok(`/work-orders/${order.id}/actions/record-on-behalf`, {
        what: 'finish',
        person: '值班员',
        at,
        note: '已办理。',
      });
    }
  }
});

async function screen(client: Client): Promise<Record<string, unknown>> {
  const { instruments } = await client.read<{
    instruments: Record<string, { code: string; version: number; items: { code: string }[] }>;
  }>('/reference');
  const form = instruments.SAFETY_SCREEN_A;
  return {
    instrument: 'SAFETY_SCREEN_A',
    instrumentVersion: form?.version,
    answers: Object.fromEntries((form?.items ?? []).map(({ code }) => [code, 'no'])),
    narrative: '父亲情绪稳定，奶奶同住照看。',
    childOpinion: '不害怕了。',
  };
}

function closing(): Record<string, unknown> {
  const checks = [
    'CHILD_SEEN',
    'CHILD_HEARD',
    'RISK_LOW',
    'SERVICES_DONE',
    'GUARDIAN_ABLE',
    'DOCUMENTS_FILED',
    'FOLLOW_UP_PLANNED',
  ];
  return {
    reason: 'GOALS_MET',
    riskLevel: 'low',
    checklist: Object.fromEntries(checks.map((code) => [code, true])),
    note: '目标已达成，安排三十日后回访。',
    childOpinion: '同意。',
  };
}
