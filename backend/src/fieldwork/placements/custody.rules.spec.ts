import { custodyBand, custodyDays, custodyErrors, isBlameless, startedByFor } from './custody.rules';

// 23:30 UTC is already the next morning in China.
const NOW = new Date('2026-03-01T23:30:00Z');

describe('the days of a custody', () => {
  it.each([
    ['2026-03-02', 0],
    ['2026-03-01', 1],
    ['2025-03-02', 365],
  ])('from %s are %i', (startedOn, days) => expect(custodyDays(startedOn, NOW)).toBe(days));

  it.each([
    [0, null],
    [179, null],
    [180, 180],
    [269, 180],
    [270, 270],
    [330, 330],
    [364, 330],
    [365, 365],
    [900, 365],
  ])('%i reach the band %p', (days, band) => expect(custodyBand(days)).toBe(band));

  it('ask the database for the same bands', () => {
    for (const band of [180, 270, 330, 365] as const)
      expect(custodyDays(startedByFor(band, NOW), NOW)).toBe(band);
  });
});

describe('a decision on custody (D08)', () => {
  it('lies today or before, and the child was heard', () => {
    expect(custodyErrors({ startedOn: '2026-03-02', childOpinion: '想留在这里' }, NOW)).toEqual({});
    expect(Object.keys(custodyErrors({ startedOn: '2026-03-03' }, NOW))).toEqual([
      'startedOn',
      'childOpinion',
    ]);
  });

  it.each([
    [['TC1'], true],
    [['TC1', 'TC3'], true],
    [['TC1', 'TC6'], false],
    [['TC4'], false],
    [['TC7'], false],
    [[], false],
  ])('for %j rules out that the guardian is the danger: %p', (reasons, blameless) => {
    expect(isBlameless(reasons)).toBe(blameless);
  });
});
