import { ageSignal, type SeenVisit, type SignalFacts, signalsOf } from './signal.rules';

const NOW = new Date('2026-09-15T01:00:00Z');
const visit = (part: Partial<SeenVisit> = {}): SeenVisit => ({
  visitedAt: new Date('2026-09-10T01:00:00Z'),
  seenChild: true,
  items: { CARE: 'normal', HEALTH: 'normal' },
  leftUnattended: false,
  livesAlone: false,
  ...part,
});
const signs = (part: Partial<SignalFacts>): string[] =>
  signalsOf({ now: NOW, missed: 0, age: 7, visits: [], care: null, reportedAt: null, ...part }).map(
    ({ code, offer }) => `${code}:${offer}`,
  );
const ill: SeenVisit = visit({ items: { CARE: 'normal', HEALTH: 'abnormal' } });

describe('signals', () => {
  it.each<[string, Partial<SignalFacts>, string[]]>([
    ['nothing', { visits: [visit()] }, []],
    ['a child left alone (art 21)', { visits: [visit({ leftUnattended: true })] }, ['UNATTENDED:report']],
    [
      'told at a closed door',
      { visits: [visit({ seenChild: false, leftUnattended: true })] },
      ['UNATTENDED:report'],
    ],
    ['seen well afterwards', { visits: [visit(), visit({ leftUnattended: true })] }, []],
    [
      'living alone under sixteen',
      { age: 15, visits: [visit({ livesAlone: true })] },
      ['LIVING_ALONE:report'],
    ],
    [
      'living alone at an unknown age',
      { age: null, visits: [visit({ livesAlone: true })] },
      ['LIVING_ALONE:report'],
    ],
    ['living alone at sixteen', { age: 16, visits: [visit({ livesAlone: true })] }, []],
    ['one abnormal item', { visits: [ill] }, ['ABNORMAL:report']],
    ['the same one twice', { visits: [ill, ill] }, ['ABNORMAL_TWICE:report']],
    ['another one', { visits: [ill, visit({ items: { CARE: 'abnormal' } })] }, ['ABNORMAL:report']],
    [
      'a closed door between the two',
      { visits: [ill, visit({ seenChild: false, items: {} }), ill] },
      ['ABNORMAL_TWICE:report'],
    ],
    ['reported since', { visits: [ill, ill], reportedAt: new Date('2026-09-11T01:00:00Z') }, []],
    ['reported before', { visits: [ill], reportedAt: new Date('2026-09-09T01:00:00Z') }, ['ABNORMAL:report']],
    ['one visit missed', { missed: 1 }, []],
    ['two visits missed', { missed: 2 }, ['MISSED_TWICE:visit']],
    [
      'an unfit carer',
      { care: { state: 'unfit', startedOn: '2026-09-01', lastContactOn: null } },
      ['CARER_UNFIT:report'],
    ],
    [
      'no call for two weeks',
      { care: { state: 'running', startedOn: '2026-08-01', lastContactOn: '2026-08-31' } },
      ['NO_CONTACT:visit'],
    ],
    [
      'a call two weeks ago',
      { care: { state: 'running', startedOn: '2026-08-01', lastContactOn: '2026-09-01' } },
      [],
    ],
    ['a care that is over', { care: { state: 'ended', startedOn: '2026-01-01', lastContactOn: null } }, []],
  ])('%s', (_what, facts, expected) => {
    expect(signs(facts)).toEqual(expected);
  });

  it('put the dangers first', () => {
    const all = signs({ missed: 3, visits: [{ ...ill, leftUnattended: true }] });
    expect(all).toEqual(['UNATTENDED:report', 'ABNORMAL:report', 'MISSED_TWICE:visit']);
  });

  it('say when a category is outgrown', () => {
    expect(ageSignal(16, ['LEFT_BEHIND'])).toHaveLength(1);
    expect(ageSignal(15, ['LEFT_BEHIND'])).toEqual([]);
    expect(ageSignal(17, ['DISTRESSED'])).toEqual([]);
  });
});
