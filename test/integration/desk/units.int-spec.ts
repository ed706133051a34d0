import type { Page } from '../../support/journey';
import { type Client, TestApp, type Who } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

type DutyState = 'unregistered' | 'registered' | 'ended' | 'overdue';

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly duties: readonly {
    duty: string;
    state: DutyState;
    asked: boolean;
    latestOn: string | null;
    dueAt: string | null;
  }[];
  readonly records: readonly {
    id: string;
    duty: string;
    replaced: boolean;
    correctable: boolean;
    reason: string | null;
    onBehalf: boolean;
    facts: { label: string; value: string }[];
  }[];
  readonly deadlines: readonly { ruleId: string; state: string; dueAt: string; overdue: boolean }[];
  readonly allowedActions: readonly { action: string }[];
}
interface Coverage {
  readonly data: readonly {
    duty: string;
    asked: number;
    registered: number;
    unregistered: number;
    overdue: number;
  }[];
}
interface Home {
  readonly cards: readonly { key: string; count: number; link: string }[];
  readonly next: readonly { title: string; number: string | null; link: string; overdue: boolean }[];
}

const STATION = {
  openedOn: '2024-06-01',
  address: '柳溪镇政府一楼东侧',
  dutyPhone: '12300000011',
  staff: 3,
};
const POST = { sinceOn: '2025-03-01', holder: '禾主任', phone: '12300000012', trainedOn: '2025-11-05' };
const CHECK = { checkedOn: '2026-01-10', staff: 60, queried: 60, hits: 0, handled: 0 };
const AUDIT = { auditedOn: '2026-01-08', method: 'self', findings: 2, reportedOn: '2026-01-12' };

/** 工作站与单位: stations, posts, and what each unit owes every year (未成年人保护法 43, 62, 81; 未网条例 37). */
describe('records of units', () => {
  let app: TestApp;
  let civil: Client;
  let units: Readonly<Record<string, string>>;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-01-12T09:00:00+08:00' });
    civil = await app.as('civil');
    const { agencies } = await civil.read<{ agencies: { id: string; name: string }[] }>('/reference');
    units = Object.fromEntries(agencies.map(({ id, name }) => [name, id]));
  }, 60_000);
  afterAll(() => app.stop());

  const idOf = (name: string): string => {
    const id = units[name];
    if (id === undefined) throw new Error(`No unit ${name}`);
    return id;
  };
  const SCHOOL = '平新县第一小学';
  const TOWN = '柳溪镇未成年人保护工作站';
  const act = async (who: Who, name: string, action: string, body: object): Promise<Unit> =>
    (await app.as(who)).ok<Unit>(`/agencies/${idOf(name)}/actions/${action}`, body);
  const refused = async (who: Who, name: string, action: string, body: object) => {
    const { status, body: problem } = await (
      await app.as(who)
    ).post<{ errors?: Record<string, string[]>; detail?: string }>(
      `/agencies/${idOf(name)}/actions/${action}`,
      body,
    );
    return { status, fields: Object.keys(problem.errors ?? {}), detail: problem.detail };
  };
  const see = async (who: Who, name: string): Promise<number> =>
    (await (await app.as(who)).get(`/agencies/${idOf(name)}`)).status;
  const list = async (who: Who, filter = ''): Promise<string[]> =>
    (await (await app.as(who)).read<Page<Unit>>(`/agencies?limit=100${filter}`)).data.map(({ name }) => name);
  const clock = ({ deadlines }: Unit, rule: string) =>
    deadlines.filter(({ ruleId }) => ruleId === rule).map(({ state, dueAt }) => `${state} ${dueAt}`);
  const line = async (who: Who, duty: string) =>
    (await (await app.as(who)).read<Coverage>('/agencies/coverage')).data.find((item) => item.duty === duty);
  const villageOf = async (who: Who): Promise<string> =>
    (await list(who)).find((name) => name.endsWith('委员会')) ?? '';

  it('lists every unit that has said nothing, by place and without a rank', async () => {
    const silent = await list('civil', '&filter[missing]=background_check');
    expect(silent).toEqual(expect.arrayContaining([SCHOOL, '平新县人民医院', '平新县儿童福利院']));
    // A hotel owes no check by its trade alone (未成年人保护法 130), courts and police none of these records.
    expect(silent.some((name) => /宾馆|法院|派出所|民政局/u.test(name))).toBe(false);
    expect(await line('civil', 'background_check')).toMatchObject({
      asked: silent.length,
      registered: 0,
      unregistered: silent.length,
    });
    const card = (await civil.read<Home>('/home')).cards.find(({ key }) => key === 'units-silent');
    expect(card).toMatchObject({ count: silent.length });
    expect(decodeURIComponent(card?.link ?? '')).toBe('/agencies?filter={"missing":"background_check"}');
  });

  it('keeps the station by the township and the posts of its villages by the township too', async () => {
    const village = await villageOf('director');
    await act('station', TOWN, 'record-station', STATION);
    const post = await act('station', village, 'record-post', POST);
    expect(post.records[0]).toMatchObject({ duty: 'post', onBehalf: false, correctable: true });
    expect(await line('civil', 'station')).toMatchObject({ asked: 3, registered: 1, unregistered: 2 });
    expect(await line('station', 'station')).toMatchObject({ asked: 1, registered: 1 });
    expect(await line('civil', 'post')).toMatchObject({ registered: 1 });
    expect(await list('civil', '&filter[missing]=station')).not.toContain(TOWN);
    // Not by the village itself, nor by another township.
    expect((await refused('director', village, 'record-post', POST)).status).toBe(403);
    expect((await refused('otherStation', village, 'record-post', POST)).status).toBe(404);
    expect((await refused('station', village, 'record-station', STATION)).status).toBe(409);
  });

  it('shows a record to the unit, to who stands above it and to the district, and to nobody else', async () => {
    const village = await villageOf('director');
    expect(await list('director')).toEqual([village]);
    for (const who of ['director', 'station', 'civil', 'intake', 'auditor'] as const)
      expect([who, await see(who, village)]).toEqual([who, 200]);
    for (const who of ['otherDirector', 'directorQinghe', 'otherStation', 'principal', 'hospital'] as const)
      expect([who, await see(who, village)]).toEqual([who, 404]);
    for (const who of ['teacher', 'police', 'hotline', 'wcc', 'admin'] as const)
      expect([who, await see(who, village)]).toEqual([who, 403]);
    expect(await see('xhIntake', village)).toBe(404);
    expect(await list('principal')).toEqual([SCHOOL]);
    expect(await list('education')).toEqual([SCHOOL]);
    expect(await list('health')).toEqual(['平新县人民医院']);
    expect(await list('prosecutor')).toEqual([]);
    const [audited] = (await (await app.as('auditor')).read<Unit>(`/agencies/${idOf(village)}`)).records;
    expect(audited?.correctable).toBe(false);
    expect((await refused('auditor', village, 'record-post', POST)).status).toBe(403);
    // The second wall: nothing of it is read without a person, and its body is sealed.
    const [row] = await app.owner.query<{ body: Buffer }[]>(
      `SELECT body FROM unit_record WHERE duty = 'post'`,
    );
    expect(row?.body.toString('utf8')).not.toMatch(/禾主任|12300000012/);
  });

  it('starts DL-024 with the first check, and a newer check closes it and opens the next', async () => {
    const first = await act('principal', SCHOOL, 'record-check', CHECK);
    // A year from the day of the check; 10 January 2027 is a Sunday in a year whose holidays nobody published yet.
    const [running] = clock(first, 'DL-024');
    expect(running).toMatch(/^running 2027-01-1[01]T15:59:59.999Z$/);
    expect(await list('civil', '&filter[missing]=background_check')).not.toContain(SCHOOL);
    await app.advanceTo(new Date('2026-03-16T10:00:00+08:00'));
    const next = await act('principal', SCHOOL, 'record-check', { ...CHECK, checkedOn: '2026-03-16' });
    expect(clock(next, 'DL-024')).toEqual([
      expect.stringMatching(/^running 2027-03-16T/),
      expect.stringMatching(/^done 2027-01-1/),
    ]);
    // An older one, recorded late, is history only.
    const late = await act('principal', SCHOOL, 'record-check', { ...CHECK, checkedOn: '2025-02-03' });
    expect(clock(late, 'DL-024')).toEqual(clock(next, 'DL-024'));
  });

  it('corrects by a record that replaces, with its reason, and counts from the right day', async () => {
    const page = await (await app.as('principal')).read<Unit>(`/agencies/${idOf(SCHOOL)}`);
    const newest = page.records.find(({ facts }) => facts.some(({ value }) => value === '2026-03-16'));
    const wrong = { ...CHECK, checkedOn: '2026-03-02', replacesId: newest?.id };
    expect(await refused('principal', SCHOOL, 'record-check', wrong)).toMatchObject({
      status: 422,
      fields: ['reason'],
    });
    const right = await act('principal', SCHOOL, 'record-check', { ...wrong, reason: '日期写错了' });
    expect(right.records.find(({ id }) => id === newest?.id)).toMatchObject({
      replaced: true,
      correctable: false,
    });
    expect(right.records[0]).toMatchObject({ reason: '日期写错了', replaced: false });
    expect(clock(right, 'DL-024')).toEqual([
      expect.stringMatching(/^running 2027-03-02T/),
      expect.stringMatching(/^done 2027-01-1/),
      expect.stringMatching(/^cancelled 2027-03-16T/),
    ]);
    expect((await refused('principal', SCHOOL, 'record-check', { ...wrong, reason: '又错了' })).status).toBe(
      409,
    );
    const station = (await civil.read<Unit>(`/agencies/${idOf(TOWN)}`)).records[0]?.id;
    expect(
      await refused('principal', SCHOOL, 'record-check', { ...CHECK, replacesId: station, reason: '错' }),
    ).toMatchObject({ status: 422, fields: ['replacesId'] });
  });

  it('runs DL-039 beside it, and the district may record on behalf', async () => {
    const audited = await act('intake', SCHOOL, 'record-audit', AUDIT);
    expect(clock(audited, 'DL-039')).toEqual([expect.stringMatching(/^running 2027-01-08T/)]);
    expect(audited.records[0]).toMatchObject({ duty: 'privacy_audit', onBehalf: true });
    await app.advanceTo(new Date('2026-04-07T10:00:00+08:00'));
    const again = await act('principal', SCHOOL, 'record-audit', { ...AUDIT, auditedOn: '2026-04-07' });
    expect(clock(again, 'DL-039')).toEqual([
      expect.stringMatching(/^running 2027-04-07T/),
      expect.stringMatching(/^done 2027-01-08T/),
    ]);
    expect(again.records[0]).toMatchObject({ onBehalf: false });
    const hotel = await act('civil', '平新县云栖宾馆', 'record-check', CHECK);
    expect(hotel.duties.find(({ duty }) => duty === 'background_check')).toMatchObject({
      asked: false,
      state: 'registered',
    });
  });

  it('refuses numbers and days that cannot be', async () => {
    const bad = { ...CHECK, checkedOn: '2026-12-01', queried: 61, hits: 70, handled: 71 };
    expect(await refused('principal', SCHOOL, 'record-check', bad)).toMatchObject({
      status: 422,
      fields: ['checkedOn', 'queried', 'hits', 'handled'],
    });
    expect(
      await refused('principal', SCHOOL, 'record-audit', { ...AUDIT, method: 'entrusted' }),
    ).toMatchObject({ status: 422, fields: ['auditor'] });
    expect(
      await refused('station', TOWN, 'record-station', { ...STATION, closedOn: '2024-05-01' }),
    ).toMatchObject({ status: 422, fields: ['closedOn'] });
    expect((await refused('principal', SCHOOL, 'record-station', STATION)).status).toBe(409);
  });

  it('lists a post that was left as missing again', async () => {
    const village = await villageOf('director');
    const [post] = (await (await app.as('station')).read<Unit>(`/agencies/${idOf(village)}`)).records;
    const left = { ...POST, leftOn: '2026-04-01', replacesId: post?.id, reason: '已调离' };
    const ended = await act('station', village, 'record-post', left);
    expect(ended.duties.find(({ duty }) => duty === 'post')?.state).toBe('ended');
    expect(await list('station', '&filter[missing]=post')).toContain(village);
  });

  it('rings for the unit and its authority when a year has gone, on their homes and in the list of clocks', async () => {
    await app.advanceTo(new Date('2027-03-12T10:00:00+08:00'));
    const due = (home: Home) => home.next.filter(({ number }) => number === SCHOOL);
    const own = due(await (await app.as('principal')).read<Home>('/home'));
    expect(own).toEqual([expect.objectContaining({ link: `/agencies/${idOf(SCHOOL)}`, overdue: true })]);
    expect(due(await civil.read<Home>('/home'))).toHaveLength(1);
    const overdue = await list('civil', '&filter[overdue]=background_check');
    expect(overdue.sort()).toEqual([SCHOOL, '平新县云栖宾馆'].sort());
    const clocks = await (
      await app.as('education')
    ).read<Page<{ number: string; link: string }>>('/deadlines?filter[overdue]=true');
    expect(clocks.data).toContainEqual(
      expect.objectContaining({ number: SCHOOL, link: `/agencies/${idOf(SCHOOL)}` }),
    );
    const titles = async (who: Who): Promise<string[]> =>
      (await (await app.as(who)).read<Page<{ title: string; number: string }>>('/notices')).data
        .filter(({ number }) => number === SCHOOL)
        .map(({ title }) => title);
    expect((await titles('principal')).length).toBeGreaterThan(0);
    expect(await titles('education')).toContain('督办：您督导的单位有一项工作已超期');
    expect(await titles('hospital')).toEqual([]);
  });
});
