import { AGENCY_KINDS, ROUTING_CONDITIONS, SITUATIONS } from '@tonghu/seeds/reference';
import { routingRows } from '@tonghu/seeds/seed-reference';
import { ALSO, GRID, GRID_COLUMNS, GRID_GIVES_WAY, LEADS, ROWS } from './expected/routing';

/**
 * The routing table read a second time, from the pages of law and practice (`expected/routing`), against the rows as the
 * product keeps them. What is not written there is asked of nobody.
 */
interface Wanted {
  readonly situation: string;
  readonly agency: string;
  readonly role: 'lead' | 'co' | 'notify';
  readonly refusable: boolean;
  readonly onlyIf: string | null;
}

const ROUTED = routingRows().map(({ situation, agency_kind, role, refusable, only_if }): Wanted => ({
  situation,
  agency: agency_kind,
  role,
  refusable,
  onlyIf: only_if,
}));
const routedFor = (situation: string): Wanted[] => ROUTED.filter((row) => row.situation === situation);
const sorted = (agencies: readonly string[]): string[] => [...agencies].sort();
const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');

const WANTED: readonly Wanted[] = Object.entries(ROWS).flatMap(([situation, { must, co, notify }]) => {
  const read = (text: string | undefined, role: Wanted['role'], refusable: boolean): Wanted[] =>
    words(text).map((entry) => {
      const [agency = '', onlyIf = null] = entry.split('?');
      return { situation, agency, role, refusable, onlyIf };
    });
  return [
    { situation, agency: LEADS[situation] ?? '', role: 'lead' as const, refusable: false, onlyIf: null },
    ...read(must, 'co', false),
    ...read(co, 'co', true),
    ...read(notify, 'notify', true),
  ];
});

/** Every cell of the grid with the situations of its column. */
const CELLS = Object.entries(GRID).flatMap(([agency, line]) =>
  words(line).flatMap((letter, index) => {
    const column = Object.keys(GRID_COLUMNS)[index] ?? '';
    const holds = GRID_GIVES_WAY[`${column}.${agency}`]?.[0] ?? letter;
    return (GRID_COLUMNS[column] ?? []).map((situation): [string, string, string] => [
      situation,
      agency,
      holds,
    ]);
  }),
);

describe('who is asked when a report is about a situation', () => {
  it('knows every situation a report may carry, and no other', () => {
    const codes = sorted(SITUATIONS.map(({ code }) => code));
    expect(sorted(Object.keys(ROWS))).toEqual(codes);
    expect(sorted(Object.keys(LEADS))).toEqual(codes);
    expect([...new Set(ROUTED.map(({ situation }) => situation))].sort()).toEqual(codes);
  });

  it.each(WANTED.map((row) => [row.situation, row.agency, row] as const))(
    '%s: %s as the pages say',
    (situation, agency, row) => {
      expect(routedFor(situation).filter((one) => one.agency === agency)).toEqual([row]);
    },
  );

  it.each(Object.keys(ROWS))('%s: nobody else, and nobody twice', (situation) => {
    const wanted = WANTED.filter((row) => row.situation === situation).map(({ agency }) => agency);
    expect(sorted(routedFor(situation).map(({ agency }) => agency))).toEqual(sorted(wanted));
  });

  it.each(Object.entries(LEADS))('%s: led by %s alone, named first', (situation, agency) => {
    const rows = routedFor(situation);
    expect(rows.filter(({ role }) => role === 'lead').map((row) => row.agency)).toEqual([agency]);
    expect(rows[0]?.agency).toBe(agency);
  });

  it('names known agencies and conditions only', () => {
    const kinds = new Set<string>(AGENCY_KINDS.map(({ code }) => code));
    const conditions = new Set<string>(ROUTING_CONDITIONS.map(({ code }) => code));
    expect(ROUTED.filter(({ agency }) => !kinds.has(agency))).toEqual([]);
    expect(ROUTED.filter(({ onlyIf }) => onlyIf !== null && !conditions.has(onlyIf))).toEqual([]);
    expect(Object.keys(GRID).filter((agency) => !kinds.has(agency))).toEqual([]);
  });

  it('asks nobody by a lead row that may be sent back or left out', () => {
    const leads = ROUTED.filter(({ role }) => role === 'lead');
    expect(leads.filter(({ refusable, onlyIf }) => refusable || onlyIf !== null)).toEqual([]);
  });
});

describe('the co-handling grid, letter by letter', () => {
  it('has one letter for each agency and column', () => {
    for (const [agency, line] of Object.entries(GRID))
      expect([agency, words(line).length]).toEqual([agency, Object.keys(GRID_COLUMNS).length]);
    for (const cell of Object.keys(GRID_GIVES_WAY)) {
      const [column = '', agency = ''] = cell.split('.');
      expect([cell, column in GRID_COLUMNS, agency in GRID]).toEqual([cell, true, true]);
    }
  });

  it.each(CELLS)('%s, %s: %s', (situation, agency, letter) => {
    const [row] = routedFor(situation).filter((one) => one.agency === agency);
    const lead = LEADS[situation] === agency;
    // A lead is named by the intake table, whatever the grid's letter.
    if (lead) expect(row?.role).toBe('lead');
    else if (letter === 'L') expect([row?.role, row?.refusable]).toEqual(['co', false]);
    else if (letter === 'C') expect([row?.role, row?.refusable]).toEqual(['co', true]);
    else if (letter === 'N') expect(row?.role).toBe('notify');
    else if (letter === 'd') expect([undefined, 'co', 'notify']).toContain(row?.role);
    else expect(row).toBeUndefined();
  });
});

describe('the intake table: who is asked besides the lead', () => {
  it.each(Object.entries(ALSO))('%s', (situation, { asked, told }) => {
    const rows = routedFor(situation);
    const tasks = rows.filter(({ role }) => role === 'co').map(({ agency }) => agency);
    expect(tasks).toEqual(expect.arrayContaining(words(asked)));
    // Who the grid gives a task need not be told besides.
    expect(rows.map(({ agency }) => agency)).toEqual(expect.arrayContaining(words(told)));
  });
});
