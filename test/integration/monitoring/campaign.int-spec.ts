import {
  type Campaign,
  campaignBody,
  childOf,
  published,
  screeningFinding,
  type Sheet,
  sheetOf,
} from '../../support/campaign';
import { type Page, type Report } from '../../support/journey';
import { may, proposal, watched, type WatchItem, whyNot } from '../../support/monitoring';
import { type Client, TestApp } from '../../support/test-app';

interface Problem {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}
interface Home {
  readonly cards: readonly { key: string; count: number; link: string }[];
  readonly next: readonly { title: string; number: string | null; link: string }[];
}

/** 重点时段排查 (plan (四)12): drawn up, worked through child by child, signed off, ended with what was covered. */
describe('a screening of a key period', () => {
  let app: TestApp;
  let director: Client;
  let station: Client;
  let civil: Client;
  let seen: WatchItem;

  beforeAll(async () => {
    app = await TestApp.start();
    director = await app.as('director');
    station = await app.as('station');
    civil = await app.as('civil');
    seen = await watched(app, { child: { name: '苗小见', sex: 'female', address: '柿园村一组' } });
    await watched(app, { child: { name: '苗小远', sex: 'male' }, categories: ['DISTRESSED'] });
  }, 60_000);
  afterAll(() => app.stop());

  const act = (client: Client, sheet: { id: string }, action: string, body: object = {}): Promise<Sheet> =>
    client.ok<Sheet>(`/campaign-sheets/${sheet.id}/actions/${action}`, body);
  const tried = async (
    client: Client,
    path: string,
    body: object = {},
  ): Promise<Problem & { status: number }> => {
    const reply = await client.post<Problem>(path, body);
    return { ...reply.body, status: reply.status };
  };
  const record = (sheet: Sheet, name: string, body: object): Promise<Sheet> =>
    act(director, sheet, 'record-child', {
      taskId: childOf(sheet, name).taskId,
      met: true,
      findings: [],
      ...body,
    });
  const notices = async (client: Client, number: string): Promise<{ title: string; link: string }[]> =>
    (await client.read<Page<{ title: string; number: string; link: string }>>('/notices?limit=100')).data
      .filter((notice) => notice.number === number)
      .map(({ title, link }) => ({ title, link }));
  const card = async (client: Client, key: string) =>
    (await client.read<Home>('/home')).cards.find((each) => each.key === key);

  it('is refused, field by field, with days or places that cannot be', async () => {
    const { status, errors } = await tried(
      station,
      '/campaigns',
      campaignBody({ startsOn: '2026-09-20', endsOn: '2026-09-19' }),
    );
    expect([status, Object.keys(errors)]).toEqual([422, ['endsOn']]);
    expect(
      (await tried(station, '/campaigns', campaignBody({ endsOn: '2027-01-31' }))).errors.endsOn?.[0],
    ).toMatch(/90 天/);
    expect(
      (await tried(station, '/campaigns', campaignBody({ endsOn: '2026-02-30' }))).errors,
    ).toHaveProperty('endsOn');
    const elsewhere = await tried(station, '/campaigns', campaignBody({ regions: ['990101200000'] }));
    expect(elsewhere.errors.regions?.[0]).toContain('辖区');
    const unknown = await tried(station, '/campaigns', campaignBody({ checklist: ['NO_SUCH'] }));
    expect(Object.keys(unknown.errors)).toEqual(['checklist.0']);
  });

  it('is a draft nobody below knows, shows whom it would reach, and may be changed or given up', async () => {
    const draft = await station.ok<Campaign>('/campaigns', campaignBody({ categories: ['DISTRESSED'] }));
    expect([draft.state, draft.coverage.target, draft.villageNames]).toEqual(['draft', 1, ['柿园村']]);
    expect((await director.get(`/campaigns/${draft.id}`)).status).toBe(404);
    const wider = await station.ok<Campaign>(`/campaigns/${draft.id}/actions/revise`, campaignBody());
    expect(wider.coverage.target).toBe(2);
    // Civil affairs sees it and does not meddle.
    const above = await civil.read<Campaign>(`/campaigns/${draft.id}`);
    expect(may(above)).toEqual([]);
    expect(whyNot(above, 'publish')).toContain('起草的单位');
    const gone = await station.ok<Campaign>(`/campaigns/${draft.id}/actions/withdraw`, { reason: '重复' });
    expect([gone.state, gone.allowedActions]).toEqual(['withdrawn', []]);
    expect(gone.timeline?.map(({ label }) => label)).toEqual(['已起草', '已修改', '已撤销']);
    expect((await tried(station, `/campaigns/${draft.id}/actions/publish`)).status).toBe(409);
  });

  it('reaches the village with a clock that is only a suggestion, and a notice without a name', async () => {
    const campaign = await published(app);
    const sheet = await sheetOf(director, campaign);
    expect(sheet.children?.map(({ name, state }) => [name, state])).toEqual([
      ['苗小见', 'open'],
      ['苗小远', 'open'],
    ]);
    const [clock] = sheet.deadlines ?? [];
    expect([clock?.ruleId, clock?.state, clock?.basis, clock?.basisName, clock?.dueAt]).toEqual([
      'DL-057',
      'running',
      'suggested',
      '系统建议时限',
      '2026-10-10T15:59:59.999Z',
    ]);
    expect(await notices(director, campaign.number)).toEqual([
      { title: '有新的排查任务', link: `/campaign-sheets/${sheet.id}` },
    ]);
    const todo = await card(director, 'campaign-sheets-work');
    const listed = await director.read<Page<Sheet>>('/campaign-sheets?filter[todo]=work&limit=100');
    expect(listed.data.map(({ id }) => id)).toEqual([sheet.id]);
    expect(todo?.count).toBe(1);
    expect(decodeURIComponent(todo?.link ?? '')).toBe('/campaign-sheets?filter={"todo":"work"}');
    // What is due is looked for, urged, and the day may be moved.
    const later = await station.ok<Campaign>(`/campaigns/${campaign.id}/actions/extend`, {
      endsOn: '2026-10-12',
      reason: '国庆后补查',
    });
    expect(later.endsOn).toBe('2026-10-12');
    const moved = (await sheetOf(director, campaign)).deadlines?.filter(({ state }) => state === 'running');
    expect(moved?.map(({ dueAt }) => dueAt)).toEqual(['2026-10-12T15:59:59.999Z']);
    await app.drain();
    expect((await notices(director, campaign.number)).map(({ title }) => title)).toContain(
      '排查的截止日期有调整',
    );
  });

  it('is worked through child by child: met, not met and why, with findings; nothing without words', async () => {
    const campaign = await published(app);
    const sheet = await sheetOf(director, campaign);
    const path = `/campaign-sheets/${sheet.id}/actions/record-child`;
    const taskId = childOf(sheet, '苗小远').taskId;
    const wrong = async (body: object): Promise<string[]> =>
      Object.keys((await tried(director, path, { taskId, met: false, findings: [], ...body })).errors);
    expect(await wrong({})).toEqual(['notMetReason']);
    expect(await wrong({ notMetReason: 'UNKNOWN' })).toEqual(['note']);
    expect(await wrong({ met: true, findings: ['NO_INJURY'] })).toEqual(['note']);
    expect(await wrong({ met: true, findings: ['CALM'], note: '没有问到' })).toEqual(['findings']);
    expect(await wrong({ met: true, notMetReason: 'OTHER' })).toEqual(['notMetReason']);
    const missing = await tried(director, path, { taskId: seen.id, met: true, findings: [] });
    expect(missing.status).toBe(404);

    await record(sheet, '苗小见', { findings: ['NO_INJURY'], note: '手臂有一块淤青' });
    const worked = await record(sheet, '苗小远', {
      met: false,
      notMetReason: 'AT_RELATIVES',
      note: '在外婆家，打电话问过了',
    });
    expect(worked.coverage).toEqual({
      target: 2,
      met: 1,
      notMet: 1,
      open: 0,
      findings: 1,
      added: 0,
      reasons: [{ code: 'AT_RELATIVES', name: '去亲戚家', count: 1 }],
    });
    // The child's own file says that it was seen; the words are there and not in the log of the screening.
    const file = await director.read<WatchItem & { lastSeenAt: string | null }>(`/watch-items/${seen.id}`);
    expect(file.timeline?.at(-1)).toMatchObject({ label: '重点时段排查已登记', note: '手臂有一块淤青' });
    expect(file.lastSeenAt).not.toBeNull();
    expect(file.nextVisitOn).toBe(seen.nextVisitOn);
    expect(worked.timeline?.map(({ note }) => note)).toEqual([null, null]);
    // Corrected later: the earlier words stay.
    const corrected = await record(worked, '苗小见', { note: '淤青是骑车摔的，已看过医生' });
    expect(childOf(corrected, '苗小见').note).toContain('原来登记：手臂有一块淤青');
    expect(corrected.coverage.findings).toBe(0);
  });

  it('takes in a child who was not on the list, who becomes a watched child or a report', async () => {
    const campaign = await published(app);
    const sheet = await sheetOf(director, campaign);
    const added = await act(director, sheet, 'add-child', {
      name: '苗小外',
      sex: 'male',
      age: 7,
      address: '柿园村九组 租住',
      met: true,
      findings: ['CARER_PRESENT'],
      note: '白天一个人在家',
    });
    const child = childOf(added, '苗小外');
    expect([child.listed, added.coverage.added, added.coverage.target]).toEqual([false, 1, 2]);
    const item = await director.ok<WatchItem>(
      '/watch-items',
      proposal({ child: { name: '苗小外', sex: 'male' }, campaignTaskId: child.taskId }),
    );
    const reported = await act(director, sheet, 'report-finding', screeningFinding(child.taskId));
    const linked = childOf(reported, '苗小外');
    expect([linked.watchNumber, linked.reportNos.length]).toEqual([item.number, 1]);
    const reports = await director.read<Page<Report & { channel: string }>>('/reports?limit=100');
    const report = reports.data.find(({ reportNo }) => reportNo === linked.reportNos[0]);
    const full = await director.read<Report & { channel: string }>(`/reports/${report?.id}`);
    expect(full.channel).toBe('PATROL');
    expect(JSON.stringify(full.content)).toContain('柿园村九组 租住');
  });

  it('a finding becomes a report of the watched child; those who must not know it see no line of it', async () => {
    const campaign = await published(app);
    const sheet = await sheetOf(director, campaign);
    const { taskId } = childOf(sheet, '苗小见');
    const mine = await act(
      director,
      sheet,
      'report-finding',
      screeningFinding(taskId, { exclusionHints: ['TOWNSHIP'] }),
    );
    expect(childOf(mine, '苗小见').reportNos).toHaveLength(1);
    expect(mine.timeline?.map(({ label }) => label)).toEqual(['已转为报告']);
    const file = await director.read<WatchItem>(`/watch-items/${seen.id}`);
    expect(file.reports?.map(({ reportNo }) => reportNo)).toEqual(childOf(mine, '苗小见').reportNos);
    const above = await sheetOf(station, campaign);
    expect([childOf(above, '苗小见').reportNos, above.timeline]).toEqual([[], []]);
  });

  it('goes up and comes back: reported, returned with a reason, signed off by another, ended', async () => {
    const campaign = await published(app);
    let sheet = await sheetOf(director, campaign);
    expect(whyNot(sheet, 'submit')).toContain('3 个孩子');
    expect((await tried(director, `/campaign-sheets/${sheet.id}/actions/submit`)).status).toBe(409);
    // The child found by an earlier screening is watched now, and on this list.
    await record(sheet, '苗小外', {});
    await record(sheet, '苗小见', {});
    sheet = await record(sheet, '苗小远', {
      met: false,
      notMetReason: 'NOBODY_HOME',
      note: '邻居说赶集去了',
    });
    sheet = await act(director, sheet, 'submit', { note: '全部走到' });
    expect([sheet.state, sheet.deadlines?.map(({ state }) => state)]).toEqual(['submitted', ['done']]);
    expect(whyNot(sheet, 'record-child')).toContain('退回');
    await app.drain();
    expect((await notices(station, campaign.number)).map(({ title }) => title)).toContain(
      '有村（社区）上报了排查，请核签',
    );
    const waiting = await card(station, 'campaign-sheets-sign');
    const toSign = await station.read<Page<Sheet>>('/campaign-sheets?filter[todo]=sign&limit=100');
    expect([waiting?.count, toSign.data.map(({ id }) => id)]).toEqual([1, [sheet.id]]);

    const returned = await act(station, sheet, 'return', { reason: '请再去看一次苗家' });
    expect([returned.state, returned.timeline?.at(-1)?.note]).toEqual(['open', '请再去看一次苗家']);
    await app.drain();
    expect((await notices(director, campaign.number)).map(({ title }) => title)).toContain(
      '排查登记被退回，请补充',
    );
    sheet = await sheetOf(director, campaign);
    expect(sheet.deadlines?.map(({ state }) => state).sort()).toEqual(['done', 'running']);
    await record(sheet, '苗小远', {});
    await act(director, sheet, 'submit');

    expect(whyNot(await station.read<Campaign>(`/campaigns/${campaign.id}`), 'close')).toContain('1 个村');
    expect((await act(station, sheet, 'sign')).state).toBe('signed');
    const closed = await civil.ok<Campaign>(`/campaigns/${campaign.id}/actions/close`, {
      conclusion: '全部见到，无新增。',
    });
    expect([closed.state, closed.coverage.met, closed.coverage.notMet]).toEqual(['closed', 3, 0]);
    expect(closed.timeline?.map(({ label, subject }) => [label, subject])).toEqual([
      ['已起草', null],
      ['已发布，任务已到村', null],
      ['已上报，待核签', '柿园村'],
      ['已退回，请补充', '柿园村'],
      ['已上报，待核签', '柿园村'],
      ['已核签', '柿园村'],
      ['排查已结束', null],
    ]);
    const after = await sheetOf(director, campaign);
    expect(may(after)).toEqual(['report-finding']);
    await app.drain();
    expect((await notices(director, campaign.number)).map(({ title }) => title)).toContain('排查已结束');
  });

  it('past its last day it may end with villages that wait; their clocks fall away, and the owner was told to end it', async () => {
    const campaign = await published(app, { title: '汛期排查', endsOn: '2026-09-22' });
    await app.advanceTo('2026-09-24T09:00:00+08:00');
    await app.drain();
    const late = await notices(director, campaign.number);
    expect(late.map(({ title }) => title)).toContain('催办：有一项工作已到期');
    expect(late.every(({ link }) => link.startsWith('/campaign-sheets/'))).toBe(true);
    const { next } = await station.read<Home>('/home');
    expect(next.find(({ number }) => number === campaign.number)).toBeDefined();
    const closed = await station.ok<Campaign>(`/campaigns/${campaign.id}/actions/close`, {
      conclusion: '柿园村没有完成，另行安排补查。',
    });
    expect([closed.state, closed.coverage.open]).toEqual(['closed', 3]);
    const sheet = await sheetOf(director, campaign);
    expect(sheet.deadlines?.map(({ state }) => state)).toEqual(['cancelled']);
    const open = await director.read<Page<Sheet>>('/campaign-sheets?filter[todo]=work&limit=100');
    expect(open.data.map(({ id }) => id)).not.toContain(sheet.id);
  });

  it('a village where nobody works goes to the township, and only watched children of the place are asked after', async () => {
    const yunling = await app.as('stationYunling');
    const draft = await civil.ok<Campaign>('/campaigns', campaignBody({ regions: ['990101000000'] }));
    const running = await civil.ok<Campaign>(`/campaigns/${draft.id}/actions/publish`);
    await app.drain();
    expect(running.sheets?.length).toBe(draft.villageNames?.length);
    const theirs = await yunling.read<Campaign>(`/campaigns/${draft.id}`);
    expect(theirs.sheets?.every(({ regionCode }) => regionCode.startsWith('990101200'))).toBe(true);
    expect(theirs.coverage.target).toBe(0);
    expect((await notices(yunling, running.number)).length).toBeGreaterThan(0);
    const own = await director.read<Campaign>(`/campaigns/${draft.id}`);
    expect(own.sheets?.map(({ regionCode }) => regionCode)).toEqual(['990101100200']);
  });

  it('repeats of one key make one campaign', async () => {
    const key = '018f0000-0000-7000-8000-00000000c0de';
    const first = await station.post<Campaign>('/campaigns', campaignBody(), { key });
    const again = await station.post<Campaign>('/campaigns', campaignBody(), { key });
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
  });
});
