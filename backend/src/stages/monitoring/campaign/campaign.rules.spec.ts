import { endErrors, periodErrors, screeningErrors, type ScreeningForm } from './campaign.rules';

const NOW = new Date('2026-07-01T08:00:00+08:00');
const days = (startsOn: string, endsOn: string): string[] =>
  Object.keys(periodErrors({ startsOn, endsOn }, NOW));

describe('the days of a screening', () => {
  it.each([
    ['a summer', '2026-07-01', '2026-08-31', []],
    ['one day', '2026-07-01', '2026-07-01', []],
    ['ninety days and no more', '2026-07-01', '2026-09-29', []],
    ['ninety-one', '2026-07-01', '2026-09-30', ['endsOn']],
    ['an end before the start', '2026-07-10', '2026-07-09', ['endsOn']],
    ['an end that has passed', '2026-06-01', '2026-06-30', ['endsOn']],
    ['a day that is none', '2026-07-01', '2026-02-30', ['endsOn']],
    ['a year nobody has seen', '0000-01-01', '2026-07-31', ['startsOn']],
  ])('%s', (_what, startsOn, endsOn, expected) => {
    expect(days(startsOn, endsOn)).toEqual(expected);
  });

  it('may be moved, from the same first day', () => {
    expect(endErrors('2026-06-01', '2026-07-20', NOW)).toEqual({});
    expect(endErrors('2026-06-01', '2026-09-01', NOW).endsOn?.[0]).toContain('2026-08-30');
  });
});

describe('what is recorded of a child', () => {
  const CHECKS = ['CALM', 'NO_INJURY'];
  const wrong = (part: Partial<ScreeningForm>): string[] =>
    Object.keys(screeningErrors({ met: true, findings: [], ...part }, CHECKS));

  it.each<[string, Partial<ScreeningForm>, string[]]>([
    ['met and all is well: one action', {}, []],
    ['met, with a finding in words', { findings: ['CALM'], note: '不说话' }, []],
    ['a finding without words', { findings: ['CALM'] }, ['note']],
    ['a finding nobody asked about', { findings: ['IN_SCHOOL'], note: '在家' }, ['findings']],
    ['the same finding twice', { findings: ['CALM', 'CALM'], note: '不说话' }, ['findings']],
    ['met, with a reason why not', { notMetReason: 'MOVED' }, ['notMetReason']],
    ['not met, no reason', { met: false, note: '不在' }, ['notMetReason']],
    ['not met, and nobody said where it is', { met: false, notMetReason: 'MOVED', note: ' ' }, ['note']],
    ['not met, with reason and words', { met: false, notMetReason: 'MOVED', note: '搬到县城' }, []],
    [
      'not met, and the neighbours told of injuries',
      { met: false, notMetReason: 'REFUSED', findings: ['NO_INJURY'], note: '邻居听见打骂' },
      [],
    ],
  ])('%s', (_what, part, expected) => {
    expect(wrong(part)).toEqual(expected);
  });
});
