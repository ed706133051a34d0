import { durationOf, formatInstant, fromLocalField, toLocalField, wordsOf } from './time';

describe('Beijing time', () => {
  it('shows an instant in Beijing wherever the browser is', () => {
    expect(formatInstant('2026-11-23T16:05:00Z')).toBe('2026-11-24 00:05');
  });

  it('gives the parts of a sentence in Beijing', () => {
    expect(wordsOf('2026-03-04T16:05:00Z')).toEqual({ year: 2026, month: 3, day: 5, time: '00:05' });
  });

  it('reads a typed time as Beijing time and shows it again unchanged', () => {
    const instant = fromLocalField('2026-11-24T00:05');
    expect(instant).toBe('2026-11-23T16:05:00.000Z');
    expect(toLocalField(instant)).toBe('2026-11-24T00:05');
  });

  it('does not turn an empty or half typed field into a time', () => {
    expect(fromLocalField('')).toBeUndefined();
    expect(fromLocalField('2026-11')).toBeUndefined();
  });

  it('splits a length of time, late or early', () => {
    expect(durationOf(-(2 * 86_400_000 + 3 * 3_600_000 + 59_000))).toEqual({ days: 2, hours: 3, minutes: 0 });
  });
});
