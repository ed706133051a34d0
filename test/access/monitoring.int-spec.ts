import { visibility } from '@tonghu/backend/platform/database';
import { published, type Sheet, sheetOf } from '../support/campaign';
import type { Page } from '../support/journey';
import { proposal, visit, watched, type WatchItem } from '../support/monitoring';
import { type Client, TestApp, type Who } from '../support/test-app';

/** Everybody with an account who has no business with the children of 柿园村. */
const STRANGERS: readonly Who[] = [
  'otherDirector',
  'otherStation',
  'teacher',
  'police',
  'policeStation',
  'education',
  'hospital',
  'women',
  'socialWork',
  'xhIntake',
  'xhStation',
  'xhTeacher',
];
const UNKNOWN = '01900000-0000-7000-8000-000000000000';

/** A screening is known to the village it is in, the township above, and the district; each sees its own part. */
describe('a screening', () => {
  let app: TestApp;
  let sheet: Sheet;

  beforeAll(async () => {
    app = await TestApp.start();
    await watched(app, { child: { name: '苗小查', sex: 'male' } });
    sheet = await sheetOf(await app.as('director'), await published(app));
  }, 60_000);
  afterAll(() => app.stop());

  async function expectNothing(client: Client): Promise<void> {
    for (const path of [`/campaigns/${sheet.campaignId}`, `/campaign-sheets/${sheet.id}`])
      expect([403, 404]).toContain((await client.get(path)).status);
    for (const path of ['/campaigns', '/campaign-sheets', '/notices']) {
      const list = await client.get<Page<unknown>>(path);
      if (list.status === 200) expect(list.body.data).toEqual([]);
      else expect(list.status).toBe(403);
    }
    const taskId = sheet.children?.[0]?.taskId;
    const acted = await client.post(`/campaign-sheets/${sheet.id}/actions/record-child`, {
      taskId,
      met: true,
      findings: [],
    });
    expect([403, 404]).toContain(acted.status);
  }

  it.each(['director', 'station', 'civil'] as const)('%s reads it, with the child by name', async (who) => {
    const seen = await (await app.as(who)).read<Sheet>(`/campaign-sheets/${sheet.id}`);
    expect(seen.children?.map(({ name }) => name)).toEqual(['苗小查']);
  });

  it.each([...STRANGERS, 'intake', 'auditor', 'admin'] as const)('%s sees nothing of it', async (who) => {
    const client = await app.as(who);
    const notices = who === 'intake' || who === 'admin' || who === 'auditor';
    if (!notices) await expectNothing(client);
    else expect((await client.get(`/campaign-sheets/${sheet.id}`)).status).toBe(403);
  });

  describe('with the application’s own check stubbed open', () => {
    const kept = { ...visibility };
    beforeAll(() =>
      Object.assign(visibility, Object.fromEntries(Object.keys(kept).map((noun) => [noun, () => 'true']))),
    );
    afterAll(() => Object.assign(visibility, kept));

    it('row-level security still returns nothing', async () => {
      for (const who of ['otherDirector', 'otherStation', 'xhStation'] as const)
        await expectNothing(await app.as(who));
    });
  });

  it('a village that must not know a child has it neither on its sheet nor in any number; the township asks after it', async () => {
    const [station, director] = [await app.as('station'), await app.as('director')];
    await station.ok<WatchItem>(
      '/watch-items',
      proposal({ child: { name: '苗小藏', sex: 'male' }, exclusions: ['VILLAGE'] }),
    );
    const campaign = await published(app);
    const below = await sheetOf(director, campaign);
    const above = await sheetOf(station, campaign);
    const names = ({ children }: Sheet): (string | null)[] => children?.map(({ name }) => name) ?? [];
    expect([names(below), below.coverage.target]).toEqual([['苗小查'], 1]);
    expect([names(above), above.coverage.target]).toEqual([['苗小查', '苗小藏'], 2]);
    const list = await director.read<Page<Sheet>>(`/campaign-sheets?filter[campaignId]=${campaign.id}`);
    expect(list.data.map(({ coverage }) => coverage.target)).toEqual([1]);
    const hidden = above.children?.find(({ name }) => name === '苗小藏');
    const body = { taskId: hidden?.taskId, met: true, findings: [] };
    const path = `/campaign-sheets/${below.id}/actions`;
    expect((await director.post(`${path}/record-child`, body)).status).toBe(404);
    // The village reports what it knows of; the township adds the rest before it signs.
    await director.ok(`${path}/record-child`, { ...body, taskId: below.children?.[0]?.taskId });
    await director.ok(`${path}/submit`);
    expect((await station.post(`${path}/sign`)).status).toBe(409);
    await station.ok(`${path}/record-child`, body);
    expect((await station.ok<Sheet>(`${path}/sign`)).state).toBe('signed');
    const told = await director.read<Sheet>(`/campaign-sheets/${below.id}`);
    expect([told.coverage.met, JSON.stringify(told)]).toEqual([1, expect.not.stringContaining('苗小藏')]);
  });

  it('every reading and refusal is in the audit, without a name', async () => {
    const rows = await app.owner.query<{ action: string; outcome: string; detail: string }[]>(
      `SELECT DISTINCT action, outcome, detail::text AS detail FROM audit_entry WHERE action LIKE 'campaign.%'`,
    );
    const known = new Set(rows.map(({ action, outcome }) => `${action} ${outcome}`));
    for (const key of [
      'campaign.publish ok',
      'campaign.sheet.read ok',
      'campaign.sheet.record-child ok',
      'campaign.sheet.read refused',
      'campaign.lock refused',
    ])
      expect([key, known.has(key)]).toEqual([key, true]);
    expect(JSON.stringify(rows)).not.toMatch(/苗/);
  });
});

describe('a watched child is known to its village, its township, civil affairs and intake', () => {
  let app: TestApp;
  let item: WatchItem;

  beforeAll(async () => {
    app = await TestApp.start();
    item = await watched(app);
    const director = await app.as('director');
    await director.ok(`/watch-items/${item.id}/actions/record-visit`, visit(app));
    await app.drain();
  }, 60_000);
  afterAll(() => app.stop());

  async function expectNothing(client: Client): Promise<void> {
    for (const [path, id] of [
      ['/watch-items', item.id],
      ['/people', item.child?.id ?? ''],
    ] as const) {
      const hidden = await client.get<{ code: string; detail: string }>(`${path}/${id}`);
      const missing = await client.get<{ code: string; detail: string }>(`${path}/${UNKNOWN}`);
      expect([403, 404]).toContain(hidden.status);
      expect([hidden.status, hidden.body.code, hidden.body.detail]).toEqual([
        missing.status,
        missing.body.code,
        missing.body.detail,
      ]);
    }
    for (const path of [
      '/watch-items',
      `/watch-items?filter[childId]=${item.child?.id}`,
      '/people?q=苗小禾',
      '/notices',
    ]) {
      const list = await client.get<Page<unknown>>(path);
      if (list.status === 200) expect(list.body.data).toEqual([]);
      else expect(list.status).toBe(403);
    }
    const acted = await client.post(`/watch-items/${item.id}/actions/record-visit`, visit(app));
    expect([403, 404]).toContain(acted.status);
  }

  it.each(['director', 'station', 'civil', 'intake'] as const)('%s reads it', async (who) => {
    const seen = await (await app.as(who)).read<WatchItem>(`/watch-items/${item.id}`);
    expect([seen.number, seen.child?.name, seen.visits?.length]).toEqual([item.number, '苗小禾', 1]);
  });

  it('intake reads and changes nothing', async () => {
    const intake = await app.as('intake');
    const seen = await intake.read<WatchItem>(`/watch-items/${item.id}`);
    expect(seen.allowedActions).toEqual([]);
    expect((await intake.post('/watch-items', proposal())).status).toBe(403);
  });

  it.each(STRANGERS)('%s sees nothing of it', async (who) => expectNothing(await app.as(who)));

  it('a system administrator is not asked at all', async () => {
    const admin = await app.as('admin');
    expect((await admin.get(`/watch-items/${item.id}`)).status).toBe(403);
    expect((await admin.get('/watch-items')).status).toBe(403);
  });

  describe('with the application’s own check stubbed open', () => {
    const kept = { ...visibility };
    beforeAll(() =>
      Object.assign(visibility, Object.fromEntries(Object.keys(kept).map((noun) => [noun, () => 'true']))),
    );
    afterAll(() => Object.assign(visibility, kept));

    it('row-level security still returns nothing', async () => {
      for (const who of ['otherDirector', 'otherStation', 'policeStation', 'xhStation'] as const)
        await expectNothing(await app.as(who));
    });

    it('and the stub is real: the village still finds it', async () => {
      const list = await (await app.as('director')).read<Page<WatchItem>>('/watch-items');
      expect(list.data.map(({ id }) => id)).toEqual([item.id]);
    });
  });

  it('every table of the room is behind the wall, for the same reason', async () => {
    const rows = await app.owner.query<{ relname: string }[]>(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
          AND (relname LIKE 'watch%' OR relname LIKE 'campaign%' OR relname IN ('entrusted_care', 'parent_contact'))
          AND NOT (relrowsecurity AND relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
  });

  describe('谁不能知道', () => {
    it('a village that must not know sees, hears and finds nothing; the township goes itself', async () => {
      const station = await app.as('station');
      const director = await app.as('director');
      const secret = await station.ok<WatchItem>(
        '/watch-items',
        proposal({ child: { name: '苗小秘', sex: 'male' }, exclusions: ['VILLAGE'] }),
      );
      expect(secret.workerAgencyName).toBe('柳溪镇未成年人保护工作站');
      await (await app.as('civil')).ok(`/watch-items/${secret.id}/actions/confirm`, { level: 'key' });
      await app.drain();
      expect((await director.get(`/watch-items/${secret.id}`)).status).toBe(404);
      expect((await director.get(`/people/${secret.child?.id}`)).status).toBe(404);
      const list = await director.read<Page<WatchItem>>('/watch-items?limit=100');
      expect(list.data.map(({ id }) => id)).not.toContain(secret.id);
      const people = await director.read<Page<unknown>>(`/people?q=${encodeURIComponent('苗小秘')}`);
      expect(people.data).toEqual([]);
      const notices = await director.read<Page<{ number: string }>>('/notices?limit=100');
      expect(notices.data.map(({ number }) => number)).not.toContain(secret.number);
      // It may propose the same child without learning that somebody was faster.
      const again = await director.ok<WatchItem>(
        '/watch-items',
        proposal({ child: { name: '苗小秘', sex: 'male' } }),
      );
      expect(again.state).toBe('proposed');
      // The township sees that they may be one.
      const above = await station.read<WatchItem>(`/watch-items/${again.id}`);
      expect(above.similar?.map(({ personId }) => personId)).toEqual([secret.child?.id]);
    });

    it('somebody excluded later loses sight at once, and what was due goes up the line', async () => {
      const station = await app.as('station');
      const director = await app.as('director');
      const known = await watched(app, { child: { name: '苗小隐', sex: 'male' } });
      const excluded = await station.ok<WatchItem>(`/watch-items/${known.id}/actions/exclude`, {
        hints: ['VILLAGE'],
        reason: '照护人是村干部的亲属',
      });
      expect(excluded.workerAgencyName).toBe('柳溪镇未成年人保护工作站');
      expect((await director.get(`/watch-items/${known.id}`)).status).toBe(404);
      const home = await director.read<{ next: { number: string | null }[] }>('/home');
      expect(home.next.map(({ number }) => number)).not.toContain(known.number);
      const [clock] = await app.owner.query<{ name: string }[]>(
        `SELECT a.name FROM deadline d JOIN agency a ON a.id = d.owner_agency_id WHERE d.subject_id = $1 AND d.state = 'running'`,
        [known.id],
      );
      expect(clock?.name).toBe('柳溪镇未成年人保护工作站');
    });
  });

  it('every reading, search and refusal is in the audit, without a word of what was asked', async () => {
    await (await app.as('director')).ok('/watch-items/look-up', { name: '苗小禾' });
    const rows = await app.owner.query<{ action: string; outcome: string; n: number; detail: string }[]>(
      `SELECT action, outcome, count(*)::int AS n, string_agg(detail::text, '') AS detail FROM audit_entry
        WHERE action LIKE 'watch.%' GROUP BY action, outcome`,
    );
    const counted = new Map(rows.map(({ action, outcome, n }) => [`${action} ${outcome}`, n]));
    for (const key of [
      'watch.propose ok',
      'watch.confirm ok',
      'watch.record-visit ok',
      'watch.read ok',
      'watch.list ok',
      'watch.look-up ok',
      'watch.read refused',
      'watch.lock refused',
    ])
      expect([key, (counted.get(key) ?? 0) > 0]).toEqual([key, true]);
    expect(JSON.stringify(rows)).not.toMatch(/苗/);
  });
});
