import type { Page } from '../../support/journey';
import { may, proposal, read, visit, watched, type WatchItem, whyNot } from '../../support/monitoring';
import { type Client, TestApp } from '../../support/test-app';

interface Problem {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}

/** 监测对象: from the village that sees a child to the day nobody needs to come any more. */
describe('a watched child', () => {
  let app: TestApp;
  let director: Client;
  let station: Client;
  let civil: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    director = await app.as('director');
    station = await app.as('station');
    civil = await app.as('civil');
  }, 60_000);
  afterAll(() => app.stop());

  it('is proposed by the village, with a clock from the first second', async () => {
    const item = await director.ok<WatchItem>('/watch-items', proposal());
    expect(item.number).toMatch(/^JC\d{8}-\d{6}$/);
    expect([item.state, item.level]).toEqual(['proposed', 'key']);
    expect(item.child?.name).toBe('苗小禾');
    expect(item.childName).toMatch(/^苗\*/);
    expect(item.guardians).toEqual([expect.objectContaining({ name: '苗奶奶', relationName: '祖母' })]);
    expect(item.workerUserName).toBe('田小满');
    // 30 days for the key level, moved by no weekend here; a suggestion, never the law.
    expect(item.nextVisitOn).toBe('2026-10-15');
    expect(item.deadlines).toEqual([
      expect.objectContaining({
        ruleId: 'DL-045',
        name: '定期走访（监测对象·重点）',
        state: 'running',
        basisName: '系统建议时限',
      }),
    ]);
    expect(item.confirmAgencyName).toBe('柳溪镇未成年人保护工作站');
    expect(may(item)).toEqual(expect.arrayContaining(['record-visit', 'report-finding', 'withdraw']));
    expect(may(item)).not.toContain('confirm');
  });

  it('rings at the township without a name, and nowhere else', async () => {
    await app.drain();
    const notices = await station.read<Page<{ title: string; link: string }>>('/notices');
    expect(notices.data[0]).toMatchObject({ title: '有监测对象待核定' });
    expect(JSON.stringify(notices)).not.toMatch(/苗/);
    for (const who of ['police', 'education', 'hospital', 'otherStation'] as const) {
      const other = await (await app.as(who)).read<Page<{ title: string }>>('/notices');
      expect(other.data.map(({ title }) => title)).not.toContain('有监测对象待核定');
    }
  });

  it('is confirmed one level up and by another person', async () => {
    const item = await director.ok<WatchItem>(
      '/watch-items',
      proposal({ child: { name: '苗小穗', sex: 'male' } }),
    );
    expect((await director.post(`/watch-items/${item.id}/actions/confirm`, { level: 'key' })).status).toBe(
      403,
    );
    const early = await civil.post<Problem>(`/watch-items/${item.id}/actions/confirm`, { level: 'key' });
    expect([early.status, early.body.detail]).toEqual([409, '请由乡镇（街道）核定。']);
    const confirmed = await station.ok<WatchItem>(`/watch-items/${item.id}/actions/confirm`, {
      level: 'watch',
      nextVisitOn: '2026-10-09',
    });
    expect([confirmed.state, confirmed.level, confirmed.nextVisitOn]).toEqual([
      'active',
      'watch',
      '2026-10-09',
    ]);
    const labels = confirmed.timeline?.map(({ label }) => label);
    expect(labels).toEqual(['已提出，待核定', '已核定为监测对象']);
  });

  it('goes to civil affairs when the township proposes it', async () => {
    const item = await station.ok<WatchItem>(
      '/watch-items',
      proposal({ child: { name: '苗小叶', sex: 'male' }, level: 'normal' }),
    );
    expect(item.confirmAgencyName).toBe('平新县民政局');
    expect(whyNot(item, 'confirm')).toContain('另一个人');
    // The village has an account, so the village goes.
    expect(item.workerAgencyName).toBe('柿园村民委员会');
    expect(may(await read(civil, item.id))).toContain('confirm');
  });

  it('falls to the township or the district where a village has nobody', async () => {
    // 大槐树村 has no account.
    const item = await station.ok<WatchItem>(
      '/watch-items',
      proposal({ regionCode: '990101100202', child: { name: '槐小树', sex: 'male' } }),
    );
    expect(item.workerAgencyName).toBe('柳溪镇未成年人保护工作站');
    // The other villages of the township do not see it.
    expect((await director.get(`/watch-items/${item.id}`)).status).toBe(404);
  });

  it('comes back to the village when something is missing, and goes up again', async () => {
    const item = await director.ok<WatchItem>(
      '/watch-items',
      proposal({ child: { name: '苗小果', sex: 'male' } }),
    );
    const returned = await station.ok<WatchItem>(`/watch-items/${item.id}/actions/return`, {
      reason: '请写明父母怎么联系',
    });
    expect(returned.state).toBe('returned');
    expect(whyNot(returned, 'resubmit')).toContain('只有提出的单位');
    const again = await director.ok<WatchItem>(`/watch-items/${item.id}/actions/resubmit`, {
      categories: ['LEFT_BEHIND', 'DISTRESSED'],
      why: '父母在外打工，家中困难。',
      parents: '父亲电话每周日可接通',
    });
    expect(again.state).toBe('proposed');
    expect(again.timeline?.at(-1)?.note).toContain('原来写的是');
    const withdrawn = await director.ok<WatchItem>(`/watch-items/${item.id}/actions/withdraw`, {
      reason: '孩子随父母去了外省，已不在本村',
    });
    expect(withdrawn.state).toBe('ended');
    expect(withdrawn.deadlines?.every(({ state }) => state !== 'running')).toBe(true);
  });

  it('is refused with what to do: place, category and age, twice the same child', async () => {
    const tried = async (overrides: Record<string, unknown>): Promise<Record<string, string[]>> => {
      const reply = await director.post<Problem>('/watch-items', proposal(overrides));
      expect(reply.status).toBe(422);
      return reply.body.errors;
    };
    expect(await tried({ regionCode: '990101100201' })).toHaveProperty('regionCode');
    expect(await tried({ categories: ['NO_SUCH'] })).toHaveProperty(['categories.0']);
    const sixteen = { name: '苗大树', sex: 'male', birthDate: '2010-01-01' };
    expect((await tried({ child: sixteen })).categories?.[0]).toContain('16周岁');
    expect(await tried({ child: { sex: 'male' } })).toHaveProperty(['child.name']);
    expect(await tried({ exclusions: ['TOWNSHIP'] })).toHaveProperty('exclusions');
    const { found } = await director.ok<{
      found: { personId: string; watchNumber: string | null; maskedName: string }[];
    }>('/watch-items/look-up', { name: '苗小禾' });
    expect(found).toEqual([
      expect.objectContaining({ maskedName: expect.stringMatching(/^苗\*/) as string }),
    ]);
    const twice = await tried({ child: { personId: found[0]?.personId } });
    expect(twice['child.personId']?.[0]).toContain(found[0]?.watchNumber ?? '?');
  });

  it('changes level, worker and day, never later than one round', async () => {
    const item = await watched(app, { child: { name: '苗小豆', sex: 'male' }, level: 'watch' });
    const path = `/watch-items/${item.id}/actions`;
    const late = await director.post<Problem>(`${path}/plan-visit`, { nextVisitOn: '2027-01-31' });
    expect(late.body.errors.nextVisitOn?.[0]).toContain('最晚');
    const planned = await director.ok<WatchItem>(`${path}/plan-visit`, { nextVisitOn: '2026-09-20' });
    expect(planned.nextVisitOn).toBe('2026-09-20');
    const key = await station.ok<WatchItem>(`${path}/change-level`, { level: 'key', reason: '奶奶住院' });
    expect([key.level, key.nextVisitOn]).toEqual(['key', '2026-10-15']);
    const same = await station.post<Problem>(`${path}/change-level`, { level: 'key', reason: '再来' });
    expect(same.status).toBe(422);
    const { agencies } = await station.read<{ agencies: { id: string; name: string }[] }>('/reference');
    const own = agencies.find(({ name }) => name === '柳溪镇未成年人保护工作站');
    const hospital = agencies.find(({ name }) => name === '平新县人民医院');
    const assigned = await station.ok<WatchItem>(`${path}/assign`, { agencyId: own?.id });
    expect(assigned.workerAgencyName).toBe(own?.name);
    expect((await station.post<Problem>(`${path}/assign`, { agencyId: hospital?.id })).status).toBe(422);
  });

  it('rests for a while with a day to look again, and ends only when the child was seen well', async () => {
    const item = await watched(app, { child: { name: '苗小麦', sex: 'male' } });
    const path = `/watch-items/${item.id}/actions`;
    const long = await station.post<Problem>(`${path}/pause`, { untilOn: '2027-06-01', reason: '去外婆家' });
    expect(long.body.errors.untilOn?.[0]).toContain('90');
    const paused = await station.ok<WatchItem>(`${path}/pause`, {
      untilOn: '2026-11-20',
      reason: '去外婆家',
    });
    expect([paused.state, paused.nextVisitOn]).toEqual(['paused', '2026-11-20']);
    expect(paused.deadlines?.find(({ state }) => state === 'running')?.dueAt).toContain('2026-11-20');
    const resumed = await station.ok<WatchItem>(`${path}/resume`);
    expect([resumed.state, resumed.nextVisitOn]).toEqual(['active', '2026-10-15']);
    const end = { reason: 'SOLVED', childOpinion: '爸爸回来了' };
    const unseen = await station.post<Problem>(`${path}/end`, end);
    expect(unseen.body.errors.reason?.[0]).toContain('先走访');
    await director.ok(`${path}/record-visit`, visit(app));
    expect((await station.post<Problem>(`${path}/end`, { reason: 'SOLVED' })).body.errors).toHaveProperty(
      'childOpinion',
    );
    const ended = await station.ok<WatchItem>(`${path}/end`, end);
    expect(ended.state).toBe('ended');
    expect(ended.nextVisitOn).toBeNull();
    expect(ended.deadlines?.every(({ state }) => state !== 'running')).toBe(true);
    const again = await director.ok<WatchItem>(`${path}/reopen`, {
      level: 'watch',
      categories: ['DISTRESSED'],
      why: '父亲又外出了',
    });
    expect([again.state, again.number]).toEqual(['proposed', item.number]);
    expect(again.deadlines?.filter(({ state }) => state === 'running')).toHaveLength(1);
  });

  it('of a child that died is not opened again', async () => {
    const item = await watched(app, { child: { name: '苗小星', sex: 'male' } });
    const ended = await station.ok<WatchItem>(`/watch-items/${item.id}/actions/end`, { reason: 'DIED' });
    expect(whyNot(ended, 'reopen')).toContain('死亡');
  });

  it('can be corrected by those who watch over it, and is found by name', async () => {
    const item = await watched(app, { child: { name: '苗小雨', sex: 'female' } });
    const found = await director.read<Page<{ id: string }>>(`/people?q=${encodeURIComponent('苗小雨')}`);
    expect(found.data.map(({ id }) => id)).toEqual([item.child?.id]);
    const changed = await director.patch<{ school: string }>(
      `/people/${item.child?.id}`,
      { school: '柳溪镇中心小学' },
      { ifMatch: '"v1"' },
    );
    expect([changed.status, changed.body.school]).toEqual([200, '柳溪镇中心小学']);
  });

  it('stands in the list by state, level, place and day', async () => {
    const list = async (query: string): Promise<string[]> =>
      (await station.read<Page<WatchItem>>(`/watch-items?limit=100&${query}`)).data.map(({ state }) => state);
    expect(new Set(await list('filter[state]=active'))).toEqual(new Set(['active']));
    expect((await list('filter[region]=990101100000')).length).toBeGreaterThan(5);
    expect(await list('filter[due]=today')).toEqual([]);
    expect((await list('sort=nextVisitOn')).length).toBeGreaterThan(5);
    const first = await station.read<Page<WatchItem>>('/watch-items?limit=2&sort=nextVisitOn');
    const second = await station.read<Page<WatchItem>>(
      `/watch-items?limit=2&sort=nextVisitOn&cursor=${first.pageInfo.endCursor}`,
    );
    const ids = [...first.data, ...second.data].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});
