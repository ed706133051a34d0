import { dayAheadErrors, pastInstantErrors } from './form.rules';

// 23:30 UTC is already the next morning in China.
const NOW = new Date('2026-03-01T23:30:00Z');

describe('dates in forms', () => {
  it('refuses what has not happened yet', () => {
    expect(pastInstantErrors('visitedAt', '2026-03-02T07:31:00+08:00', NOW)).toEqual({
      visitedAt: ['时间不能晚于现在'],
    });
    expect(pastInstantErrors('visitedAt', '2026-03-02T07:30:00+08:00', NOW)).toEqual({});
  });

  it.each([
    ['2026-03-01', false, false],
    ['2026-03-02', false, true],
    ['2026-03-02', true, false],
    ['2026-03-03', true, true],
    ['2026-02-30', false, false],
  ])('a day ahead: %s (not today: %s) → %s', (day, notToday, ok) => {
    expect(dayAheadErrors('reviewOn', day, NOW, notToday)).toEqual(
      ok ? {} : { reviewOn: [expect.any(String)] },
    );
  });
});
