import type { Page, Report } from '../../support/journey';
import { ALL_NORMAL, may, read, visit, watched, type WatchItem, whyNot } from '../../support/monitoring';
import { type Client, TestApp } from '../../support/test-app';

interface Problem {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}
const codes = (item: WatchItem): string[] => item.signals.map(({ code }) => code);
const running = (item: WatchItem, ruleId: string) =>
  item.deadlines?.filter((clock) => clock.ruleId === ruleId && clock.state === 'running') ?? [];

/** Visits, carers, contact and what comes of them: a sign, a visit, a report. */
describe('watching over a child', () => {
  let app: TestApp;
  let director: Client;
  let station: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    director = await app.as('director');
    station = await app.as('station');
  }, 60_000);
  afterAll(() => app.stop());

  const act = <T = WatchItem>(client: Client, item: WatchItem, action: string, body: object): Promise<T> =>
    client.ok<T>(`/watch-items/${item.id}/actions/${action}`, body);
  const tried = async (
    item: WatchItem,
    action: string,
    body: object,
  ): Promise<Problem & { status: number }> => {
    const reply = await director.post<Problem>(`/watch-items/${item.id}/actions/${action}`, body);
    return { ...reply.body, status: reply.status };
  };

  it('a visit that saw the child begins the next round; one that did not changes nothing', async () => {
    const item = await watched(app, { child: { name: '禾小一', sex: 'male' } });
    const unseen = visit(app, { seenChild: false, spokeAlone: false, problems: '门锁着，邻居说去了镇上' });
    const after = await act(director, item, 'record-visit', unseen);
    expect([after.visits?.length, after.nextVisitOn]).toEqual([1, item.nextVisitOn]);
    await app.advanceTo('2026-09-20T09:00:00+08:00');
    const seen = await act(director, item, 'record-visit', visit(app));
    expect(seen.nextVisitOn).toBe('2026-10-20');
    expect(running(seen, 'DL-045')).toHaveLength(1);
    const agreed = await act(director, item, 'record-visit', visit(app, { nextDueOn: '2026-09-28' }));
    expect(agreed.nextVisitOn).toBe('2026-09-28');
    expect(running(agreed, 'DL-045')[0]?.dueAt).toBe('2026-09-28T15:59:59.999Z');
  });

  it('refuses a visit that cannot be, field by field', async () => {
    const item = await watched(app, { child: { name: '禾小二', sex: 'male' } });
    const { errors, status } = await tried(item, 'record-visit', {
      ...visit(app, { visitedAt: '2027-01-01T00:00:00+08:00', nextDueOn: '2027-08-01' }),
      items: { ...ALL_NORMAL, CARE: { rating: 'abnormal' } },
    });
    expect(status).toBe(422);
    expect(Object.keys(errors).sort()).toEqual(['items.CARE.note', 'nextDueOn', 'visitedAt']);
  });

  it('urges the village, tells the township, and shows what was missed until the child is seen', async () => {
    const item = await watched(app, { child: { name: '禾小三', sex: 'male' } });
    await app.advanceTo('2026-11-25T09:00:00+08:00');
    await app.drain();
    const missed = await read(station, item.id);
    expect([missed.missedVisits, codes(missed)]).toEqual([2, ['MISSED_TWICE']]);
    const titles = async (client: Client): Promise<string[]> =>
      (await client.read<Page<{ title: string; number: string }>>('/notices?limit=100')).data
        .filter(({ number }) => number === item.number)
        .map(({ title }) => title);
    expect(await titles(director)).toEqual(
      expect.arrayContaining(['有一项时限即将到期', '催办：有一项工作已到期', '督办：有一项工作已超期']),
    );
    expect(await titles(station)).toContain('督办：您督导的单位有一项工作已超期');
    // A new day hides nothing.
    const planned = await act(director, item, 'plan-visit', { nextVisitOn: '2026-11-28' });
    expect(planned.missedVisits).toBe(2);
    const list = await station.read<Page<WatchItem>>('/watch-items?filter[due]=missed&limit=100');
    expect(list.data.map(({ id }) => id)).not.toContain(item.id);
    const seen = await act(station, item, 'record-visit', visit(app));
    expect([seen.missedVisits, codes(seen), seen.visits?.[0]?.missed]).toEqual([0, [], 2]);
  });

  it('an abnormal item asks for a report, twice the same more loudly, and a report quiets it', async () => {
    const item = await watched(app, { child: { name: '禾小四', sex: 'male' } });
    const abnormal = { ...ALL_NORMAL, HEALTH: { rating: 'abnormal', note: '发烧三天没有就医' } };
    const once = await act(director, item, 'record-visit', visit(app, { items: abnormal }));
    expect(once.signals).toEqual([expect.objectContaining({ code: 'ABNORMAL', offer: 'report' })]);
    await app.advanceTo(new Date(app.now().getTime() + 3_600_000));
    const twice = await act(director, item, 'record-visit', visit(app, { items: abnormal }));
    expect(codes(twice)).toEqual(['ABNORMAL_TWICE']);
    const end = await station.post<Problem>(`/watch-items/${item.id}/actions/end`, {
      reason: 'SOLVED',
      childOpinion: '好了',
    });
    expect(end.body.errors.reason?.[0]).toContain('异常');
    const reported = await act(director, item, 'report-finding', finding());
    expect(codes(reported)).toEqual([]);
  });

  it('a child of eight left alone asks for a report at once', async () => {
    const item = await watched(app, { child: { name: '禾小五', sex: 'male', birthDate: '2020-02-02' } });
    const seen = await act(
      director,
      item,
      'record-visit',
      visit(app, { leftUnattended: true, livesAlone: true }),
    );
    expect(seen.signals.map(({ code, offer }) => [code, offer])).toEqual([
      ['UNATTENDED', 'report'],
      ['LIVING_ALONE', 'report'],
    ]);
  });

  it('becomes a report at the front door, linked both ways; those who must not know it do not', async () => {
    const item = await watched(app, { child: { name: '禾小六', sex: 'male', address: '柿园村五组' } });
    const reported = await act(director, item, 'report-finding', finding({ exclusionHints: ['TOWNSHIP'] }));
    expect(reported.reports).toEqual([expect.objectContaining({ stateName: '待受理' })]);
    expect(reported.state).toBe('active');
    const [link] = reported.reports ?? [];
    const report = await director.read<Report & { channel: string }>(`/reports/${link?.reportId}`);
    expect([report.reportNo, report.channel]).toEqual([link?.reportNo, 'PATROL']);
    expect(JSON.stringify(report.content)).toContain('禾小六');
    expect(JSON.stringify(report.content)).toContain('苗奶奶');
    const back = await director.read<Page<WatchItem>>(`/watch-items?filter[reportId]=${link?.reportId}`);
    expect(back.data.map(({ id }) => id)).toEqual([item.id]);
    // The township sees the child, and neither the report nor a line about it.
    const hidden = await read(station, item.id);
    expect(hidden.reports).toEqual([]);
    expect(hidden.timeline?.map(({ label }) => label)).not.toContain('已转为报告');
    expect(reported.timeline?.map(({ label }) => label)).toContain('已转为报告');
    expect(
      (await station.read<Page<WatchItem>>(`/watch-items?filter[reportId]=${link?.reportId}`)).data,
    ).toEqual([]);
  });

  it('shows the case that opens for the child, to those who see the case', async () => {
    const item = await watched(app, { child: { name: '禾小七', sex: 'male' } });
    const reported = await act(director, item, 'report-finding', finding());
    const intake = await app.as('intake');
    const reportId = reported.reports?.[0]?.reportId;
    await intake.ok(`/reports/${reportId}/actions/receive`);
    const plan = await intake.read<{
      children: Record<string, unknown>[];
      matches: { personId: string; childIndex: number }[];
      orders: { agencyId: string; role: string; task: string; selected: boolean }[];
    }>(`/reports/${reportId}/triage-proposal`);
    // 查重 finds the watched child.
    expect(plan.matches.map(({ personId }) => personId)).toContain(item.child?.id);
    const triaged = await intake.ok<Report>(`/reports/${reportId}/actions/triage`, {
      urgency: 'U2',
      situations: ['MR9'],
      regionCode: '990101100200',
      summary: '走访发现一名儿童需要核实照料情况。',
      children: [{ ...plan.children[0], personId: item.child?.id }],
      suspects: [],
      exclusions: [],
      orders: plan.orders
        .filter(({ selected }) => selected)
        .map(({ agencyId, role, task }) => ({ agencyId, role, task })),
      notices: [],
    });
    const caseId = triaged.cases?.[0]?.id;
    expect((await read(station, item.id)).cases).toEqual([expect.objectContaining({ id: caseId })]);
    // The village holds no part of the case yet, and learns nothing of it from the file.
    expect((await read(director, item.id)).cases).toEqual([]);
    const beside = await station.read<Page<WatchItem>>(`/watch-items?filter[caseId]=${caseId}`);
    expect(beside.data.map(({ id }) => id)).toEqual([item.id]);
  });

  describe('委托照护', () => {
    const care = (overrides: object = {}) => ({
      carerName: '禾大伯',
      relation: '81',
      carerPhone: '13900000012',
      startedOn: '2026-09-01',
      violence: false,
      habits: false,
      neglect: false,
      unfit: false,
      schoolToldOn: '2026-09-02',
      parentsAway: '父母去外省打工一年',
      childOpinion: '愿意和大伯住',
      ...overrides,
    });
    let item: WatchItem;
    beforeAll(async () => {
      item = await watched(app, { child: { name: '禾小八', sex: 'male' } });
    });

    it('is refused to a carer who may not be one, with the article and the way out', async () => {
      const { errors } = await tried(item, 'record-care', care({ habits: true }));
      expect(errors.habits?.[0]).toContain('不得作为被委托人（未成年人保护法第二十二条）');
      expect(errors.habits?.[0]).toContain('登记照护人不合适');
      const { errors: voice } = await tried(item, 'record-care', care({ childOpinion: undefined }));
      expect(voice).toHaveProperty('childOpinion');
      expect(whyNot(item, 'record-contact')).toContain('先登记委托照护');
    });

    it('starts the weekly contact of the parents, which only reminds', async () => {
      const recorded = await act(director, item, 'record-care', care());
      expect(recorded.care?.[0]).toMatchObject({ state: 'running', carerName: '禾大伯' });
      expect(running(recorded, 'DL-025')).toHaveLength(1);
      expect(running(recorded, 'DL-025')[0]?.basisName).toBe('法定时限');
      expect(whyNot(recorded, 'record-care')).toContain('先结束');
      await app.advanceTo(new Date(app.now().getTime() + 16 * 86_400_000));
      await app.drain();
      const steps = await app.owner.query<{ step: string }[]>(
        `SELECT DISTINCT s.step FROM deadline_step s JOIN deadline d ON d.id = s.deadline_id WHERE d.subject_id = $1 AND d.rule_id = 'DL-025'`,
        [item.id],
      );
      expect(steps).toEqual([{ step: 'remind' }]);
      expect(codes(await read(director, item.id))).toContain('NO_CONTACT');
      const today = app.now().toISOString().slice(0, 10);
      const called = await act(director, item, 'record-contact', {
        contactedOn: today,
        who: 'mother',
        way: 'video',
      });
      expect(codes(called)).not.toContain('NO_CONTACT');
      expect(called.contacts).toHaveLength(1);
      expect(running(called, 'DL-025')).toHaveLength(1);
      const { errors } = await tried(item, 'record-contact', {
        contactedOn: '2026-08-01',
        who: 'mother',
        way: 'phone',
      });
      expect(errors).toHaveProperty('contactedOn');
    });

    it('of an unfit carer is a sign to report and tells the township', async () => {
      const unfit = await act(director, item, 'record-unfit-carer', {
        disqualifiers: ['habits'],
        parentsToldOn: app.now().toISOString().slice(0, 10),
        note: '大伯酗酒，孩子说害怕。',
      });
      expect(unfit.care?.[0]?.state).toBe('unfit');
      expect(unfit.signals[0]).toMatchObject({ code: 'CARER_UNFIT', offer: 'report' });
      expect(running(unfit, 'DL-025')).toEqual([]);
      await app.drain();
      const notices = await station.read<Page<{ title: string; number: string }>>('/notices?limit=100');
      expect(notices.data).toContainEqual(
        expect.objectContaining({ title: '有照护人被登记为不合适，请核实', number: item.number }),
      );
      const ended = await act(director, item, 'end-care', {
        endedOn: app.now().toISOString().slice(0, 10),
        reason: '母亲回来照看',
      });
      expect([ended.care?.[0]?.state, codes(ended)]).toEqual([
        'ended',
        expect.not.arrayContaining(['CARER_UNFIT']),
      ]);
      expect(may(ended)).toContain('record-care');
    });
  });
});

function finding(overrides: object = {}): Record<string, unknown> {
  return {
    situations: ['MR9'],
    facts: '孩子发烧三天没有人带去看病，奶奶也病着。',
    childSafeNow: 'unknown',
    medicalSent: 'no',
    exclusionHints: [],
    wantsSecrecy: true,
    ...overrides,
  };
}
