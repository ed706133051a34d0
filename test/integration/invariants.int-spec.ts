import { ALL_INVARIANTS } from '@tonghu/backend/app';
import { InvariantChecker } from '@tonghu/backend/support/invariants';
import { openCase, reportBody } from '../support/journey';
import { brokenPromises } from '../support/invariants';
import { type Client, TestApp } from '../support/test-app';

interface SystemView {
  readonly invariants: readonly {
    readonly id: string;
    readonly promise: string;
    readonly broken: number;
    readonly checkedAt: string | null;
    readonly brokenSince: string | null;
  }[];
}

/** How a bug would break each promise: as the owner, behind every guard. All must be found, and nothing else. */
const BREAKS: Readonly<Record<string, string>> = {
  'outbox.delivered-in-time': `UPDATE outbox_delivery SET state = 'pending', done_at = NULL, due_at = $1::timestamptz - interval '2 minutes'
    WHERE id = (SELECT id FROM outbox_delivery LIMIT 1)`,
  'outbox.none-given-up': `UPDATE outbox_delivery SET state = 'dead' WHERE $1::timestamptz IS NOT NULL AND id = (SELECT id FROM outbox_delivery LIMIT 1)`,
  'deadline.ladder-climbed': `UPDATE deadline SET next_step_at = $1::timestamptz - interval '2 minutes' WHERE rule_id = 'DL-042' AND state = 'running'`,
  'deadline.steps-recorded': `UPDATE deadline SET next_step = 1 WHERE $1::timestamptz IS NOT NULL AND rule_id = 'DL-042' AND state = 'running'`,
  'case.has-clock': `UPDATE deadline SET state = 'cancelled', next_step_at = NULL WHERE $1::timestamptz IS NOT NULL AND case_id IS NOT NULL AND work_order_id IS NULL`,
  'case.has-owner': `UPDATE app_user SET disabled_at = $1 WHERE agency_id IN (SELECT owner_agency_id FROM case_file)`,
  'case.phase-follows-log': `UPDATE case_file SET phase = 'suspended' WHERE $1::timestamptz IS NOT NULL`,
  'case.stages-fit-phase': `UPDATE case_file SET phase = 'closed' WHERE $1::timestamptz IS NOT NULL`,
  'report.waits-with-clock': `UPDATE deadline SET state = 'cancelled', next_step_at = NULL WHERE $1::timestamptz IS NOT NULL AND rule_id = 'DL-051'`,
  'report.leads-to-case': `DELETE FROM report_link WHERE $1::timestamptz IS NOT NULL`,
  'report.state-follows-log': `UPDATE report SET state = 'screened_out' WHERE $1::timestamptz IS NOT NULL AND state = 'triaged'`,
  'order.waits-with-clock': `UPDATE deadline SET state = 'done', next_step_at = NULL WHERE $1::timestamptz IS NOT NULL AND work_order_id IS NOT NULL`,
  'order.ended-without-clock': `UPDATE deadline SET state = 'running' WHERE $1::timestamptz IS NOT NULL AND rule_id = 'DL-053' AND state = 'done'`,
  'order.accepted-once': `INSERT INTO work_order_step (id, district_code, work_order_id, at, step)
    SELECT gen_random_uuid(), district_code, work_order_id, $1, step FROM work_order_step WHERE step = 'accept'`,
  'order.never-of-excluded': `INSERT INTO case_exclusion SELECT case_id, agency_id, district_code, 'OTHER', $1 FROM work_order WHERE state = 'accepted'`,
  'order.state-follows-log': `UPDATE work_order SET state = 'accepted' WHERE $1::timestamptz IS NOT NULL AND state = 'finished'`,
};

describe('standing invariants (C08)', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    const { orders } = await openCase(app, { triage: { urgency: 'U2' } });
    const take = async (client: Client): Promise<string> => {
      const box = await client.read<{ data: { id: string }[] }>('/work-orders?filter[state]=issued');
      const mine = box.data.find(({ id }) => orders.some((issued) => issued.id === id));
      await client.ok(`/work-orders/${mine?.id}/actions/accept`);
      return mine?.id ?? '';
    };
    const station = await app.as('policeStation');
    await take(await app.as('women'));
    await station.ok(`/work-orders/${await take(station)}/actions/finish`, { reply: '已办理。' });
    await (await app.as('teacher')).ok('/reports', reportBody());
    await app.drain();
  }, 60_000);
  afterAll(() => app.stop());

  it('are told apart by name, and all hold after a day of work', async () => {
    expect(new Set(ALL_INVARIANTS.map(({ id }) => id)).size).toBe(ALL_INVARIANTS.length);
    expect(Object.keys(BREAKS).sort()).toEqual(ALL_INVARIANTS.map(({ id }) => id).sort());
    expect(await brokenPromises(app.owner, app.now())).toEqual([]);
  });

  it.each(Object.entries(BREAKS))('%s is found when it is broken', async (id, sql) => {
    const runner = app.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(sql, [app.now()]);
      const found = await brokenPromises((text, values) => runner.query(text, values), app.now());
      expect(found.map((line) => line.split(':')[0])).toContain(id);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('are shown to the administrator: when they were looked at, what is broken and since when', async () => {
    const checker = app.app.get(InvariantChecker);
    const admin = await app.as('admin');
    const stateOf = async (): Promise<SystemView['invariants'][number] | undefined> =>
      (await admin.read<SystemView>('/admin/system')).invariants.find(
        ({ id }) => id === 'outbox.none-given-up',
      );
    expect(await stateOf()).toMatchObject({ broken: 0, checkedAt: null, brokenSince: null });
    await checker.check();
    expect(await stateOf()).toMatchObject({
      broken: 0,
      checkedAt: expect.any(String) as string,
      brokenSince: null,
    });
    await app.owner.query(
      `UPDATE outbox_delivery SET state = 'dead' WHERE id = (SELECT min(id::text)::uuid FROM outbox_delivery)`,
    );
    await checker.check();
    const since = (await stateOf())?.brokenSince;
    expect(since).toEqual(expect.any(String));
    await checker.check();
    expect(await stateOf()).toMatchObject({ broken: 1, brokenSince: since });
    const metrics = await app.anyone.get<string>('/metrics');
    expect(metrics.body).toContain('tonghu_invariant_broken{invariant="outbox.none-given-up"} 1');
    await app.owner.query(`UPDATE outbox_delivery SET state = 'done' WHERE state = 'dead'`);
    await checker.check();
    expect(await stateOf()).toMatchObject({ broken: 0, brokenSince: null });
  });
});
