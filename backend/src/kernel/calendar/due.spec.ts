import { addDays } from './china-time';
import { computeDue, offsetFrom, type Limit, type Offset } from './due';
import { WorkingCalendar, type DayException } from './working-calendar';

/** The National Day weeks of 2026: off 1–7 October; Sunday 20 September and Saturday 10 October are worked instead. */
const CALENDAR = new WorkingCalendar(
  new Map<string, DayException>([
    ...[1, 2, 3, 4, 5, 6, 7].map((day): [string, DayException] => [`2026-10-0${day}`, 'holiday']),
    ['2026-09-20', 'workday'],
    ['2026-10-10', 'workday'],
  ]),
  new Set([2026]),
);
/** An instant from a Chinese wall clock. */
const at = (text: string): Date => new Date(`${text}+08:00`);
const due = (start: string, limit: Limit) => computeDue(at(start), limit, CALENDAR);
const days = (amount: number): Limit => ({ unit: 'natural_day', amount });
const workingDays = (amount: number): Limit => ({ unit: 'working_day', amount });
const months = (amount: number): Limit => ({ unit: 'month', amount });

describe('WorkingCalendar', () => {
  it('follows the weekend unless the holiday notice says otherwise', () => {
    expect(CALENDAR.isWorkingDay('2026-11-20')).toBe(true);
    expect(CALENDAR.isWorkingDay('2026-11-21')).toBe(false);
    expect(CALENDAR.isWorkingDay('2026-10-02')).toBe(false);
    expect(CALENDAR.isWorkingDay('2026-10-10')).toBe(true);
  });

  it('counts working days both ways over the holiday', () => {
    expect(CALENDAR.addWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
    expect(CALENDAR.addWorkingDays('2026-10-10', -3)).toBe('2026-09-30');
  });

  it('fails loudly when a table leaves no working day', () => {
    const holidays = Array.from({ length: 400 }, (_, day): [string, DayException] => [
      addDays('2026-01-01', day),
      'holiday',
    ]);
    const broken = new WorkingCalendar(new Map(holidays), new Set([2026]));
    expect(() => broken.onOrAfter('2026-01-05')).toThrow(RangeError);
  });
});

describe('computeDue', () => {
  it('runs minutes and hours day and night, holidays included', () => {
    expect(due('2026-10-01T23:50:00', { unit: 'minute', amount: 15 }).due).toEqual(at('2026-10-02T00:05:00'));
    expect(due('2026-10-01T10:00:00', { unit: 'hour', amount: 72 }).due).toEqual(at('2026-10-04T10:00:00'));
  });

  it('does not count the starting day and ends at 24:00', () => {
    expect(due('2026-11-23T00:00:00', days(3)).due).toEqual(at('2026-11-26T23:59:59.999'));
    expect(due('2026-11-23T23:59:59', days(3)).due).toEqual(at('2026-11-26T23:59:59.999'));
  });

  it('moves a last day off to the next working day', () => {
    expect(due('2026-11-18T09:00:00', days(3)).due).toEqual(at('2026-11-23T23:59:59.999'));
    expect(due('2026-09-28T09:00:00', days(3)).due).toEqual(at('2026-10-08T23:59:59.999'));
    expect(due('2026-10-07T09:00:00', days(3)).due).toEqual(at('2026-10-10T23:59:59.999'));
  });

  it('leaves a last day off where it is when the rule keeps its date', () => {
    expect(due('2026-11-20T22:00:00', { ...days(1), keepsDate: true }).due).toEqual(
      at('2026-11-21T23:59:59.999'),
    );
  });

  it('counts working days over weekends, the holiday and the worked Saturday', () => {
    expect(due('2026-11-20T09:00:00', workingDays(1)).due).toEqual(at('2026-11-23T23:59:59.999'));
    expect(due('2026-09-30T17:00:00', workingDays(1)).due).toEqual(at('2026-10-08T23:59:59.999'));
    expect(due('2026-09-30T17:00:00', workingDays(3)).due).toEqual(at('2026-10-10T23:59:59.999'));
    expect(due('2026-10-03T12:00:00', workingDays(1)).due).toEqual(at('2026-10-08T23:59:59.999'));
    expect(due('2026-09-18T12:00:00', workingDays(1)).due).toEqual(at('2026-09-20T23:59:59.999'));
  });

  it('clamps a month and then moves a last day off', () => {
    expect(due('2026-01-31T12:00:00', months(1)).due).toEqual(at('2026-03-02T23:59:59.999'));
    expect(due('2026-01-30T12:00:00', { ...months(1), keepsDate: true }).due).toEqual(
      at('2026-02-28T23:59:59.999'),
    );
    expect(due('2026-04-30T12:00:00', months(1)).due).toEqual(at('2026-06-01T23:59:59.999'));
  });

  it('marks a result that needs an unpublished year as provisional and uses the weekend rule', () => {
    expect(due('2026-12-30T09:00:00', workingDays(2))).toEqual({
      due: at('2027-01-01T23:59:59.999'),
      provisional: true,
    });
    expect(due('2026-12-29T09:00:00', workingDays(2)).provisional).toBe(false);
    expect(due('2026-12-01T09:00:00', months(12)).provisional).toBe(true);
    expect(due('2025-12-30T09:00:00', workingDays(5)).provisional).toBe(true);
  });

  it('is never provisional when no holiday can change the result', () => {
    expect(due('2027-01-05T09:00:00', { unit: 'hour', amount: 2 }).provisional).toBe(false);
    expect(due('2009-05-01T09:00:00', { ...months(216), keepsDate: true }).provisional).toBe(false);
    expect(due('2025-12-31T09:00:00', days(30)).provisional).toBe(false);
  });

  it.each([-1, 1.5, Number.NaN])('refuses an amount of %p', (amount) => {
    expect(() => due('2026-11-23T09:00:00', days(amount))).toThrow(RangeError);
  });
});

describe('offsetFrom', () => {
  const step = (from: string, direction: Offset['direction'], limit: Limit) =>
    offsetFrom(at(from), { ...limit, direction }, CALENDAR);

  it('is the due time itself at 0', () => {
    expect(step('2026-11-23T23:59:59.999', 'after', { unit: 'minute', amount: 0 })).toEqual(
      at('2026-11-23T23:59:59.999'),
    );
    expect(step('2026-11-22T12:00:00', 'after', workingDays(0))).toEqual(at('2026-11-22T12:00:00'));
  });

  it('counts minutes and hours exactly', () => {
    expect(step('2026-11-23T12:00:00', 'before', { unit: 'minute', amount: 7 })).toEqual(
      at('2026-11-23T11:53:00'),
    );
    expect(step('2026-11-23T23:00:00', 'after', { unit: 'hour', amount: 2 })).toEqual(
      at('2026-11-24T01:00:00'),
    );
  });

  it('arrives at 09:00 of the day for days and months', () => {
    expect(step('2026-10-08T23:59:59.999', 'before', workingDays(1))).toEqual(at('2026-09-30T09:00:00'));
    expect(step('2026-10-09T23:59:59.999', 'after', workingDays(1))).toEqual(at('2026-10-10T09:00:00'));
    expect(step('2026-11-23T23:59:59.999', 'before', days(30))).toEqual(at('2026-10-24T09:00:00'));
    expect(step('2026-03-31T23:59:59.999', 'before', months(1))).toEqual(at('2026-02-28T09:00:00'));
  });
});
