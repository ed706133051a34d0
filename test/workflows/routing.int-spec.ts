import { systemContext } from '@tonghu/backend/kernel';
import { type RoutingRow, RoutingTable } from '@tonghu/backend/desk/coordination';
import { AppDatabase } from '@tonghu/backend/platform/database';
import { LEADS, ROWS } from './expected/routing';
import { TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

/** A report may be about several situations at once: what the product makes of their rows together. */
describe('the rows of several situations', () => {
  let app: TestApp;
  const codes = Object.keys(LEADS);
  const rows = new Map<string, readonly RoutingRow[]>();
  const notices = new Map<string, readonly RoutingRow[]>();
  const of = (...situations: string[]): readonly RoutingRow[] => rows.get(situations.join()) ?? [];

  beforeAll(async () => {
    app = await TestApp.start();
    const table = app.app.get(RoutingTable);
    await app.app.get(AppDatabase).inTransaction(systemContext('990101', 'test'), async (tx) => {
      for (const first of codes)
        for (const second of codes) {
          const both = first === second ? [first] : [first, second];
          rows.set(both.join(), await table.rowsFor(tx, both));
          notices.set(both.join(), await table.noticesFor(tx, both));
        }
    });
  }, 60_000);
  afterAll(() => app.stop());

  it.each(codes)('%s and any other: one lead, that of the first named, and no agency twice', (first) => {
    for (const second of codes.filter((code) => code !== first)) {
      const both = of(first, second);
      expect([second, both.filter(({ role }) => role === 'lead').map((row) => row.agency_kind)]).toEqual([
        second,
        [LEADS[first]],
      ]);
      expect(both[0]?.role).toBe('lead');
      expect(new Set(both.map((row) => row.agency_kind)).size).toBe(both.length);
    }
  });

  it.each(codes)('%s and any other: nobody is freed of a duty, asked less, or forgotten', (first) => {
    for (const second of codes.filter((code) => code !== first)) {
      const both = new Map(of(first, second).map((row) => [row.agency_kind, row]));
      for (const row of [...of(first), ...of(second)]) {
        const kept = both.get(row.agency_kind);
        expect([second, row.agency_kind, kept !== undefined]).toEqual([second, row.agency_kind, true]);
        if (!row.refusable)
          expect([second, row.agency_kind, kept?.refusable]).toEqual([second, row.agency_kind, false]);
        // Either condition is enough, and whom one of the two asks outright the other cannot make conditional.
        const own = [...of(first), ...of(second)].filter((one) => one.agency_kind === row.agency_kind);
        const outright = own.some(({ conditions }) => conditions.length === 0);
        const all = [...new Set(own.flatMap(({ conditions }) => conditions))].sort();
        expect([second, row.agency_kind, [...(kept?.conditions ?? ['?'])].sort()]).toEqual([
          second,
          row.agency_kind,
          outright ? [] : all,
        ]);
      }
      expect(both.size).toBe(new Set([...of(first), ...of(second)].map((row) => row.agency_kind)).size);
    }
  });

  /** Who is told, and on which conditions, as the pages say: of both situations, each agency once. */
  const told = (situations: readonly string[]): Map<string, readonly string[]> => {
    const byAgency = new Map<string, string[]>();
    for (const entry of situations.flatMap((code) => (ROWS[code]?.notify ?? '').split(' ').filter(Boolean))) {
      const [agency = '', condition = ''] = entry.split('?');
      byAgency.set(agency, [...(byAgency.get(agency) ?? []), condition]);
    }
    return new Map(
      [...byAgency].map(([agency, conditions]) => [
        agency,
        conditions.includes('') ? [] : [...new Set(conditions)].sort(),
      ]),
    );
  };

  it.each(codes)('%s and any other: who is only told, once each', (first) => {
    for (const second of codes.filter((code) => code !== first)) {
      const rowsOfBoth = notices.get([first, second].join()) ?? [];
      expect(rowsOfBoth.filter(({ role }) => role !== 'notify')).toEqual([]);
      expect(rowsOfBoth.map((row) => row.agency_kind).sort()).toEqual(
        [...told([first, second]).keys()].sort(),
      );
      for (const row of rowsOfBoth)
        expect([second, row.agency_kind, [...row.conditions].sort()]).toEqual([
          second,
          row.agency_kind,
          told([first, second]).get(row.agency_kind),
        ]);
    }
  });
});
