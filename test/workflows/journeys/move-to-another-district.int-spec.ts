import type { Page, Report } from '../../support/journey';
import { triageFrom } from '../../support/journey';
import { actionsOf, type LifeView, runningRules, workedCase } from '../../support/lifecycle';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

const XINHUA = '410402000000';
const XINHUA_STREET = '410402001000';
const DAY_MS = 86_400_000;

interface Transfer {
  readonly id: string;
  readonly transferNo: string;
  readonly box: string;
  readonly state: string;
  readonly childName: string | null;
  readonly sheet: { readonly child: { name: string | null }; readonly done: string } | null;
  readonly reply: {
    readonly person: string | null;
    readonly note: string | null;
    readonly onBehalf: boolean;
  } | null;
  readonly caseId: string | null;
  readonly reportId: string | null;
  readonly allowedActions: readonly { action: string }[];
}
type Moving = LifeView & { readonly transfers: readonly Transfer[] | null };

/** A child moves: nothing closes here before the other side has it (design §9.5). */
describe('a case moves to another district', () => {
  let app: TestApp;
  let intake: Client;
  let director: Client;
  let there: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [intake, director, there] = await Promise.all([app.as('intake'), app.as('director'), app.as('xhIntake')]);
  }, 60_000);
  afterAll(() => app.stop());

  const act = (client: Client, caseId: string, action: string, body = {}): Promise<Moving> =>
    client.ok<Moving>(`/cases/${caseId}/actions/${action}`, body);
  const handOver = (overrides = {}): Record<string, unknown> => ({
    toDistrict: XINHUA,
    address: '新华区某街道 8 号',
    reason: '随母亲迁居。',
    done: '完成评估，家庭教育指导两次。',
    open: '心理辅导还有两次。',
    mustNotKnow: '父亲',
    ...overrides,
  });
  const incoming = async (): Promise<readonly Transfer[]> =>
    (await there.read<Page<Transfer>>('/case-transfers?filter[box]=incoming')).data;
  /** The one transfer nobody has answered. */
  const waitingThere = async (): Promise<Transfer> => {
    const found = (await incoming()).find(({ state }) => state === 'requested');
    if (found === undefined) throw new Error('No transfer waits');
    return found;
  };
  const titlesOf = async (client: Client): Promise<string[]> =>
    (await client.read<Page<{ title: string }>>('/notices?limit=100')).data.map(({ title }) => title);
  /** Clocks of a rule that run, by the name of the agency that owns them. */
  const clocksOf = async (rule: string, subjectId: string): Promise<string[]> =>
    (
      await app.owner.query<{ name: string }[]>(
        `SELECT g.name FROM deadline d JOIN agency g ON g.id = d.owner_agency_id WHERE d.rule_id = $1 AND d.subject_id = $2 AND d.state = 'running'`,
        [rule, subjectId],
      )
    ).map(({ name }) => name);

  describe('on this system', () => {
    let caseId: string;
    let first: Transfer;
    let second: Transfer;

    it('knows the districts a case can go to', async () => {
      const { data } = await intake.read<{ data: { code: string }[] }>('/case-transfers/destinations');
      expect(data.map(({ code }) => code)).toEqual([XINHUA]);
    });

    it('asks, with a sheet, and goes on visiting meanwhile', async () => {
      ({ caseId } = await workedCase(app));
      const gaps = await intake.post<{ errors: Record<string, string[]> }>(
        `/cases/${caseId}/actions/request-transfer`,
        {},
      );
      expect([gaps.status, Object.keys(gaps.body.errors).sort()]).toEqual([
        422,
        ['done', 'open', 'place', 'reason'],
      ]);
      const asked = await act(intake, caseId, 'request-transfer', handOver());
      expect([asked.phase, asked.transfers?.[0]?.state]).toEqual(['transferring', 'requested']);
      const own = actionsOf(asked);
      expect(own).toEqual(expect.arrayContaining(['record-visit', 'open-emergency', 'withdraw-transfer']));
      expect(own).not.toContain('complete-transfer');
      // The other side answers for itself.
      expect(own).not.toContain('record-transfer-reply');
      expect(runningRules(asked)).toContain('DL-054');
      await app.drain();
    });

    it('is seen by the receiving desk alone, which has a clock and a notice of its own', async () => {
      [first] = (await incoming()) as [Transfer];
      expect(first).toMatchObject({
        box: 'incoming',
        state: 'requested',
        childName: '禾*苗',
        caseId: null,
        sheet: null,
      });
      expect(await clocksOf('DL-054', first.id)).toEqual(['平新县未成年人保护受理中心']);
      expect(await clocksOf('DL-051', first.id)).toEqual(['第二区县受理中心（测试）']);
      expect(await titlesOf(there)).toContain('有其他区县转来的个案，请接收或答复');
      const page = await there.read<Transfer>(`/case-transfers/${first.id}`);
      expect(page.sheet).toMatchObject({ child: { name: '禾苗苗' }, done: '完成评估，家庭教育指导两次。' });
      expect(page.allowedActions.map(({ action }) => action)).toEqual(['accept', 'refuse']);
      expect((await there.get(`/cases/${caseId}`)).status).toBe(404);
      for (const who of ['xhStation', 'xhTeacher', 'director'] as const)
        expect((await (await app.as(who)).get(`/case-transfers/${first.id}`)).status).toBe(403);
    });

    it('hides from the village where the child goes, not that it goes', async () => {
      const seen = await director.read<Moving & { _masked: string[] }>(`/cases/${caseId}`);
      expect([seen.phase, seen.transfers, seen._masked.includes('transfers')]).toEqual([
        'transferring',
        null,
        true,
      ]);
      expect(JSON.stringify(seen)).not.toContain('新华区某街道');
    });

    it('is not answered by the sender for the receiver', async () => {
      const own = await intake.post(`/case-transfers/${first.id}/actions/accept`, {});
      expect(own.status).toBe(404);
      const behalf = await intake.post(`/cases/${caseId}/actions/record-transfer-reply`, {
        decision: 'accepted',
        person: '王科长',
        at: app.now().toISOString(),
      });
      expect(behalf.status).toBe(409);
    });

    it('is refused once: the case stays here, and the sender hears it', async () => {
      expect((await there.post(`/case-transfers/${first.id}/actions/refuse`, {})).status).toBe(422);
      const refused = await there.ok<Transfer>(`/case-transfers/${first.id}/actions/refuse`, {
        reason: '孩子户籍不在本区，请补充居住证明。',
      });
      // Who is not to receive the child no longer reads about it.
      expect([refused.state, refused.sheet, refused.childName]).toEqual(['refused', null, null]);
      expect(await clocksOf('DL-051', first.id)).toEqual([]);
      await app.drain();
      const here = await intake.read<Moving>(`/cases/${caseId}`);
      expect([here.phase, here.transfers?.[0]?.reply?.note]).toEqual([
        'transferring',
        '孩子户籍不在本区，请补充居住证明。',
      ]);
      expect(here.timeline?.map(({ label }) => label)).toContain('接收地已答复');
      expect(await titlesOf(intake)).toContain('有一个个案的转出有新进展');
      expect(await clocksOf('DL-054', first.id)).toEqual(['平新县未成年人保护受理中心']);
      expect((await intake.post(`/cases/${caseId}/actions/complete-transfer`, {})).status).toBe(409);
    });

    it('is asked again, and accepted: a report with running clocks is there', async () => {
      await act(intake, caseId, 'request-transfer', handOver({ done: '已补居住证明。' }));
      await app.drain();
      expect(await clocksOf('DL-054', first.id)).toEqual([]);
      second = await waitingThere();
      const accepted = await there.ok<Transfer>(`/case-transfers/${second.id}/actions/accept`, {
        regionCode: XINHUA_STREET,
      });
      expect([accepted.state, accepted.allowedActions]).toEqual(['accepted', []]);
      const report = await there.read<Report & { channel: string; isOwn: boolean }>(
        `/reports/${accepted.reportId}`,
      );
      expect([report.channel, report.state, report.isOwn]).toEqual(['TRANSFER', 'submitted', false]);
      expect(report.deadlines.filter(({ state }) => state === 'running').map(({ ruleId }) => ruleId)).toEqual(
        ['DL-051'],
      );
      expect(JSON.stringify(report.content)).toContain('已补居住证明。');
      expect(
        (await there.post(`/case-transfers/${second.id}/actions/refuse`, { reason: '反悔' })).status,
      ).toBe(409);
      expect(
        (await intake.post(`/cases/${caseId}/actions/withdraw-transfer`, { reason: '反悔' })).status,
      ).toBe(409);
      await app.drain();
    });

    it('runs there as a case, while it is still open here', async () => {
      const { reportId } = await there.read<Transfer>(`/case-transfers/${second.id}`);
      await there.ok(`/reports/${reportId}/actions/receive`);
      const proposal = await there.read<Record<string, unknown>>(`/reports/${reportId}/triage-proposal`);
      const triaged = await there.ok<Report>(
        `/reports/${reportId}/actions/triage`,
        triageFrom(proposal, {
          urgency: 'U2',
          regionCode: XINHUA_STREET,
          policeToldAt: app.now().toISOString(),
        }),
      );
      const opened = await there.read<LifeView>(`/cases/${triaged.cases?.[0]?.id}`);
      expect([opened.phase, runningRules(opened)]).toEqual([
        'open',
        expect.arrayContaining(['DL-042', 'DL-043']),
      ]);
      expect((await intake.read<Moving>(`/cases/${caseId}`)).phase).toBe('transferring');
    });

    it('closes here only then: MOVED, no clock, no follow-up, the worker reads on for 30 days', async () => {
      const closed = await act(intake, caseId, 'complete-transfer');
      expect([
        closed.phase,
        closed.closing?.reason,
        runningRules(closed),
        closed.followUpPlan?.total,
      ]).toEqual(['closed', 'MOVED', [], 0]);
      expect((await there.read<Transfer>(`/case-transfers/${second.id}`)).state).toBe('completed');
      expect((await director.get(`/cases/${caseId}`)).status).toBe(200);
      await app.advanceTo(new Date(app.now().getTime() + 31 * DAY_MS));
      expect((await director.get(`/cases/${caseId}`)).status).toBe(404);
    });

    it('is withdrawn by an emergency that nobody waited for, and the receiver’s clock stops', async () => {
      const { caseId: other } = await workedCase(app);
      await act(intake, other, 'request-transfer', handOver());
      await app.drain();
      const waiting = await waitingThere();
      expect(await clocksOf('DL-051', waiting.id)).toHaveLength(1);
      const back = await act(intake, other, 'open-emergency', { reason: '孩子被带回来打。' });
      expect([back.phase, back.transfers?.at(-1)?.state]).toEqual(['open', 'withdrawn']);
      await app.drain();
      expect([await clocksOf('DL-051', waiting.id), await clocksOf('DL-054', waiting.id)]).toEqual([[], []]);
      expect((await there.post(`/case-transfers/${waiting.id}/actions/accept`, {})).status).toBe(409);
    });

    it('keeps what was accepted through an emergency, and goes on from there', async () => {
      const { caseId: other } = await workedCase(app);
      await act(intake, other, 'request-transfer', handOver());
      await app.drain();
      const waiting = await waitingThere();
      await there.ok(`/case-transfers/${waiting.id}/actions/accept`, {});
      await act(intake, other, 'open-emergency', { reason: '临行前又出事。' });
      await act(intake, other, 'record-safety-check', {
        arrivedAt: app.now().toISOString(),
        seenChild: true,
        spokeAlone: true,
        medicalNeeded: false,
        decision: 'safe',
        decisionReason: '母亲已带走。',
        childOpinion: '想和妈妈走。',
      });
      await act(intake, other, 'end-emergency', { outcome: '已安全。' });
      const again = await act(intake, other, 'request-transfer');
      expect([again.phase, again.transfers?.length]).toEqual(['transferring', 1]);
      expect((await act(intake, other, 'complete-transfer')).phase).toBe('closed');
    });

    it('stays as it was sent, even for the application', async () => {
      await expect(
        app.owner.query(`UPDATE case_transfer SET sheet = '\\x00' WHERE id = $1`, [second.id]),
      ).rejects.toThrow('stays as it was sent');
    });
  });

  describe('to a place that is not on this system', () => {
    let caseId: string;
    const reply = (overrides = {}): Record<string, unknown> => ({
      decision: 'accepted',
      person: '邻县民政局王科长',
      at: app.now().toISOString(),
      receiptNo: '邻民函〔2026〕8号',
      ...overrides,
    });

    it('waits for an answer that intake records, and goes nowhere by itself', async () => {
      ({ caseId } = await workedCase(app));
      const asked = await act(
        intake,
        caseId,
        'request-transfer',
        handOver({ toDistrict: undefined, place: '邻省安平市东河县' }),
      );
      expect(actionsOf(asked)).toEqual(
        expect.arrayContaining(['record-transfer-reply', 'withdraw-transfer']),
      );
      await app.drain();
      expect(
        (await incoming()).every(({ transferNo }) => transferNo !== asked.transfers?.[0]?.transferNo),
      ).toBe(true);
    });

    it('rings at the sender’s desk when nobody answers', async () => {
      await app.advanceTo(new Date(app.now().getTime() + 5 * DAY_MS));
      await app.drain();
      const steps = await app.owner.query<{ step: string }[]>(
        `SELECT s.step FROM deadline_step s JOIN deadline d ON d.id = s.deadline_id JOIN case_transfer t ON t.id = d.subject_id
          WHERE t.case_id = $1 AND d.rule_id = 'DL-054' ORDER BY s.step_index`,
        [caseId],
      );
      expect(steps.map(({ step }) => step)).toEqual(['urge', 'supervise']);
      expect(await titlesOf(intake)).toContain('督办：有一项工作已超期');
    });

    it('comes back after a refusal, and is taken back', async () => {
      const silent = await intake.post(
        `/cases/${caseId}/actions/record-transfer-reply`,
        reply({ decision: 'refused' }),
      );
      expect(silent.status).toBe(422);
      const refused = await act(
        intake,
        caseId,
        'record-transfer-reply',
        reply({ decision: 'refused', note: '孩子不在本县。' }),
      );
      expect(refused.transfers?.[0]).toMatchObject({ state: 'refused', reply: { onBehalf: true } });
      expect((await act(intake, caseId, 'withdraw-transfer', { reason: '继续在本县办理。' })).phase).toBe(
        'open',
      );
    });

    it('is accepted in the end, and only then closed here', async () => {
      await act(
        intake,
        caseId,
        'request-transfer',
        handOver({ toDistrict: undefined, place: '邻省安平市东河县' }),
      );
      expect((await intake.post(`/cases/${caseId}/actions/complete-transfer`, {})).status).toBe(409);
      await act(intake, caseId, 'record-transfer-reply', reply());
      const closed = await act(intake, caseId, 'complete-transfer', { note: '对方已回函。' });
      expect([closed.phase, closed.closing?.reason, runningRules(closed)]).toEqual(['closed', 'MOVED', []]);
    });

    it('ends with the death of the child', async () => {
      const { caseId: other } = await workedCase(app);
      await act(intake, other, 'request-transfer', handOver({ toDistrict: undefined, place: '东河县' }));
      await act(intake, other, 'record-transfer-reply', reply());
      const at = app.now().toISOString();
      const frozen = await act(intake, other, 'record-death', {
        diedAt: at,
        place: '路上',
        circumstances: '交通事故。',
        reportedTo: '公安',
        reportedAt: at,
      });
      expect([frozen.phase, frozen.transfers?.[0]?.state]).toEqual(['frozen', 'withdrawn']);
    });
  });
});
