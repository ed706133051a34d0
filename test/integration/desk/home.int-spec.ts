import { DEMO_DISTRICT } from '@tonghu/seeds/accounts/demo-district';
import { openCase, type Page } from '../../support/journey';
import { ACCOUNTS, type Client, TestApp, type Who } from '../../support/test-app';

interface Home {
  readonly title: string;
  readonly cards: readonly { key: string; count: number; capped: boolean; link: string }[];
  readonly next: readonly { key: string; link: string }[];
}

/** The first page of what a card's link shows: the console hands the filter on as it is. */
async function listed(client: Client, link: string): Promise<{ count: number; more: boolean }> {
  const [path = '', search = ''] = link.split('?');
  const filter = JSON.parse(new URLSearchParams(search).get('filter') ?? '{}') as Record<string, string>;
  const query = new URLSearchParams({ limit: '100' });
  for (const [name, value] of Object.entries(filter)) query.set(`filter[${name}]`, value);
  const page = await client.read<Page<unknown>>(`${path}?${query.toString()}`);
  return { count: page.data.length, more: page.pageInfo.hasNextPage };
}

/** A home is worth its numbers only if each of them opens exactly the list it counted. */
describe('首页', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    const village = (regionCode: string): Promise<unknown> => openCase(app, { report: { regionCode } });
    const { caseId } = await openCase(app);
    await village('990101100201');
    await village('990101001001');
    await village('990101200203');
    const station = await app.as('station');
    const reference = await station.read<{ users: { id: string; displayName: string; agencyId: string }[] }>(
      '/reference',
    );
    const worker = reference.users.find(({ displayName }) => displayName === '田小满');
    await station.ok(`/cases/${caseId}/actions/assign`, { agencyId: worker?.agencyId, userId: worker?.id });
    // Two days on, first contacts, signatures and assessments are late for many.
    await app.advanceTo(new Date(app.now().getTime() + 2 * 86_400_000));
  }, 90_000);
  afterAll(() => app.stop());

  const everybody = Object.entries(ACCOUNTS) as [Who, string][];

  it('stands for every account of the demo', () => {
    const known = everybody.map(([, username]) => username);
    expect(
      DEMO_DISTRICT.accounts.map(({ username }) => username).filter((name) => !known.includes(name)),
    ).toEqual([]);
  });

  it.each(everybody)('%s: every number is the length of its list, every step opens', async (who) => {
    const client = await app.as(who);
    const home = await client.read<Home>('/home');
    expect(home.title).not.toBe('');
    expect(new Set(home.cards.map(({ key }) => key)).size).toBe(home.cards.length);
    for (const { key, count, capped, link } of home.cards) {
      if (link === '/admin') {
        const { outbox, deadlines } =
          await client.read<Record<string, Record<string, number>>>('/admin/system');
        const numbers = [outbox?.dead, outbox?.pending, deadlines?.overdue, deadlines?.provisional];
        expect(numbers.map((n) => Math.min(n ?? -1, 100))).toContain(count);
        continue;
      }
      expect({ key, ...(await listed(client, link)) }).toEqual({ key, count, more: capped });
    }
    for (const { link } of home.next) {
      // The page of an agency's roster is read from among the rosters.
      const path = link.replace(/^\/duty(?=\/|$)/u, '/duty/rosters');
      expect(`${link} ${(await client.get(path)).status}`).toBe(`${link} 200`);
    }
  });

  it('counts something: late work is seen by those who must act', async () => {
    const counts = async (who: Who): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await (await app.as(who)).read<Home>('/home')).cards.map(({ key, count }) => [key, count]),
      );
    expect(await counts('director')).toMatchObject({ 'cases-mine': 1, 'visits-today': 1 });
    const station = await counts('station');
    expect(station['cases-unassigned']).toBe(1);
    expect(station['deadlines-overdue']).toBeGreaterThan(0);
    expect((await counts('civil'))['deadlines-overdue']).toBeGreaterThan(station['deadlines-overdue'] ?? 0);
    expect(Object.keys(await counts('tribunal'))).toEqual(['letters-to-accept', 'letters-in-progress']);
  });
});
