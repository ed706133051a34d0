import { type Deadline, type Report, reportBody } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

describe('the clock of a mandated report, from discovery to filing (DL-001)', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [teacher, intake] = [await app.as('teacher'), await app.as('intake')];
  }, 60_000);
  afterAll(() => app.stop());

  const hoursAgo = (hours: number): string => new Date(app.now().getTime() - hours * 3_600_000).toISOString();
  async function discovered(overrides: Record<string, unknown>): Promise<[string, Deadline | undefined]> {
    const { id } = await teacher.ok<Report>('/reports', reportBody(overrides));
    const { deadlines } = await intake.read<Report>(`/reports/${id}`);
    return [id, deadlines.find(({ ruleId }) => ruleId === 'DL-001')];
  }

  it('shows intake how late a unit reported, as a suggestion and not as law', async () => {
    const [, late] = await discovered({ discoveredAt: hoursAgo(5) });
    expect(late).toMatchObject({ state: 'done', overdue: true, basisName: '系统建议时限' });
    const [, prompt] = await discovered({ discoveredAt: hoursAgo(1) });
    expect(prompt).toMatchObject({ state: 'done', overdue: false });
  });

  it('never reproaches the reporter, on the page or in the list', async () => {
    const [id] = await discovered({ discoveredAt: hoursAgo(30) });
    const own = await teacher.read<Report>(`/reports/${id}`);
    expect(own.deadlines.map(({ ruleId }) => ruleId)).not.toContain('DL-001');
  });

  it('reminds nobody of what is done already', async () => {
    const [id] = await discovered({ discoveredAt: hoursAgo(40) });
    await app.drain();
    const steps = await app.owner.query(
      `SELECT 1 FROM deadline_step s JOIN deadline d ON d.id = s.deadline_id WHERE d.subject_id = $1 AND d.rule_id = 'DL-001'`,
      [id],
    );
    expect(steps).toEqual([]);
  });

  it('does not run for who has no duty, for other situations, or without a time', async () => {
    for (const overrides of [
      { discoveredAt: hoursAgo(5), unitType: 'OTHER' },
      { discoveredAt: hoursAgo(5), situations: ['POVERTY'] },
      {},
    ])
      expect((await discovered(overrides))[1]).toBeUndefined();
  });
});
