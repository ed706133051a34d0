import {
  addDays,
  addMonths,
  atTime,
  dayOfWeek,
  endOfDay,
  formatChinaDate,
  formatChinaTime,
  localDate,
  startOfDay,
} from './china-time';

describe('China time', () => {
  it('puts an instant on the Chinese date, eight hours ahead of UTC', () => {
    expect(localDate(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
    expect(localDate(new Date('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
  });

  it('bounds a day, given as a date or as an instant in it', () => {
    expect(startOfDay('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(endOfDay('2026-11-23').toISOString()).toBe('2026-11-23T15:59:59.999Z');
    expect(endOfDay(new Date('2026-11-22T18:00:00Z'))).toEqual(endOfDay('2026-11-23'));
    expect(atTime('2026-11-23', 9, 30).toISOString()).toBe('2026-11-23T01:30:00.000Z');
  });

  it('adds days and months, clamping to the end of a shorter month', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2008-02-29', 216)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 14)).toBe('2028-01-30');
  });

  it('knows the weekday', () => {
    expect(dayOfWeek('2026-10-10')).toBe(6);
    expect(dayOfWeek('2026-11-23')).toBe(1);
  });

  it('writes dates as papers do', () => {
    expect(formatChinaTime(new Date('2026-11-23T06:05:00Z'))).toBe('2026年11月23日 14:05');
    expect(formatChinaTime(new Date('2026-01-04T16:00:00Z'))).toBe('2026年1月5日 00:00');
    expect(formatChinaDate('2026-10-01')).toBe('2026年10月1日');
  });

  it.each(['2026-02-30', '2026-1-1', '', '20260101', '0099-01-01'])('refuses %p as a date', (text) => {
    expect(() => startOfDay(text)).toThrow(RangeError);
  });
});
