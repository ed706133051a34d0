import {
  findProceeding,
  opensWith,
  type ProceedingForm,
  proceedingErrors,
  PROCEEDINGS,
  type ProceedingRule,
  recordingOf,
} from './proceedings.rules';

const NOW = new Date('2026-10-10T09:00:00+08:00');
const RULES = Object.entries<ProceedingRule>(PROCEEDINGS);
const POLICE = { role: 'police_handler', agencyKind: 'police' };
const INTAKE = { role: 'intake_officer', agencyKind: 'intake' };
const errorsOf = (kind: string, form: Partial<ProceedingForm> = {}, recorder = POLICE): string[] => {
  const rule = findProceeding(kind);
  if (rule === undefined) throw new Error(`No step ${kind}`);
  return Object.keys(
    proceedingErrors(rule, { happenedAt: '2026-10-10T08:00:00+08:00', ...form }, recorder, NOW),
  );
};

describe('the table of proceedings', () => {
  it('stops by one step whatever it starts by another', () => {
    const opened = new Set(RULES.flatMap(([, { opens = [] }]) => opens.map(({ rule }) => rule)));
    const closed = new Set(RULES.flatMap(([, { closes = [] }]) => closes));
    expect([...opened].sort()).toEqual([...closed].sort());
    expect(opened.size).toBe(20);
  });

  it('names an article and how far it was checked in every line, and its words fit a list', () => {
    for (const [kind, { source, name }] of RULES) {
      expect([kind, source]).toEqual([kind, expect.stringMatching(/\((V|Vp|M9)/)]);
      expect(name).toMatch(/^\p{Script=Han}/u);
      expect(name).not.toMatch(/加害人/);
    }
  });

  it('lets an extension go on from the clock it stops, and no other step', () => {
    for (const [kind, { opens = [], closes = [] }] of RULES)
      for (const { rule, from } of opens)
        expect([kind, from !== undefined]).toEqual([kind, closes.includes(rule) && kind.endsWith('longer')]);
  });
});

describe('who records which step', () => {
  it('is the organ itself, the district desk for all, nobody else', () => {
    for (const [, { organ }] of RULES) {
      expect(recordingOf(INTAKE, organ)).toBe('on-behalf');
      expect(recordingOf(POLICE, organ)).toBe(organ === 'police' ? 'own' : null);
      expect(recordingOf({ role: 'child_supervisor', agencyKind: 'township' }, organ)).toBe(
        organ === 'township' ? 'own' : null,
      );
    }
    expect(recordingOf({ role: 'civil_affairs', agencyKind: 'civil_affairs' }, 'civil_affairs')).toBe('own');
  });

  it('asks who told it when it is on behalf', () => {
    expect(errorsOf('criminal-filed', {}, INTAKE)).toEqual(['person']);
    expect(errorsOf('criminal-filed', { person: '值班民警' }, INTAKE)).toEqual([]);
    expect(errorsOf('criminal-filed')).toEqual([]);
    expect(errorsOf('revocation-filed')).toEqual(['kind']);
  });
});

describe('the record of a step', () => {
  it.each<[string, Partial<ProceedingForm>, string[]]>([
    ['criminal-filed', { happenedAt: '2026-10-10T09:00:01+08:00' }, ['happenedAt']],
    ['criminal-filed', { result: 'GRANTED' }, ['result']],
    ['reconsideration-decided', {}, ['result']],
    ['reconsideration-decided', { result: 'constructor' }, ['result']],
    ['reconsideration-decided', { result: 'CHANGED' }, []],
    ['criminal-accepted', { variant: '延长' }, ['variant']],
    ['criminal-accepted', { variant: '线索需要查证' }, []],
    ['criminal-review-longer', {}, ['variant']],
  ])('%s with %j', (kind, form, fields) => expect(errorsOf(kind, form)).toEqual(fields));

  it('names the unit that has to answer a 检察建议', () => {
    const form = { person: '检察院联络员' };
    expect(errorsOf('procuratorial-advice', form, INTAKE)).toEqual(['addresseeAgencyId']);
    expect(errorsOf('procuratorial-advice', { ...form, addresseeAgencyId: 'x' }, INTAKE)).toEqual([]);
  });

  it('starts a clock only with the result that needs one', () => {
    expect(opensWith(PROCEEDINGS['defender-checked'], 'PRESENT')).toEqual([]);
    expect(opensWith(PROCEEDINGS['defender-checked'], 'NONE').map(({ rule }) => rule)).toEqual(['DL-022']);
    expect(opensWith(PROCEEDINGS['aid-decided'], 'REFUSED')).toEqual([]);
    expect(findProceeding('constructor')).toBeUndefined();
  });
});
