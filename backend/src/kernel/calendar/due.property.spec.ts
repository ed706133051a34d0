import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { endOfDay, localDate } from './china-time';
import { computeDue, offsetFrom, type Limit } from './due';
import { WorkingCalendar, type DayException } from './working-calendar';

const RUNS = { numRuns: 10_000 };
const DAY_MS = 86_400_000;
const isoDay = fc
  .integer({ min: 0, max: 3 * 365 })
  .map((n) => localDate(new Date(Date.UTC(2025, 0, 1) + n * DAY_MS)));
const calendars = fc
  .array(fc.tuple(isoDay, fc.constantFrom<DayException>('holiday', 'workday')), { maxLength: 40 })
  .map((rows) => new WorkingCalendar(new Map(rows), new Set([2025, 2026])));
const starts = fc.date({
  min: new Date('2024-06-01T00:00:00Z'),
  max: new Date('2027-06-01T00:00:00Z'),
  noInvalidDate: true,
});
const amounts = fc.integer({ min: 0, max: 120 });
const dayUnits = fc.constantFrom<Limit['unit']>('natural_day', 'working_day', 'month');
const units = fc.constantFrom<Limit['unit']>('minute', 'hour', 'natural_day', 'working_day', 'month');

describe('computeDue, for any start, limit and holiday table', () => {
  it('is never before its start and grows with the amount', () => {
    fc.assert(
      fc.property(starts, units, amounts, calendars, (start, unit, amount, calendar) => {
        const { due } = computeDue(start, { unit, amount }, calendar);
        const more = computeDue(start, { unit, amount: amount + 1 }, calendar);
        return start <= due && due <= more.due;
      }),
      RUNS,
    );
  });

  it('ends at the last millisecond of a working day when it counts days or months', () => {
    fc.assert(
      fc.property(starts, dayUnits, amounts, calendars, (start, unit, amount, calendar) => {
        const { due } = computeDue(start, { unit, amount }, calendar);
        return +due === +endOfDay(due) && calendar.isWorkingDay(localDate(due));
      }),
      RUNS,
    );
  });

  it('depends on the Chinese date of the start only, when it counts days', () => {
    fc.assert(
      fc.property(starts, dayUnits, amounts, calendars, (start, unit, amount, calendar) => {
        const late = computeDue(endOfDay(start), { unit, amount }, calendar);
        const early = computeDue(start, { unit, amount }, calendar);
        return +late.due === +early.due && late.provisional === early.provisional;
      }),
      RUNS,
    );
  });

  it('surrounds a due time with its ladder steps', () => {
    fc.assert(
      fc.property(starts, units, amounts, calendars, (due, unit, amount, calendar) => {
        const end = endOfDay(due);
        const before = offsetFrom(end, { unit, amount, direction: 'before' }, calendar);
        return before <= end && end <= offsetFrom(end, { unit, amount, direction: 'after' }, calendar);
      }),
      RUNS,
    );
  });
});

describe('the time zone of the process', () => {
  // A child process, because a running process keeps the zone it started with.
  const script = `
    const { readFileSync } = require('node:fs');
    const { transformSync } = require('@swc/core');
    require.extensions['.ts'] = (module, file) => module._compile(transformSync(readFileSync(file, 'utf8'),
      { filename: file, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, file);
    const { computeDue, formatChinaTime, offsetFrom, WorkingCalendar } = require(process.argv[1]);
    const calendar = new WorkingCalendar(new Map([['2026-03-30', 'holiday']]), new Set([2026]));
    const out = [];
    for (const unit of ['minute', 'hour', 'natural_day', 'working_day', 'month'])
      for (const amount of [0, 1, 7, 30]) {
        // Around the spring change of clocks in Europe and America, where local-time arithmetic goes wrong.
        const { due } = computeDue(new Date('2026-03-07T16:30:00Z'), { unit, amount }, calendar);
        out.push(formatChinaTime(due), offsetFrom(due, { unit, amount, direction: 'before' }, calendar).toISOString());
      }
    process.stdout.write(JSON.stringify(out));`;
  const run = (zone: string): string =>
    execFileSync(process.execPath, ['-e', script, join(__dirname, 'index.ts')], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });

  it('changes nothing', () => {
    const expected = run('Asia/Shanghai');
    expect(JSON.parse(expected)).toHaveLength(40);
    for (const zone of ['UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati', 'Asia/Kathmandu']) {
      expect(run(zone)).toBe(expected);
    }
  });
});
