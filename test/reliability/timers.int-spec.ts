import { setTimeout as sleep } from 'node:timers/promises';
import { type DueWork, DueWorkRegistry } from '@tonghu/backend/platform/outbox';
import { type Report, reportBody } from '../support/journey';
import { type Client, TestApp } from '../support/test-app';
import { withoutGuard } from './broken';
import { LIMIT_MS, quick, report } from './counts';
import { RealProcess, until } from './real-process';

jest.setTimeout(LIMIT_MS);

const quiet = (): Record<string, unknown> => reportBody({ situations: ['DROPOUT'] });

describe('timers of two workers', () => {
  const timers = quick(300, 10_000);
  let real: RealProcess;
  let other: RealProcess;

  beforeAll(async () => {
    real = await RealProcess.prepare();
    other = await real.beside({ ROLE: 'worker' });
    await Promise.all([real.start(), other.start()]);
  });
  afterAll(async () => {
    await other.remove();
    await real.remove();
  });

  it('T01: each fires once, though one of the two is killed in the middle', async () => {
    const teacher = await real.as('teacher');
    const { id } = await teacher.ok<Report>('/reports', quiet());
    await real.owner.query(
      `INSERT INTO deadline SELECT (json_populate_record(d, json_build_object('id', gen_random_uuid(), 'subject_id', gen_random_uuid(),
         'report_id', NULL, 'ladder', jsonb_build_array(jsonb_build_object('step', 'remind', 'at', d.start_at)), 'next_step_at', d.start_at))).*
         FROM deadline d, generate_series(1, $2) WHERE d.subject_id = $1`,
      [id, timers],
    );
    const fired = async (): Promise<number> => (await firings()).length;
    await until(async () => (await fired()) > timers / 10, 60_000, 'No timer fired');
    await other.kill();
    const atKill = await fired();
    expect(atKill).toBeLessThan(timers);
    await until(async () => (await fired()) >= timers, LIMIT_MS / 2, 'Timers were lost');
    await real.untilDelivered();
    const { lost, doubled } = faults(await firings(), timers);
    report('T01', { timers, atKill, lost, doubled });
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
  });

  it('T01 control: two pollers that read before they mark fire twice', async () => {
    await real.owner.query('CREATE TABLE naive_timer (id integer, fired boolean)');
    await real.owner.query('CREATE TABLE naive_firing (id integer)');
    await real.owner.query('INSERT INTO naive_timer SELECT g, false FROM generate_series(1, 20) g');
    const poll = async (): Promise<void> => {
      const due = await real.owner.query<{ id: number }[]>('SELECT id FROM naive_timer WHERE NOT fired');
      for (const { id } of due) {
        await real.owner.query('INSERT INTO naive_firing VALUES ($1)', [id]);
        await real.owner.query('UPDATE naive_timer SET fired = true WHERE id = $1', [id]);
      }
    };
    await Promise.all([poll(), poll()]);
    const rows = await real.owner.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM naive_firing GROUP BY id',
    );
    expect(faults(rows, 20).doubled).toBeGreaterThan(0);
    expect(faults(rows.slice(1), 20).lost).toBe(1);
  });

  /** Steps and notices of each timer that fired. */
  function firings(): Promise<{ n: number }[]> {
    return real.owner.query(
      `SELECT greatest(count(*), (SELECT count(*) FROM notice n WHERE n.dedupe_key LIKE 'deadline:' || s.deadline_id || ':%'))::int AS n
         FROM deadline_step s GROUP BY s.deadline_id`,
    );
  }
});

function faults(firings: readonly { n: number }[], wanted: number): { lost: number; doubled: number } {
  return { lost: wanted - firings.length, doubled: firings.filter(({ n }) => n > 1).length };
}

describe('a duty that is done while its timer fires', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [teacher, intake] = [await app.as('teacher'), await app.as('intake')];
    // The order in which things were written, whatever the clock says.
    await app.owner.query(`CREATE TABLE seen (seq bigserial, what text, deadline_id uuid)`);
    await app.owner.query(
      `CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
         IF TG_TABLE_NAME = 'deadline' THEN INSERT INTO seen (what, deadline_id) VALUES ('done', NEW.id);
         ELSE INSERT INTO seen (what, deadline_id) VALUES ('step', NEW.deadline_id); END IF; RETURN NULL; END $$`,
    );
    await app.owner.query(
      `CREATE TRIGGER see AFTER UPDATE ON deadline FOR EACH ROW WHEN (OLD.state = 'running' AND NEW.state = 'done') EXECUTE FUNCTION see()`,
    );
    await app.owner.query(
      `CREATE TRIGGER see AFTER INSERT ON deadline_step FOR EACH ROW EXECUTE FUNCTION see()`,
    );
  });
  afterAll(() => app.stop());

  it('T04: takes no step after it is done, and none is lost before', async () => {
    const races = quick(60, 1_000);
    const result = await race(races);
    report('T04', { races, ...result });
    expect([result.late, result.lost]).toEqual([0, 0]);
    // Both sides have won, or nothing was tried.
    expect(Math.min(result.firedFirst, result.doneFirst)).toBeGreaterThan(0);
  });

  it('T04 control: without the lock on the clock a step is taken after it was done', async () => {
    const { late } = await withoutGuard({ guard: /FOR NO KEY UPDATE OF d SKIP LOCKED/ }, () => race(20));
    expect(late).toBeGreaterThan(0);
  });

  async function race(
    races: number,
  ): Promise<{ firedFirst: number; doneFirst: number; late: number; lost: number }> {
    const ids: string[] = [];
    for (let index = 0; index < races; index += 1)
      ids.push((await teacher.ok<Report>('/reports', quiet())).id);
    // Reminded of after two of its four hours.
    await app.owner.query('UPDATE installation SET clock_offset_ms = clock_offset_ms + $1', [
      (2 * 3_600 + 60) * 1_000,
    ]);
    await sleep(1_500);
    const jobs = await ladder().claim(races, 'all');
    for (const [index, { data }] of jobs.entries()) {
      const [clock] = await app.owner.query<{ subject_id: string }[]>(
        'SELECT subject_id FROM deadline WHERE id = $1',
        [data.deadlineId],
      );
      const path = `/reports/${clock?.subject_id}/actions/receive`;
      // A request takes some milliseconds before it reaches its clock.
      await Promise.all([intake.ok(path), sleep(index % 12).then(() => ladder().run(data))]);
    }
    const clocks = await app.owner.query<{ done: number; step: number | null }[]>(
      `SELECT (SELECT seq::int FROM seen WHERE what = 'done' AND deadline_id = d.id) AS done,
              (SELECT seq::int FROM seen WHERE what = 'step' AND deadline_id = d.id) AS step
         FROM deadline d WHERE d.subject_id = ANY ($1) AND d.rule_id = 'DL-051'`,
      [ids],
    );
    const firedFirst = clocks.filter(({ done, step }) => step !== null && step < done).length;
    const doneFirst = clocks.filter(({ step }) => step === null).length;
    const late = clocks.filter(({ done, step }) => step !== null && step > done).length;
    return { firedFirst, doneFirst, late, lost: races - firedFirst - doneFirst - late };
  }

  function ladder(): DueWork {
    const found = app.app
      .get(DueWorkRegistry)
      .all()
      .find(({ name }) => name === 'deadline');
    if (found === undefined) throw new Error('Clocks are no due work');
    return found;
  }
});
