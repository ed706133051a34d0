import { systemContext } from '@tonghu/backend/kernel';
import { WorkerDatabase } from '@tonghu/backend/platform/database';
import { DeadlineRules, DeadlineService } from '@tonghu/backend/support/deadlines';
import { type Deadline, openCase, type Order, type Report, reportBody } from '../support/journey';
import { type Client, TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Step {
  readonly step: string;
  readonly at: Date;
  readonly number: string | null;
}
interface Notice {
  readonly kind: string;
  readonly agency: string;
}
type FullDeadline = Deadline & {
  readonly startAt: string;
  readonly provisional: boolean;
  readonly ownerName: string;
};

/** U2 and U3 by the default of their situation (seeds/reference/situations.ts); no police call is due. */
const U2 = 'DROPOUT';
const U3 = 'FAMILY_EDUCATION';
/** A step is taken when its moment comes, not before, and without delay. */
const LATE_MS = 10_000;

const china = (text: string): string => new Date(`${text}+08:00`).toISOString();
const endOf = (day: string): string => china(`${day}T23:59:59.999`);

/**
 * 2026: 国庆 holiday from Thursday 1 to Wednesday 7 October; Saturday 10 October is worked in exchange (调休), Sunday 11 is not.
 */
describe('deadlines around 国庆 2026', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let waiting: Report;
  let received: Report;
  let triaged: { reportId: string; caseId: string; orders: readonly Order[] };
  let quick: Report;

  beforeAll(async () => {
    // The Wednesday before.
    app = await TestApp.start({ now: '2026-09-30T16:00:00+08:00' });
    teacher = await app.as('teacher');
    intake = await app.as('intake');
    waiting = await file(U3);
    received = await file(U3);
    await intake.ok(`/reports/${received.id}/actions/receive`);
    triaged = await openCase(app, { report: { situations: [U3] } });
    quick = await file(U2);
  }, 60_000);
  afterAll(() => app.stop());

  const file = (situation: string): Promise<Report> =>
    teacher.ok<Report>('/reports', reportBody({ situations: [situation] }));

  async function clock(reportId: string, ruleId: string): Promise<FullDeadline> {
    const report = await intake.read<Report>(`/reports/${reportId}`);
    const found = (report.deadlines as readonly FullDeadline[]).find(
      (deadline) => deadline.ruleId === ruleId,
    );
    if (found === undefined) throw new Error(`${ruleId} does not run`);
    return found;
  }

  async function stepsOf(subjectId: string | undefined, ruleId: string): Promise<Step[]> {
    return app.owner.query<Step[]>(
      `SELECT s.step, s.at, s.number FROM deadline_step s JOIN deadline d ON d.id = s.deadline_id
        WHERE d.subject_id = $1 AND d.rule_id = $2 ORDER BY s.step_index`,
      [subjectId, ruleId],
    );
  }

  async function noticesOf(subjectId: string | undefined): Promise<Notice[]> {
    return app.owner.query<Notice[]>(
      `SELECT n.kind, coalesce(a.name, u.display_name) AS agency FROM notice n
         LEFT JOIN agency a ON a.id = n.agency_id LEFT JOIN app_user u ON u.id = n.user_id
        WHERE n.subject_id = $1 AND n.kind LIKE 'deadline.%' ORDER BY n.created_at, n.kind DESC`,
      [subjectId],
    );
  }

  function expectAt(step: Step | undefined, planned: string): void {
    const late = (step?.at.getTime() ?? 0) - new Date(planned).getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(LATE_MS);
  }

  describe('due times', () => {
    it('of hours run through evening and holiday: U2 受理 after four hours', async () => {
      const deadline = await clock(quick.id, 'DL-051');
      expect(new Date(deadline.dueAt).getTime() - new Date(deadline.startAt).getTime()).toBe(4 * 3_600_000);
    });

    it('of one working day lie after the holiday: U3 受理 on Thursday 8 October', async () => {
      expect((await clock(waiting.id, 'DL-051')).dueAt).toBe(endOf('2026-10-08'));
    });

    it('of two working days: U3 分诊 on Friday 9 October', async () => {
      expect((await clock(received.id, 'DL-052')).dueAt).toBe(endOf('2026-10-09'));
    });

    it('of three working days: 反馈 on Saturday 10 October, which is worked in exchange', async () => {
      const deadline = await clock(triaged.reportId, 'DL-047');
      expect(deadline.dueAt).toBe(endOf('2026-10-10'));
      expect(deadline.provisional).toBe(false);
    });

    it('of the ladder: a working day before, at the due time, and on the worked Saturday at nine', async () => {
      const { ladder } = await clock(received.id, 'DL-052');
      expect(ladder.map(({ step, at }) => [step, at])).toEqual([
        ['remind', china('2026-10-08T09:00:00')],
        ['urge', endOf('2026-10-09')],
        ['supervise', china('2026-10-10T09:00:00')],
      ]);
    });

    it('of a ladder that passes the Sunday after: supervised on Monday 12 October', async () => {
      const { ladder } = await clock(triaged.reportId, 'DL-047');
      expect(ladder.map(({ step, at }) => [step, at])).toEqual([
        ['remind', china('2026-10-09T09:00:00')],
        ['urge', endOf('2026-10-10')],
        ['supervise', china('2026-10-12T09:00:00')],
      ]);
    });
  });

  describe('as the days go by', () => {
    it('a duty done in time takes no step, not even one planned for later', async () => {
      await app.advanceTo(china('2026-09-30T17:30:00'));
      await intake.ok(`/reports/${quick.id}/actions/receive`);
      await app.advanceTo(china('2026-10-01T12:00:00'));
      expect(await stepsOf(quick.id, 'DL-051')).toEqual([]);
      expect((await clock(quick.id, 'DL-051')).state).toBe('done');
    });

    it('nothing is said on a holiday about a duty that is not due', async () => {
      await app.advanceTo(china('2026-10-08T08:59:00'));
      expect(await stepsOf(received.id, 'DL-052')).toEqual([]);
      expect(await noticesOf(received.id)).toEqual([]);
    });

    it('first a reminder to the owner', async () => {
      await app.advanceTo(china('2026-10-08T09:00:30'));
      const steps = await stepsOf(received.id, 'DL-052');
      expect(steps.map(({ step }) => step)).toEqual(['remind']);
      expectAt(steps[0], china('2026-10-08T09:00:00'));
      expect(await noticesOf(received.id)).toEqual([
        { kind: 'deadline.remind', agency: '平新县未成年人保护受理中心' },
      ]);
    });

    it('then 催办, at the last moment of the day and not before', async () => {
      await app.advanceTo(china('2026-10-09T23:59:00'));
      expect((await clock(received.id, 'DL-052')).overdue).toBe(false);
      expect(await stepsOf(received.id, 'DL-052')).toHaveLength(1);
      await app.advanceTo(china('2026-10-10T00:00:30'));
      const steps = await stepsOf(received.id, 'DL-052');
      expect(steps.map(({ step }) => step)).toEqual(['remind', 'urge']);
      expectAt(steps[1], endOf('2026-10-09'));
      expect((await clock(received.id, 'DL-052')).overdue).toBe(true);
    });

    it('then 督办 with a number, on the worked Saturday at nine', async () => {
      await app.advanceTo(china('2026-10-10T08:59:00'));
      expect(await stepsOf(received.id, 'DL-052')).toHaveLength(2);
      await app.advanceTo(china('2026-10-10T09:00:30'));
      const steps = await stepsOf(received.id, 'DL-052');
      expect(steps.map(({ step }) => step)).toEqual(['remind', 'urge', 'supervise']);
      expectAt(steps[2], china('2026-10-10T09:00:00'));
      expect(steps[2]?.number).toMatch(/^督办〔2026〕[1-9]\d*号$/);
      const { ladder } = await clock(received.id, 'DL-052');
      expect(ladder.every(({ takenAt }) => takenAt !== null)).toBe(true);
      expect(ladder.at(-1)?.number).toBe(steps[2]?.number);
    });

    it('an order nobody signed is supervised towards its holder and towards who issued it', async () => {
      const women = await app.as('women');
      const open = (await women.read<{ data: Order[] }>('/work-orders?filter[state]=issued')).data;
      const order = open.find(({ id }) => triaged.orders.some((issued) => issued.id === id));
      expect(order).toBeDefined();
      const steps = await stepsOf(order?.id, 'DL-053');
      expect(steps.map(({ step }) => step)).toEqual(['remind', 'urge', 'supervise']);
      expect(await noticesOf(order?.id)).toEqual([
        { kind: 'deadline.remind', agency: '平新县妇女联合会' },
        { kind: 'deadline.urge', agency: '平新县妇女联合会' },
        { kind: 'deadline.supervise', agency: '平新县妇女联合会' },
        { kind: 'deadline.escalated', agency: '平新县未成年人保护受理中心' },
      ]);
      const life = await app.owner.query<{ step: string; number: string | null }[]>(
        `SELECT step, number FROM work_order_step WHERE work_order_id = $1 AND step IN ('urge', 'supervise') ORDER BY at, id`,
        [order?.id],
      );
      expect(life).toEqual([
        { step: 'urge', number: null },
        { step: 'supervise', number: steps[2]?.number },
      ]);
    });

    it('the notice says no name and no fact, and leads to the record', async () => {
      const list = await intake.read<{ data: { kind: string; title: string; link: string }[] }>(
        '/notices?limit=100',
      );
      const supervise = list.data.find(({ kind }) => kind === 'deadline.supervise');
      expect(supervise).toMatchObject({ title: '督办：有一项工作已超期' });
      expect(list.data.map(({ link }) => link)).toContain(`/reports/${received.id}`);
      expect(JSON.stringify(list)).not.toMatch(/禾|淤青|林老师/);
    });

    it('no Sunday is a working day: supervision of what was due on Saturday waits for Monday', async () => {
      await app.advanceTo(china('2026-10-11T23:00:00'));
      const sunday = await stepsOf(triaged.reportId, 'DL-047');
      expect(sunday.map(({ step }) => step)).toEqual(['remind', 'urge']);
      expectAt(sunday[1], endOf('2026-10-10'));
      await app.advanceTo(china('2026-10-12T09:00:30'));
      const monday = await stepsOf(triaged.reportId, 'DL-047');
      expectAt(monday[2], china('2026-10-12T09:00:00'));
    });

    it('every 督办 has a number of its own, and no step was taken twice', async () => {
      const numbers = await app.owner.query<{ number: string }[]>(
        `SELECT number FROM deadline_step WHERE step = 'supervise'`,
      );
      expect(numbers.length).toBeGreaterThan(3);
      expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
      const again = await app.drain();
      expect(again).toBe(0);
      const doubles = await app.owner.query(
        'SELECT dedupe_key FROM notice GROUP BY dedupe_key HAVING count(*) > 1',
      );
      expect(doubles).toEqual([]);
    });

    it('a duty done after 催办 is not supervised any more', async () => {
      const late = await file(U3);
      const { dueAt } = await clock(late.id, 'DL-051');
      expect(dueAt).toBe(endOf('2026-10-13'));
      await app.advanceTo(china('2026-10-14T08:00:00'));
      await intake.ok(`/reports/${late.id}/actions/receive`);
      await app.advanceTo(china('2026-10-15T12:00:00'));
      expect((await stepsOf(late.id, 'DL-051')).map(({ step }) => step)).toEqual(['urge']);
    });
  });
});

describe('a further number of a rule', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-30T16:00:00+08:00' });
  }, 60_000);
  afterAll(() => app.stop());

  it('is chosen by its name, shown with it, and kept when the urgency changes', async () => {
    const [teacher, intake] = [await app.as('teacher'), await app.as('intake')];
    const { id, reportNo } = await teacher.ok<Report>('/reports', reportBody({ situations: [U3] }));
    const system = systemContext('990101000000', 'test');
    const clocks = app.app.get(DeadlineService);
    await app.app.get(WorkerDatabase).inTransaction(system, async (tx) => {
      const [agency] = await tx.query<{ id: string }>(
        `SELECT principal_id AS id FROM report_access WHERE report_id = $1 AND reason = 'intake'`,
        [id],
      );
      clocks.open(tx, {
        ruleId: 'DL-035',
        variant: '投诉、举报',
        subjectKind: 'report',
        subjectId: id,
        reportId: id,
        number: reportNo,
        urgency: 'U3',
        ownerAgencyId: agency?.id ?? '',
      });
    });
    await app.app.get(WorkerDatabase).inTransaction(system, (tx) => clocks.recompute(tx, id, 'U1'));
    const { deadlines } = await intake.read<Report>(`/reports/${id}`);
    // Ten working days, over the holiday: 8 to 10 October and 12 to 20 October.
    expect((deadlines as FullDeadline[]).find(({ ruleId }) => ruleId === 'DL-035')).toMatchObject({
      name: '12345 工单办理（投诉、举报）',
      dueAt: endOf('2026-10-20'),
    });
  });
});

describe('deadlines that reach a year without published holidays', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-12-30T10:00:00+08:00' });
  }, 60_000);
  afterAll(() => app.stop());

  it('are 暂算 until the year is loaded, and are then counted again', async () => {
    const [teacher, intake] = [await app.as('teacher'), await app.as('intake')];
    const { id } = await teacher.ok<Report>('/reports', reportBody({ situations: [U3] }));
    const before = (await intake.ok<Report>(`/reports/${id}/actions/receive`)).deadlines as FullDeadline[];
    const rule = (all: readonly FullDeadline[], ruleId: string) => all.find((item) => item.ruleId === ruleId);
    expect(rule(before, 'DL-051')).toMatchObject({ dueAt: endOf('2026-12-31'), provisional: false });
    // By the weekend rule alone: Thursday 31 December, Friday 1 January.
    expect(rule(before, 'DL-052')).toMatchObject({ dueAt: endOf('2027-01-01'), provisional: true });

    await app.owner.query(`INSERT INTO working_day_year (year, source) VALUES (2027, '测试')`);
    await app.owner.query(
      `INSERT INTO working_day (day, kind, name) VALUES ('2027-01-01', 'holiday', '元旦')`,
    );
    await app.app.get(DeadlineRules).refresh();
    const found = await app.app
      .get(WorkerDatabase)
      .inTransaction(systemContext('', 'test'), (tx) =>
        app.app.get(DeadlineService).recomputeProvisional(tx),
      );
    expect(found).toBe(1);
    const after = (await intake.read<Report>(`/reports/${id}`)).deadlines as FullDeadline[];
    expect(rule(after, 'DL-052')).toMatchObject({ dueAt: endOf('2027-01-04'), provisional: false });
  });
});
