import { openCase, type Report } from '../../support/journey';
import { TestApp } from '../../support/test-app';

describe('one report about two children', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  }, 60_000);
  afterAll(() => app.stop());

  it('opens one linked case each, knows the shared guardian once, and puts them into one household', async () => {
    const guardian = { name: '禾奶奶', phone: '13900000009', relation: '62', livesWithChild: true };
    const children = ['禾大苗', '禾小苗'].map((name) => ({
      name,
      sex: 'female',
      birthDate: '2016-05-01',
      guardians: [guardian],
    }));
    const { reportId, intake } = await openCase(app, {
      report: { children: children.map(({ name }) => ({ name, sex: 'female', school: '平新县第一小学' })) },
      triage: { children },
    });
    const report = await intake.read<Report>(`/reports/${reportId}`);
    expect(report.cases).toHaveLength(2);
    const [first] = report.cases ?? [];
    const file = await intake.read<{ siblings: { id: string }[]; parties: { role: string }[] }>(
      `/cases/${first?.id}`,
    );
    expect(file.siblings).toHaveLength(1);
    const [row] = await app.owner.query<{ households: number; members: number; adults: number }[]>(
      `SELECT (SELECT count(*)::int FROM household) AS households, (SELECT count(*)::int FROM household_member) AS members,
              (SELECT count(*)::int FROM person WHERE kind = 'adult') AS adults`,
    );
    expect(row).toEqual({ households: 1, members: 3, adults: 1 });
  });
});
