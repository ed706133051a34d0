import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const HERE = 'test/reliability';
const README = readFileSync(join(__dirname, 'README.md'), 'utf8');
/** Groups of security.md: durability of intake, timers, work orders, notices. */
const GROUPS: Readonly<Record<string, number>> = { R: 23, T: 8, C: 8, S: 4 };
const ID = /\b[RTCS]\d{2}\b/g;

interface Row {
  readonly id: string;
  readonly spec: string;
  readonly figures: readonly string[];
  readonly control: string;
}

/** `| C01 | P0 | promise | spec | quick | full | control |`; a dash instead of a spec and a reason instead of the control. */
const rows: readonly Row[] = README.split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id]) => id !== undefined && /^[RTCS]\d{2}$/.test(id))
  .map(([, id = '', , , spec = '', few = '', many = '', control = '']) => ({
    id,
    spec: spec.replaceAll('`', ''),
    figures: [few, many],
    control,
  }));

/** Ids in the titles of a spec. */
function idsIn(spec: string): Set<string> {
  const titles = readFileSync(join(ROOT, spec), 'utf8').match(
    /\b(?:it|describe)(?:\.each\([^]*?\))?\(\s*(['"`])[^]*?\1/g,
  );
  return new Set((titles ?? []).flatMap((title) => title.match(ID) ?? []));
}

describe('the table of promises', () => {
  it('names every promise once', () => {
    const expected = Object.entries(GROUPS).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, index) => `${group}${String(index + 1).padStart(2, '0')}`),
    );
    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  it.each(rows.filter(({ spec }) => spec !== '—'))('finds $id in the titles of $spec', ({ id, spec }) => {
    expect([...idsIn(spec)]).toContain(id);
  });

  it('says of every promise with a spec how often it is tried and what must fail, of every other why', () => {
    for (const { id, spec, figures, control } of rows) {
      expect([id, control]).not.toEqual([id, '']);
      expect([id, figures.every((figure) => figure === '—')]).toEqual([id, spec === '—']);
    }
  });

  it('knows every promise that a spec here claims', () => {
    const claimed = readdirSync(__dirname)
      .filter((name) => name.endsWith('.int-spec.ts') && name !== 'promises.int-spec.ts')
      .flatMap((name) => [...idsIn(`${HERE}/${name}`)].map((id) => ({ id, name })));
    const built = new Set(rows.filter(({ spec }) => spec !== '—').map(({ id }) => id));
    expect(claimed.filter(({ id }) => !built.has(id))).toEqual([]);
  });
});
