import type { Page } from '../../support/journey';
import { type Client, TestApp, type Who } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

interface Shift {
  readonly id: string;
  readonly userName: string;
  readonly post: string;
  readonly rank: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly standsInForName: string | null;
  readonly taken: boolean;
  readonly allowedActions: readonly string[];
}
interface RosterView {
  readonly weekOf: string;
  readonly keeps: boolean;
  readonly now: { readonly officers: readonly Shift[]; readonly leader: Shift | null };
  readonly days: readonly { readonly day: string; readonly shifts: readonly Shift[] }[];
  readonly gaps: readonly { from: string; to: string }[];
  readonly people: readonly { id: string; displayName: string }[];
  readonly handovers: readonly {
    id: string;
    fromName: string;
    toName: string;
    openCount: number;
    confirmedByName: string | null;
    confirmable: boolean;
  }[];
}
interface Home {
  readonly next: readonly { key: string; title: string; number: string | null; link: string }[];
  readonly duty: { officerNames: string[]; leaderName: string | null; link: string } | null;
}
interface Problem {
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly detail?: string;
}

const INTAKE = '平新县未成年人保护受理中心';
const SHELTER = '平新县未成年人救助保护中心';

/** 值班表: who answers when, across midnight, with stand-ins and hand-overs; what is not covered is somebody's task. */
describe('duty rosters', () => {
  let app: TestApp;
  let agencies: Readonly<Record<string, string>>;
  let people: Readonly<Record<string, string>>;

  beforeAll(async () => {
    // A Monday.
    app = await TestApp.start({ now: '2026-01-12T09:00:00+08:00' });
    const reference = await (
      await app.as('civil')
    ).read<{ agencies: { id: string; name: string }[]; users: { id: string; displayName: string }[] }>(
      '/reference',
    );
    agencies = Object.fromEntries(reference.agencies.map(({ id, name }) => [name, id]));
    people = Object.fromEntries(reference.users.map(({ id, displayName }) => [displayName, id]));
  }, 60_000);
  afterAll(() => app.stop());

  const known = (of: Readonly<Record<string, string>>, name: string): string => {
    const id = of[name];
    if (id === undefined) throw new Error(`Nobody is called ${name}`);
    return id;
  };
  const see = async (who: Who, agency = INTAKE, week = ''): Promise<RosterView> =>
    (await app.as(who)).read<RosterView>(`/duty/rosters/${known(agencies, agency)}${week}`);
  const day = (date: string, officers: readonly string[], leader?: string) => ({
    day: date,
    officerIds: officers.map((name) => known(people, name)),
    ...(leader === undefined ? {} : { leaderId: known(people, leader) }),
  });
  const enter = async (who: Who, days: readonly object[], part: object = {}) => {
    const body = { agencyId: known(agencies, INTAKE), from: '08:30', to: '08:30', days, ...part };
    return (await app.as(who)).post<RosterView & Problem>('/duty/weeks', body);
  };
  const home = async (who: Who): Promise<Home> => (await app.as(who)).read<Home>('/home');
  const tasks = async (who: Who): Promise<string[]> =>
    (await home(who)).next.filter(({ key }) => /duty|handover/.test(key)).map(({ title }) => title);

  it('says so when nobody is entered, to the agency and to the district', async () => {
    const empty = await see('intake');
    expect([empty.now.officers, empty.keeps]).toEqual([[], true]);
    const [gap] = empty.gaps;
    const hours = (new Date(gap?.to ?? 0).getTime() - new Date(gap?.from ?? 0).getTime()) / 3_600_000;
    expect([empty.gaps.length, hours]).toEqual([1, 48]);
    expect(await tasks('intake')).toContain('未来 48 小时有没有人值班的时段，请排班');
    const all = await (
      await app.as('civil')
    ).read<Page<{ agencyName: string; gaps: unknown[] }>>('/duty/rosters');
    expect(all.data.filter(({ gaps }) => gaps.length > 0).map(({ agencyName }) => agencyName)).toEqual(
      expect.arrayContaining([INTAKE, SHELTER, '柳溪派出所', '平新县人民医院']),
    );
    expect((await home('intake')).duty).toMatchObject({ officerNames: [], leaderName: null });
  });

  it('takes a week at once, from the agency itself or who stands above it', async () => {
    // Late entries of today are allowed: nobody was entered.
    const week = ['12', '13', '14', '15', '16', '17', '18'].map((date) =>
      day(`2026-01-${date}`, ['林知夏', '周予安'], '周予安'),
    );
    const { status, body } = await enter('intake', week);
    expect(status).toBe(200);
    expect(body.now.officers.map(({ userName }) => userName)).toEqual(['林知夏', '周予安']);
    expect([body.now.leader?.userName, body.gaps]).toEqual(['周予安', []]);
    expect(body.days.filter(({ shifts }) => shifts.length > 0)).toHaveLength(7);
    expect((await home('intake')).duty).toMatchObject({
      officerNames: ['林知夏', '周予安'],
      leaderName: '周予安',
    });
    expect(await tasks('intake')).not.toContain('未来 48 小时有没有人值班的时段，请排班');
    const shelter = await enter('civil', [day('2026-01-12', ['安暖'])], {
      agencyId: known(agencies, SHELTER),
    });
    expect(shelter.body.now.officers[0]?.userName).toBe('安暖');
  });

  it('holds across midnight and changes at the hour of the hand-over', async () => {
    await enter('intake', [day('2026-01-13', ['周予安'], '周予安')]);
    await app.advanceTo('2026-01-13T00:30:00+08:00');
    expect((await see('intake')).now.officers[0]?.userName).toBe('林知夏');
    await app.advanceTo('2026-01-13T08:30:00+08:00');
    expect((await see('intake')).now.officers.map(({ userName }) => userName)).toEqual(['周予安']);
  });

  it('refuses what has begun, what overlaps, strangers and days no calendar has', async () => {
    const refusal = async (days: readonly object[], part: object = {}) => {
      const { status, body } = await enter('intake', days, part);
      return [status, Object.keys(body.errors ?? {})];
    };
    expect(await refusal([day('2026-01-13', ['林知夏'])])).toEqual([422, ['days.0.day']]);
    expect(await refusal([day('2026-01-14', ['林知夏'])], { from: '07:00', to: '08:00' })).toEqual([
      422,
      ['days.0.day'],
    ]);
    expect(await refusal([day('2026-01-20', ['安暖'])])).toEqual([422, ['days.0.officerIds']]);
    expect(await refusal([day('2026-02-30', ['林知夏'])])).toEqual([422, ['days.0.day']]);
    expect(await refusal([day('2026-01-20', ['林知夏']), day('2026-01-20', ['周予安'])])).toEqual([
      422,
      ['days.1.day'],
    ]);
    expect(await refusal([day('2026-01-20', ['林知夏'])], { from: '8点' })).toEqual([422, ['from']]);
  });

  it('is nobody else’s to read or enter', async () => {
    const id = known(agencies, INTAKE);
    expect((await (await app.as('station')).get(`/duty/rosters/${id}`)).status).toBe(404);
    expect((await enter('station', [day('2026-01-20', ['林知夏'])])).status).toBe(404);
    // Whom an urgent message reaches is the agencies' business, not the system's.
    expect((await (await app.as('admin')).get('/duty/rosters')).status).toBe(403);
    expect((await enter('admin', [day('2026-01-20', ['林知夏'])])).status).toBe(403);
    expect((await enter('director', [day('2026-01-20', ['林知夏'])])).status).toBe(403);
  });

  it('lets a colleague take the rest of a shift, and keeps both names', async () => {
    const [shift] = (await see('intake2')).now.officers;
    const stand = (who: Who, name: string) =>
      app.as(who).then((client: Client) =>
        client.post<RosterView & Problem>(`/duty/shifts/${shift?.id}/actions/stand-in`, {
          userId: known(people, name),
        }),
      );
    expect((await stand('intake2', '安暖')).status).toBe(422);
    await app.advanceTo('2026-01-13T10:00:00+08:00');
    const { body } = await stand('intake2', '林知夏');
    expect(body.now.officers.map(({ userName, standsInForName }) => [userName, standsInForName])).toEqual([
      ['林知夏', '周予安'],
    ]);
    const before = body.days.flatMap(({ shifts }) => shifts).find(({ id }) => id === shift?.id);
    expect(before).toMatchObject({ userName: '周予安', taken: true, allowedActions: [] });
    expect((await stand('intake2', '林知夏')).status).toBe(409);
  });

  it('hands over with numbers only, once, and to whom the roster names', async () => {
    const [shift] = (await see('intake')).now.officers;
    const handOver = (who: Who) =>
      app
        .as(who)
        .then((client: Client) => client.post<RosterView>(`/duty/shifts/${shift?.id}/actions/hand-over`));
    expect((await handOver('intake2')).status).toBe(409);
    const { status, body } = await handOver('intake');
    expect([status, body.handovers[0]]).toEqual([
      200,
      expect.objectContaining({ fromName: '林知夏', toName: '林知夏', openCount: 0, confirmedByName: null }),
    ]);
    expect((await handOver('intake')).status).toBe(409);
    expect(await tasks('intake')).toContain('有人向您交班，请确认接班');
    const confirm = async (who: Who) =>
      (await app.as(who)).post<RosterView>(`/duty/handovers/${body.handovers[0]?.id}/actions/confirm`);
    expect((await confirm('intake2')).status).toBe(409);
    expect((await confirm('intake')).body.handovers[0]).toMatchObject({ confirmedByName: '林知夏' });
    expect((await confirm('intake')).status).toBe(409);
    expect(await tasks('intake')).not.toContain('有人向您交班，请确认接班');
  });

  it('gives the rest of the shift to who confirms early', async () => {
    await enter('intake', [day('2026-01-15', ['周予安'])]);
    await app.advanceTo('2026-01-15T07:00:00+08:00');
    const [shift] = (await see('intake')).now.officers;
    expect(shift).toMatchObject({ userName: '林知夏', post: 'officer', rank: 1 });
    await (await app.as('intake')).ok(`/duty/shifts/${shift?.id}/actions/hand-over`);
    const [handover] = (await see('intake2')).handovers;
    expect(handover).toMatchObject({ toName: '周予安', confirmable: true });
    const { body } = await (
      await app.as('intake2')
    ).post<RosterView>(`/duty/handovers/${handover?.id}/actions/confirm`);
    expect(body.now.officers[0]).toMatchObject({ userName: '周予安', standsInForName: '林知夏' });
  });

  it('is written down: who entered, stood in, handed over, and who was refused', async () => {
    const rows = await app.owner.query<{ action: string; outcome: string }[]>(
      `SELECT DISTINCT action, outcome FROM audit_entry WHERE action LIKE 'duty.%' ORDER BY action, outcome`,
    );
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'duty.confirm-handover ok',
      'duty.enter-week ok',
      'duty.enter-week refused',
      'duty.hand-over ok',
      'duty.keep refused',
      'duty.read refused',
      'duty.stand-in ok',
    ]);
    const withdrawn = await app.owner.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM duty_shift WHERE withdrawn_at IS NOT NULL',
    );
    expect(withdrawn[0]?.n).toBeGreaterThan(0);
  });
});
