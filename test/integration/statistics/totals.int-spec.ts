import { openCase } from '../../support/journey';
import { TestApp, type Who } from '../../support/test-app';

interface Cell {
  readonly key: string | null;
  readonly n: number | null;
}
interface Totals {
  readonly from: string;
  readonly until: string;
  readonly lines: readonly { measure: string; total: number | null; byMonth: Cell[]; byTownship: Cell[] }[];
}

const LIUXI = '990101100200';
const QINGHE = '990101001001';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

/** 妇儿工委 sees whole months in numbers, and nothing that leads to a child (未成年人保护法 9, 103). */
describe('汇总数字', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-15T09:00:00+08:00' });
    for (let n = 0; n < 6; n += 1) await openCase(app, { report: { regionCode: LIUXI } });
    await openCase(app, { report: { regionCode: QINGHE }, triage: { regionCode: QINGHE } });
  }, 120_000);
  afterAll(() => app.stop());

  const read = async (who: Who = 'wcc'): Promise<Totals> => (await app.as(who)).read<Totals>('/totals');
  const line = async (measure: string) => (await read()).lines.find((row) => row.measure === measure);

  it('counts no month that still runs', async () => {
    expect(await read()).toMatchObject({ from: '2025-09', until: '2026-08' });
    expect((await line('reports'))?.total).toBe(0);
  });

  it('counts the month when it is over, and keeps a small place with the next one', async () => {
    await app.advanceTo('2026-10-08T09:00:00+08:00');
    const reports = await line('reports');
    expect(reports?.total).toBe(7);
    expect(reports?.byMonth.find(({ key }) => key === '2026-09')?.n).toBe(7);
    // One report in 清荷街道: it is not shown, and neither is what the total would betray it by.
    expect(reports?.byTownship.map(({ key, n }) => [key, n])).toEqual([
      ['990101001000', null],
      ['990101100000', null],
      ['990101200000', 0],
      [null, 0],
    ]);
    expect((await line('cases-opened'))?.total).toBe(7);
  });

  it('answers this role and no other, not even in the database', async () => {
    for (const who of ['civil', 'intake', 'auditor', 'admin'] as const)
      expect([who, (await (await app.as(who)).get('/totals')).status]).toEqual([who, 403]);
    const rowsFor = (username: string): Promise<unknown[]> =>
      app.owner.transaction(async (tx) => {
        await tx.query(
          `SELECT set_config('app.district', district_code, true), set_config('app.user', id::text, true),
                  set_config('app.now', $2, true) FROM app_user WHERE username = $1`,
          [username, app.now().toISOString()],
        );
        return tx.query<unknown[]>('SELECT * FROM ctx_totals(12)');
      });
    expect((await rowsFor('fuerw')).length).toBeGreaterThan(0);
    expect(await rowsFor('minzheng')).toEqual([]);
    for (const path of ['/cases', '/reports', '/watch-items', '/people', '/backstop-items'])
      expect([path, (await (await app.as('wcc')).get(path)).status]).toEqual([path, 403]);
  });
});
