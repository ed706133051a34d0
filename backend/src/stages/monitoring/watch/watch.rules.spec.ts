import { confirmPlaceOf } from './watch-item.workflow';
import { categoryErrors, endErrors, latestVisitDay, missedVisits, visitDayErrors } from './watch.rules';

const NOW = new Date('2026-09-15T01:00:00Z');

describe('missed visits', () => {
  it.each([
    ['2026-09-15', 'key', 0, 0],
    ['2026-09-14', 'key', 0, 1],
    ['2026-08-16', 'key', 0, 1],
    ['2026-08-15', 'key', 0, 2],
    ['2026-07-01', 'key', 0, 3],
    ['2026-08-01', 'watch', 0, 1],
    // A new day hides nothing.
    ['2026-10-01', 'key', 2, 2],
  ] as const)('planned for %s at level %s with %i before: %i', (nextVisitOn, level, before, missed) => {
    expect(missedVisits({ nextVisitOn, level, before }, '2026-09-15')).toBe(missed);
  });

  it('count nothing without a plan', () => {
    expect(missedVisits({ nextVisitOn: null, level: 'key', before: 1 }, '2026-09-15')).toBe(1);
  });
});

describe('the day of the next visit', () => {
  it('lies within one round of the last one, or a week for what is late', () => {
    expect(latestVisitDay('key', new Date('2026-09-10T01:00:00Z'), NOW)).toBe('2026-10-10');
    expect(latestVisitDay('key', new Date('2026-06-10T01:00:00Z'), NOW)).toBe('2026-09-22');
    expect(latestVisitDay('normal', null, NOW)).toBe('2027-03-14');
  });

  it('is refused when it is past, no day, or too late', () => {
    const errors = (day: string) =>
      visitDayErrors('day', day, { level: 'key', lastSeenAt: null }, NOW).day?.[0];
    expect(errors('2026-09-14')).toContain('不能早于今天');
    expect(errors('2026-02-30')).toBeDefined();
    expect(errors('2026-10-16')).toContain('2026-10-15');
    expect(errors('2026-10-15')).toBeUndefined();
  });
});

describe('categories', () => {
  const fields = (categories: string[], birthDate: string | null): string | undefined =>
    categoryErrors({ categories, why: '' }, birthDate, NOW).categories?.[0];

  it('are at least one, once each', () => {
    expect(fields([], null)).toBeDefined();
    expect(fields(['OTHER', 'OTHER'], null)).toContain('重复');
  });

  it('left behind and migrant end with sixteen, everything with eighteen; an unknown age excludes nothing', () => {
    expect(fields(['LEFT_BEHIND'], '2010-09-16')).toBeUndefined();
    expect(fields(['LEFT_BEHIND'], '2010-09-15')).toContain('16周岁');
    expect(fields(['DISTRESSED'], '2010-09-15')).toBeUndefined();
    expect(fields(['DISTRESSED'], '2008-09-15')).toContain('18周岁');
    expect(fields(['LEFT_BEHIND'], null)).toBeUndefined();
  });
});

describe('the end of watching', () => {
  const well = { seenChild: true, abnormal: false };

  it.each([
    ['SOLVED', null, 'reason'],
    ['SOLVED', { seenChild: false, abnormal: false }, 'reason'],
    ['SOLVED', { seenChild: true, abnormal: true }, 'reason'],
    ['MOVED', well, 'note'],
    ['OTHER', well, 'note'],
  ] as const)('%s after %o needs more', (reason, latest, field) => {
    expect(Object.keys(endErrors({ reason }, latest))).toEqual([field]);
  });

  it('is free otherwise', () => {
    expect(endErrors({ reason: 'SOLVED' }, well)).toEqual({});
    expect(endErrors({ reason: 'MOVED', note: '去外省，已电话告知当地儿童主任' }, null)).toEqual({});
    expect(endErrors({ reason: 'AGED_OUT' }, null)).toEqual({});
  });
});

describe('who confirms', () => {
  it.each([
    ['village', true, 'township'],
    ['village', false, 'district'],
    ['township', true, 'district'],
    ['district', true, 'township'],
    ['district', false, 'district'],
  ] as const)('what a %s proposes, township with people %s: the %s', (from, people, place) => {
    expect(confirmPlaceOf(from, people)).toBe(place);
  });
});
