import type { Page } from '../../support/journey';
import {
  actionsOf,
  closedCase,
  closingBody,
  followUpBody,
  type LifeView,
  runningRules,
  screenBody,
  workedCase,
} from '../../support/lifecycle';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

const DAY_MS = 86_400_000;

/** From the village's request over 跟踪回访 to the archive, and everything that may come between. */
describe('how a case ends', () => {
  let app: TestApp;
  let director: Client;
  let station: Client;
  let intake: Client;
  let civil: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [director, station, intake, civil] = await Promise.all([
      app.as('director'),
      app.as('station'),
      app.as('intake'),
      app.as('civil'),
    ]);
  }, 60_000);
  afterAll(() => app.stop());

  const titlesOf = async (client: Client): Promise<string[]> =>
    (await client.read<Page<{ title: string }>>('/notices?limit=100')).data.map(({ title }) => title);

  describe('三级审核: a village asks, its township endorses, the district signs', () => {
    let caseId: string;

    it('waits for the township first, and tells it', async () => {
      ({ caseId } = await workedCase(app));
      const asked = await director.ok<LifeView>(`/cases/${caseId}/actions/request-closing`, closingBody());
      expect(asked.closing).toMatchObject({ needsEndorsement: true, stateName: '待乡镇（街道）审核' });
      const early = await civil.post<{ detail: string }>(`/cases/${caseId}/actions/sign-closing`);
      expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('乡镇（街道）审核')]);
      await app.drain();
      expect(await titlesOf(station)).toContain('有个案申请结案，待审核');
      expect((await director.post(`/cases/${caseId}/actions/endorse-closing`)).status).toBe(403);
    });

    it('may be returned at every level, the village taking its own request back', async () => {
      for (const client of [director, station, civil]) {
        const back = await client.ok<LifeView>(`/cases/${caseId}/actions/return-closing`, {
          reason: '还要再走访一次。',
        });
        expect([back.phase, back.closing?.state]).toEqual(['open', 'returned']);
        await director.ok(`/cases/${caseId}/actions/request-closing`, closingBody());
      }
    });

    it('is endorsed once, with an opinion, and then signed by the district', async () => {
      const endorsed = await station.ok<LifeView>(`/cases/${caseId}/actions/endorse-closing`, {
        note: '同意，孩子稳定。',
      });
      expect(endorsed.closing).toMatchObject({
        stateName: '待区级审批',
        endorsedByName: '柳慧',
        endorsement: '同意，孩子稳定。',
      });
      expect((await station.post(`/cases/${caseId}/actions/endorse-closing`)).status).toBe(409);
      await app.drain();
      expect(await titlesOf(intake)).toContain('有个案申请结案，待审核');
      const closed = await civil.ok<LifeView>(`/cases/${caseId}/actions/sign-closing`);
      expect([closed.phase, closed.followUpPlan]).toEqual(['closed', { total: 6, left: 6 }]);
    });

    it('needs no endorsement when the township asks itself', async () => {
      const { caseId: other } = await workedCase(app);
      const asked = await station.ok<LifeView>(`/cases/${other}/actions/request-closing`, closingBody());
      expect(asked.closing).toMatchObject({ needsEndorsement: false, stateName: '待区级审批' });
      expect((await civil.ok<LifeView>(`/cases/${other}/actions/sign-closing`)).phase).toBe('closed');
    });

    it('falls to the district when the township must not know', async () => {
      const { caseId: hidden } = await workedCase(app, { report: { exclusionHints: ['TOWNSHIP'] } });
      await director.ok(`/cases/${hidden}/actions/request-closing`, closingBody());
      expect((await civil.ok<LifeView>(`/cases/${hidden}/actions/sign-closing`)).phase).toBe('closed');
      expect((await station.get(`/cases/${hidden}`)).status).toBe(404);
    });

    it('falls to the district when the township has nobody who signs in', async () => {
      const { caseId: orphan } = await workedCase(app);
      await director.ok(`/cases/${orphan}/actions/request-closing`, closingBody());
      await app.owner.query(`UPDATE app_user SET disabled_at = now() WHERE username = 'dudao'`);
      expect((await civil.ok<LifeView>(`/cases/${orphan}/actions/sign-closing`)).phase).toBe('closed');
      await app.owner.query(`UPDATE app_user SET disabled_at = NULL WHERE username = 'dudao'`);
    });

    it.each([
      ['MOVED', '申请转出'],
      ['DIED', '登记孩子死亡'],
    ])('knows a road of its own for %s', async (reason, words) => {
      const { caseId: other } = await workedCase(app);
      const reply = await director.post<{ errors: Record<string, string[]> }>(
        `/cases/${other}/actions/request-closing`,
        closingBody(reason),
      );
      expect([reply.status, reply.body.errors.reason?.[0]]).toEqual([422, expect.stringContaining(words)]);
    });

    it('does not close over a statutory clock that ran out', async () => {
      const { caseId: late } = await workedCase(app);
      await app.owner.query(
        `UPDATE deadline SET statutory = true, due_at = $2 WHERE case_id = $1 AND state = 'running' AND rule_id = 'DL-042'`,
        [late, new Date(app.now().getTime() - 1_000)],
      );
      const reply = await director.post<{ detail: string }>(
        `/cases/${late}/actions/request-closing`,
        closingBody(),
      );
      expect([reply.status, reply.body.detail]).toEqual([409, expect.stringContaining('1 项法定时限')]);
    });
  });

  describe('跟踪回访 (DL-046)', () => {
    let caseId: string;

    it('has a clock from the moment of signing, owned by the worker, who goes on seeing the case', async () => {
      ({ caseId } = await closedCase(app));
      const file = await director.read<LifeView>(`/cases/${caseId}`);
      expect(runningRules(file)).toEqual(['DL-046']);
      const clock = file.deadlines?.find(({ state }) => state === 'running');
      expect(Date.parse(clock?.dueAt ?? '') - app.now().getTime()).toBeGreaterThan(6 * DAY_MS);
      expect(clock?.basisName).toBe('系统建议时限');
      expect(actionsOf(file)).toContain('record-follow-up');
      expect(actionsOf(file)).not.toContain('record-visit');
    });

    it('counts only when the child was seen', async () => {
      const unseen = { seenChild: false, spokeAlone: false, state: 'watch', problems: '全家外出。' };
      const refused = await director.post(`/cases/${caseId}/actions/record-follow-up`, {
        ...followUpBody(app),
        ...unseen,
        state: 'good',
      });
      expect(refused.status).toBe(422);
      const file = await director.ok<LifeView>(
        `/cases/${caseId}/actions/record-follow-up`,
        followUpBody(app, unseen),
      );
      expect([file.phase, file.followUpPlan?.left, runningRules(file)]).toEqual(['follow_up', 6, ['DL-046']]);
    });

    it('opens the next round each time: 7, 30, then 90 days', async () => {
      const spans: number[] = [];
      for (let left = 5; left >= 0; left -= 1) {
        const before = await director.read<LifeView>(`/cases/${caseId}`);
        const due = before.deadlines?.find(({ state }) => state === 'running')?.dueAt ?? '';
        spans.push(Math.round((Date.parse(due) - app.now().getTime()) / DAY_MS));
        await app.advanceTo(new Date(Date.parse(due) - DAY_MS / 2));
        const file = await director.ok<LifeView>(
          `/cases/${caseId}/actions/record-follow-up`,
          followUpBody(app),
        );
        expect(file.followUpPlan).toEqual({ total: 6, left });
        if (left > 0) {
          const early = await intake.post<{ detail: string }>(
            `/cases/${caseId}/actions/archive`,
            archiveBody(),
          );
          expect([early.status, early.body.detail]).toEqual([
            409,
            expect.stringContaining(`${left} 次跟踪回访`),
          ]);
        }
      }
      // The last day may move to the next working day (民法典 203).
      for (const [index, days] of [7, 30, 90, 90, 90, 90].entries())
        expect([index, Math.abs((spans[index] ?? 0) - days) <= 9]).toEqual([index, true]);
    }, 60_000);

    it('ends with the last: no clock, no further follow-up, and the worker reads on for 30 days only', async () => {
      const file = await intake.read<LifeView>(`/cases/${caseId}`);
      expect(runningRules(file)).toEqual([]);
      expect(file.followUps).toHaveLength(7);
      const again = await director.post(`/cases/${caseId}/actions/record-follow-up`, followUpBody(app));
      expect(again.status).toBe(409);
      expect((await director.get(`/cases/${caseId}`)).status).toBe(200);
      await app.advanceTo(new Date(app.now().getTime() + 31 * DAY_MS));
      expect((await director.get(`/cases/${caseId}`)).status).toBe(404);
    });

    it('then goes to the archive, which nobody changes any more', async () => {
      expect((await director.post(`/cases/${caseId}/actions/archive`, archiveBody())).status).toBe(403);
      const file = await intake.ok<LifeView>(`/cases/${caseId}/actions/archive`, archiveBody());
      expect(file).toMatchObject({
        phase: 'archived',
        archive: { retentionName: '长期（30年）', documents: ['强制报告登记表', '结案审批表'] },
        allowedActions: [],
      });
      const late = await intake.post(`/cases/${caseId}/actions/open-emergency`, { reason: '又有危险' });
      expect(late.status).toBe(409);
    });

    it('is asked for by no closing of a child who is adopted', async () => {
      const { caseId: adopted } = await closedCase(app, 'ADOPTED');
      const file = await intake.read<LifeView>(`/cases/${adopted}`);
      expect([file.followUpPlan, runningRules(file)]).toEqual([{ total: 0, left: 0 }, []]);
      expect((await intake.ok<LifeView>(`/cases/${adopted}/actions/archive`, archiveBody())).phase).toBe(
        'archived',
      );
    });

    it('can be handed to another worker, who sees the case from then on', async () => {
      const { caseId: handed } = await closedCase(app);
      const { users } = await intake.read<{ users: { id: string; role: string; agencyId: string }[] }>(
        '/reference',
      );
      const supervisor = users.find(({ role }) => role === 'child_supervisor');
      await intake.ok(`/cases/${handed}/actions/assign`, {
        agencyId: supervisor?.agencyId,
        userId: supervisor?.id,
      });
      expect((await director.get(`/cases/${handed}`)).status).toBe(404);
      const [clock] = await app.owner.query<{ owner_user_id: string }[]>(
        `SELECT owner_user_id FROM deadline WHERE case_id = $1 AND state = 'running'`,
        [handed],
      );
      expect(clock?.owner_user_id).toBe(supervisor?.id);
    });
  });

  describe('a follow-up that finds danger', () => {
    let caseId: string;

    it('must advise to open the case again, and rings at the district and the township at once', async () => {
      ({ caseId } = await closedCase(app));
      const danger = { state: 'danger', problems: '脸上有新伤。' };
      const quiet = await director.post<{ errors: Record<string, string[]> }>(
        `/cases/${caseId}/actions/record-follow-up`,
        followUpBody(app, danger),
      );
      expect(quiet.body.errors.advice?.[0]).toContain('110');
      const file = await director.ok<LifeView>(
        `/cases/${caseId}/actions/record-follow-up`,
        followUpBody(app, { ...danger, advice: 'reopen' }),
      );
      expect(runningRules(file)).toEqual(['DL-046', 'DL-054']);
      await app.drain();
      for (const client of [intake, station])
        expect(await titlesOf(client)).toContain('跟踪回访发现问题，请立即查看');
      const [ruling] = await app.owner.query<{ name: string; urgency: string }[]>(
        `SELECT a.name, d.urgency FROM deadline d JOIN agency a ON a.id = d.owner_agency_id
          WHERE d.case_id = $1 AND d.rule_id = 'DL-054' AND d.state = 'running'`,
        [caseId],
      );
      expect(ruling).toEqual({ name: '平新县未成年人保护受理中心', urgency: 'U0' });
    });

    it('leads back to work: the case is open again, its clocks run, its worker sees it', async () => {
      const file = await intake.ok<LifeView>(`/cases/${caseId}/actions/reopen`, {
        reason: '回访发现新伤。',
      });
      expect(file.phase).toBe('open');
      expect(file.stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage)).toEqual([
        'assessment',
      ]);
      expect(runningRules(file)).toEqual(['DL-042', 'DL-043']);
      await app.advanceTo(new Date(app.now().getTime() + 40 * DAY_MS));
      expect(actionsOf(await director.read<LifeView>(`/cases/${caseId}`))).toContain('record-visit');
    });

    it('or straight into an emergency, which ends the follow-up too', async () => {
      const { caseId: other } = await closedCase(app);
      const file = await station.ok<LifeView>(`/cases/${other}/actions/open-emergency`, {
        reason: '孩子又被打。',
      });
      expect([file.phase, runningRules(file)]).toEqual(['open', ['DL-042']]);
    });

    it('knows the report that opened it again, and no report one cannot see', async () => {
      const { caseId: other, reportId } = await closedCase(app);
      const unknown = await intake.post<{ errors: Record<string, string[]> }>(
        `/cases/${other}/actions/reopen`,
        { reason: '新的报告', reportId: '01900000-0000-7000-8000-000000000000' },
      );
      expect([unknown.status, Object.keys(unknown.body.errors)]).toEqual([422, ['reportId']]);
      const file = await intake.ok<LifeView>(`/cases/${other}/actions/reopen`, {
        reason: '新的报告',
        reportId,
      });
      expect(file.timeline?.map(({ label }) => label)).toContain('已重新办理');
    });
  });

  describe('a case that rests', () => {
    it('keeps its stages and goes on ringing, until somebody takes it up', async () => {
      const { caseId } = await workedCase(app);
      const nextCheckOn = dayAfter(app.now(), 30);
      const body = { reason: 'LOST_CONTACT', nextCheckOn, note: '电话停机，邻居说已外出。' };
      const tooFar = await station.post(`/cases/${caseId}/actions/suspend`, {
        ...body,
        nextCheckOn: dayAfter(app.now(), 120),
      });
      expect(tooFar.status).toBe(422);
      const rest = await station.ok<LifeView>(`/cases/${caseId}/actions/suspend`, body);
      expect([rest.phase, rest.stages.filter(({ closedAt }) => closedAt === null).length]).toEqual([
        'suspended',
        1,
      ]);
      expect(runningRules(rest)).toContain('DL-045');
      expect(rest.suspensions).toMatchObject([{ reasonName: '失联，正在寻找', nextCheckOn, endedAt: null }]);
      expect(rest.timeline?.filter(({ upcoming }) => upcoming).map(({ label }) => label)).toContain(
        '中止期间核查',
      );
      const back = await station.ok<LifeView>(`/cases/${caseId}/actions/resume`, { reason: '孩子找到了。' });
      expect([back.phase, back.suspensions?.[0]?.endedAt]).toEqual(['open', expect.any(String)]);
    });

    it('is ended by an emergency as well', async () => {
      const { caseId } = await workedCase(app);
      await station.ok(`/cases/${caseId}/actions/suspend`, {
        reason: 'OTHER',
        nextCheckOn: dayAfter(app.now(), 10),
        note: '随父母短期外出。',
      });
      const file = await station.ok<LifeView>(`/cases/${caseId}/actions/open-emergency`, { reason: '求救' });
      expect([file.phase, file.suspensions?.[0]?.endedAt]).toEqual(['open', expect.any(String)]);
    });
  });

  describe('the death of a child', () => {
    let caseId: string;

    it('freezes the file: no stage, no clock, nobody writes', async () => {
      ({ caseId } = await workedCase(app));
      const at = app.now().toISOString();
      const frozen = await station.ok<LifeView>(`/cases/${caseId}/actions/record-death`, {
        diedAt: at,
        place: '村口水塘',
        circumstances: '溺水，已送医抢救无效。',
        reportedTo: '公安、区民政局',
        reportedAt: at,
      });
      expect([frozen.phase, runningRules(frozen), actionsOf(frozen)]).toEqual(['frozen', [], []]);
      expect(frozen.stages.every(({ closedAt }) => closedAt !== null)).toBe(true);
      expect((await director.post(`/cases/${caseId}/actions/record-visit`, {})).status).toBe(422);
      const visit = await intake.post(`/cases/${caseId}/actions/assess`, await screenBody(intake));
      expect(visit.status).toBe(409);
      await app.drain();
      expect(await titlesOf(intake)).toContain('有一份档案被冻结，请立即查看并复核');
    });

    it('is reviewed by civil affairs, another person, and only then archived', async () => {
      const early = await intake.post<{ detail: string }>(`/cases/${caseId}/actions/archive`, archiveBody());
      expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('复核')]);
      expect((await intake.post(`/cases/${caseId}/actions/review-death`, { opinion: '不是我' })).status).toBe(
        403,
      );
      const reviewed = await civil.ok<LifeView>(`/cases/${caseId}/actions/review-death`, {
        opinion: '处置及时，另行通报。',
      });
      expect(reviewed.death?.review).toBe('处置及时，另行通报。');
      expect(reviewed.closing).toMatchObject({ state: 'signed', reason: 'DIED', signedByName: '顾衡' });
      const archived = await intake.ok<LifeView>(`/cases/${caseId}/actions/archive`, archiveBody());
      expect([archived.phase, archived.closedAt]).toEqual(['archived', expect.any(String)]);
    });

    it('is not reviewed by who recorded it', async () => {
      const { caseId: other } = await workedCase(app);
      const at = app.now().toISOString();
      await civil.ok(`/cases/${other}/actions/record-death`, {
        diedAt: at,
        place: '医院',
        circumstances: '病故。',
        reportedTo: '区政府',
        reportedAt: at,
      });
      const own = await civil.post<{ detail: string }>(`/cases/${other}/actions/review-death`, {
        opinion: '自己看',
      });
      expect([own.status, own.body.detail]).toEqual([409, expect.stringContaining('另一个人')]);
    });
  });

  function archiveBody(): Record<string, unknown> {
    return { retention: 'long_term', documents: ['强制报告登记表', '结案审批表'] };
  }
});

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
}
