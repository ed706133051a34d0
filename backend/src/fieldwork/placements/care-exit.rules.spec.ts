import { CARE_EXITS, type CareExit, exitErrors, NAMED_EXITS } from './care-exit.rules';

const NOW = new Date('2026-03-02T08:00:00Z');
const FACTS = { startedOn: '2026-01-10', mayGoHome: false, blameless: false };
const fields = (reason: CareExit, facts: Partial<typeof FACTS> = {}, endedOn = '2026-03-02'): string[] =>
  Object.keys(exitErrors({ reason, endedOn, childOpinion: '好' }, { ...FACTS, ...facts }, NOW));

describe('the end of care', () => {
  it('leaves going home and moving to their own actions', () => {
    expect(CARE_EXITS.filter((exit) => !(NAMED_EXITS as readonly string[]).includes(exit))).toEqual([
      'RETURNED',
      'CHANGED',
    ]);
  });

  it.each<CareExit>(['RETURNED', 'PARENT_FOUND', 'PARENT_RELEASED'])(
    'gives no child to a parent by %s without a conclusion',
    (reason) => {
      expect(fields(reason)).toEqual(['reason']);
      expect(fields(reason, { mayGoHome: true })).toEqual([]);
      // Nobody suspects the parents of a child that was lost.
      expect(fields(reason, { blameless: true })).toEqual([]);
    },
  );

  it.each<CareExit>([
    'OTHER_GUARDIAN',
    'LONG_TERM',
    'ADOPTED',
    'TURNED_18',
    'MOVED_AWAY',
    'GUARDIANSHIP_RESTORED',
    'OTHER',
  ])('asks no conference for %s', (reason) => expect(fields(reason)).toEqual([]));

  it('lies between its beginning and today', () => {
    expect(fields('LONG_TERM', {}, '2026-01-09')).toEqual(['endedOn']);
    expect(fields('LONG_TERM', {}, '2026-03-03')).toEqual(['endedOn']);
    expect(fields('LONG_TERM', {}, '2026-02-30')).toEqual(['endedOn']);
  });

  it('hears the child, unless it died', () => {
    const unheard = (reason: CareExit): string[] =>
      Object.keys(exitErrors({ reason, endedOn: '2026-03-02' }, FACTS, NOW));
    expect(unheard('LONG_TERM')).toEqual(['childOpinion']);
    expect(unheard('DIED')).toEqual([]);
  });
});
