import { systemContext } from '@tonghu/backend/kernel';
import { type RoutingRow, RoutingTable } from '@tonghu/backend/desk/coordination';
import { AppDatabase } from '@tonghu/backend/platform/database';
import { LEADS } from './expected/routing';
import { TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

/** A report may be about several situations at once: what the product makes of their rows together. */
describe('the rows of several situations', () => {
  let app: TestApp;
  const codes = Object.keys(LEADS);
  const rows = new Map<string, readonly RoutingRow[]>();
  const of = (...situations: string[]): readonly RoutingRow[] => rows.get(situations.join()) ?? [];

  beforeAll(async () => {
    app = await TestApp.start();
    const table = app.app.get(RoutingTable);
    await app.app.get(AppDatabase).inTransaction(systemContext('990101', 'test'), async (tx) => {
      for (const first of codes)
        for (const second of codes) {
          const both = first === second ? [first] : [first, second];
          rows.set(both.join(), await table.rowsFor(tx, both));
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
        if (row.only_if === null)
          expect([second, row.agency_kind, kept?.only_if]).toEqual([second, row.agency_kind, null]);
      }
      expect(both.size).toBe(new Set([...of(first), ...of(second)].map((row) => row.agency_kind)).size);
    }
  });
});
