import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Report, reportBody } from '../support/journey';
import { LIMIT_MS, quick, report } from './counts';
import { RealProcess, until } from './real-process';

jest.setTimeout(LIMIT_MS);

const TWO_HOURS_MS = 2 * 3_600_000;
const ALLOWED_MS = 5_000;
const SKEW = join(__dirname, 'skew.cjs');
const CALENDAR = join(__dirname, '../../backend/dist/kernel/calendar');
const quiet = (): Record<string, unknown> => reportBody({ situations: ['DROPOUT'] });

/** Instants, in ms, that are not what the database's clock says. */
const wrong = (differencesMs: readonly number[]): number =>
  differencesMs.filter((ms) => ms < -50 || ms > ALLOWED_MS).length;

describe('machine clocks that are two hours off', () => {
  let real: RealProcess;
  let running: RealProcess[] = [];

  beforeAll(async () => {
    real = await RealProcess.prepare();
    await real.owner.query(
      `CREATE FUNCTION right_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT clock_timestamp() + clock_offset_ms * interval '1 ms' FROM installation $$`,
    );
    await real.owner.query('CREATE TABLE fired (deadline_id uuid, at timestamptz)');
    await real.owner.query(
      `CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO fired VALUES (NEW.deadline_id, right_now()); RETURN NULL; END $$`,
    );
    await real.owner.query(
      'CREATE TRIGGER see AFTER INSERT ON deadline_step FOR EACH ROW EXECUTE FUNCTION see()',
    );
  });
  afterEach(async () => {
    await Promise.all(running.map((process) => process.remove()));
    running = [];
  });
  afterAll(() => real.remove());

  it.each([
    ['ahead', 'behind', TWO_HOURS_MS],
    ['behind', 'ahead', -TWO_HOURS_MS],
  ])('T05: API %s, worker %s: times and timers follow the database', async (_api, _worker, skewMs) => {
    const skewed = (role: string, ms: number): Promise<RealProcess> =>
      real.beside({ ROLE: role, NODE_OPTIONS: `--require ${SKEW}`, SKEW_MS: String(ms) });
    const [api, worker] = [await skewed('api', skewMs), await skewed('worker', -skewMs)];
    running = [api, worker];
    await Promise.all([api.start(), worker.start()]);
    const reports = quick(10, 200);
    const written = await file(api, reports);
    const lateness = await fire(quick(50, 1_000));
    const sorted = [...lateness].sort((a, b) => a - b);
    const p99 = Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0);
    const early = lateness.filter((ms) => ms < 0).length;
    report('T05', { skewMs, reports, wrong: wrong(written), timers: lateness.length, early, p99 });
    expect([wrong(written), early]).toEqual([0, 0]);
    expect(p99).toBeLessThan(ALLOWED_MS);
    // The control: what these processes take for the time is found wrong.
    expect(wrong([await machineTime(api), await machineTime(worker)])).toBe(2);
  });

  it('T05 control: the clock of a skewed process is found wrong, the right one is not', () => {
    expect(wrong([TWO_HOURS_MS, -TWO_HOURS_MS, 20])).toBe(2);
  });

  /** Files reports; how far each written time is from when it happened, its audit entry's included. */
  async function file(api: RealProcess, reports: number): Promise<number[]> {
    const teacher = await api.as('teacher');
    const found: number[] = [];
    for (let index = 0; index < reports; index += 1) {
      const before = await rightNow();
      const { id } = await teacher.ok<Report>('/reports', quiet());
      const rows = await real.owner.query<{ at: Date }[]>(
        `SELECT reported_at AS at FROM report WHERE id = $1 UNION ALL SELECT start_at FROM deadline WHERE subject_id = $1
         UNION ALL SELECT at FROM audit_entry WHERE subject_id = $1`,
        [id],
      );
      expect(rows.length).toBeGreaterThanOrEqual(3);
      found.push(...rows.map(({ at }) => at.getTime() - before));
    }
    return found;
  }

  /** Timers three seconds from now; how late each fired. */
  async function fire(timers: number): Promise<number[]> {
    await real.owner.query('TRUNCATE fired');
    const rows = await real.owner.query<{ id: string }[]>(
      `INSERT INTO deadline SELECT (json_populate_record(d, json_build_object('id', gen_random_uuid(), 'subject_id', gen_random_uuid(), 'report_id', NULL,
         'ladder', jsonb_build_array(jsonb_build_object('step', 'remind', 'at', at.x)), 'next_step_at', at.x))).*
         FROM deadline d, generate_series(1, $1), (SELECT right_now() + interval '3 s' AS x) at
        WHERE d.id = (SELECT id FROM deadline WHERE report_id IS NOT NULL ORDER BY id LIMIT 1)
       RETURNING id`,
      [timers],
    );
    const late = (): Promise<{ ms: number }[]> =>
      real.owner.query(
        `SELECT extract(epoch FROM f.at - (d.ladder -> 0 ->> 'at')::timestamptz)::float8 * 1000 AS ms
           FROM fired f JOIN deadline d ON d.id = f.deadline_id WHERE d.id = ANY ($1)`,
        [rows.map(({ id }) => id)],
      );
    await until(async () => (await late()).length === timers, LIMIT_MS / 2, 'Timers were lost');
    return (await late()).map(({ ms }) => ms);
  }

  async function rightNow(): Promise<number> {
    const [row] = await real.owner.query<{ now: Date }[]>('SELECT right_now() AS now');
    return row?.now.getTime() ?? 0;
  }

  /** What the process took for the time when it started, against when it was. */
  async function machineTime(process: RealProcess): Promise<number> {
    const said = /SKEWED (\S+)/.exec(process.output)?.[1] ?? '';
    return Promise.resolve(new Date(said).getTime() - Date.now());
  }
});

describe('deadlines in any time zone', () => {
  const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];
  const inputs = quick(1_000, 10_000);
  let days: string;

  beforeAll(async () => {
    const real = await RealProcess.prepare();
    days = JSON.stringify(await real.owner.query('SELECT day::text, kind FROM working_day ORDER BY day'));
    await real.remove();
  });

  it('T06: are the same instants, 调休 included', () => {
    const [first = [], ...others] = ZONES.map((zone) => compute('product', zone));
    const differing = others.reduce((sum, other) => sum + differences(first, other), 0);
    report('T06', { inputs, zones: ZONES.length, differing });
    expect(first).toHaveLength(inputs);
    expect(differing).toBe(0);
    // The table of holidays was at work: with another one some come out otherwise.
    expect(differences(first, compute('no-calendar', 'UTC'))).toBeGreaterThan(0);
  });

  it('T06 control: local date arithmetic differs between zones', () => {
    expect(differences(compute('local', 'UTC'), compute('local', 'America/New_York'))).toBeGreaterThan(0);
  });

  function differences(one: readonly number[], other: readonly number[]): number {
    return one.filter((instant, index) => instant !== other[index]).length;
  }

  /** A child process, because a running process keeps the zone it started with. */
  function compute(how: 'product' | 'no-calendar' | 'local', zone: string): number[] {
    const script = `
      const { computeDue, WorkingCalendar } = require(process.argv[1]);
      const days = process.argv[3] === 'no-calendar' ? [] : JSON.parse(process.argv[4]);
      const calendar = new WorkingCalendar(new Map(days.map(({ day, kind }) => [day, kind])), new Set([2025, 2026, 2027]));
      let seed = 20260915;
      const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
      const units = ['minute', 'hour', 'natural_day', 'working_day', 'month'];
      const local = (start, unit, amount) => {
        const due = new Date(start);
        if (unit === 'minute') due.setMinutes(due.getMinutes() + amount);
        else if (unit === 'hour') due.setHours(due.getHours() + amount);
        else { unit === 'month' ? due.setMonth(due.getMonth() + amount) : due.setDate(due.getDate() + amount); due.setHours(23, 59, 59, 999); }
        return due;
      };
      const out = [];
      for (let n = 0; n < Number(process.argv[2]); n += 1) {
        const start = new Date(Date.UTC(2025, 0, 1) + random(730) * 86400000 + random(1440) * 60000);
        const [unit, amount] = [units[random(5)], random(90)];
        out.push((process.argv[3] === 'local' ? local(start, unit, amount) : computeDue(start, { unit, amount }, calendar).due).getTime());
      }
      process.stdout.write(JSON.stringify(out));`;
    const text = execFileSync(process.execPath, ['-e', script, CALENDAR, String(inputs), how, days], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    return JSON.parse(text) as number[];
  }
});
