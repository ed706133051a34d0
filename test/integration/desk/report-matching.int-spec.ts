import { openCase, type Report as BaseReport, reportBody } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Related {
  readonly reports: readonly {
    id: string;
    reportNo: string;
    sameId: boolean;
    screenOutReason: string | null;
  }[];
  readonly cases: readonly { id: string; sameId: boolean }[];
  readonly repeated: boolean;
}
interface Report extends BaseReport {
  readonly related: Related | null;
}
interface CaseReport {
  readonly id: string | null;
  readonly reportNo: string;
  readonly how: string;
}

const WELFARE = { situations: ['POVERTY'], suspects: [], exclusionHints: [] };
const child = (name: string, more: Record<string, unknown> = {}) => ({
  children: [{ name, sex: 'female', school: '平新县第一小学', ...more }],
});

describe('a new report reads what the desk already has', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let intake2: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [teacher, intake, intake2] = [await app.as('teacher'), await app.as('intake'), await app.as('intake2')];
  }, 60_000);
  afterAll(() => app.stop());

  const file = (overrides: Record<string, unknown>): Promise<Report> =>
    teacher.ok<Report>('/reports', reportBody({ ...WELFARE, ...overrides }));
  const relatedOf = async (who: Client, id: string): Promise<Related> => {
    const { related } = await who.read<Report>(`/reports/${id}`);
    if (related === null) throw new Error('nothing related is shown');
    return related;
  };
  async function screenedOut(overrides: Record<string, unknown>): Promise<string> {
    const { id } = await file(overrides);
    await intake.ok(`/reports/${id}/actions/receive`);
    await intake.ok(`/reports/${id}/actions/propose-screen-out`, {
      checks: ['EARLIER_REPORTS', 'CHILD_SEEN'],
      reason: '老师误会了，孩子平安。',
    });
    await intake2.ok(`/reports/${id}/actions/confirm-screen-out`);
    return id;
  }

  it('finds the report that was filed away, with its reason, though the child never got a file', async () => {
    const earlier = await screenedOut(child('禾存查', { age: 9 }));
    const { id } = await file(child('禾存查', { birthDate: '2017-03-01' }));
    const related = await relatedOf(intake, id);
    expect(related.reports).toMatchObject([
      { id: earlier, sameId: false, screenOutReason: '老师误会了，孩子平安。' },
    ]);
    expect(related.repeated).toBe(true);
    expect(await app.owner.query('SELECT 1 FROM person')).toEqual([]);
    await intake.ok(`/reports/${id}/actions/receive`);
    const proposal = await intake.read<{ related: Related }>(`/reports/${id}/triage-proposal`);
    expect(proposal.related.reports.map((report) => report.id)).toEqual([earlier]);
    // The reporter of the new one learns nothing of the old one.
    expect((await teacher.read<Report>(`/reports/${id}`)).related).toBeNull();
  });

  it('does not take another child of the name for the same, but does by the same number whatever the name', async () => {
    const idNumber = '990101201605010012';
    await file(child('禾同名', { age: 16 }));
    const numbered = await file(child('禾有证', { idNumber }));
    const younger = await file(child('禾同名', { age: 6 }));
    expect((await relatedOf(intake, younger.id)).reports).toEqual([]);
    const renamed = await file(child('禾改名', { idNumber }));
    expect((await relatedOf(intake, renamed.id)).reports).toMatchObject([{ id: numbered.id, sameId: true }]);
  });

  it('flags two reports within twelve months, not an old one', async () => {
    const old = await file(child('禾多报'));
    await app.owner.query(`ALTER TABLE report DISABLE TRIGGER report_immutable`);
    await app.owner.query(
      `UPDATE report SET reported_at = reported_at - interval '13 months' WHERE id = $1`,
      [old.id],
    );
    await app.owner.query(`ALTER TABLE report ENABLE TRIGGER report_immutable`);
    const second = await file(child('禾多报'));
    expect(await relatedOf(intake, second.id)).toMatchObject({ repeated: false, reports: [{ id: old.id }] });
    const third = await file(child('禾多报'));
    expect(await relatedOf(intake, third.id)).toMatchObject({ repeated: true });
  });

  it('keeps tokens, not names, and nobody but intake can read them', async () => {
    const tokens = await app.owner.query<{ token: string }[]>('SELECT token FROM report_token');
    expect(tokens.length).toBeGreaterThan(5);
    for (const { token } of tokens) expect(token).toMatch(/^[\w-]{22}$/);
  });

  it('tells the owner of an open case, and both pages show each other', async () => {
    const { caseId, intake: owner } = await openCase(app, { report: { ...WELFARE, ...child('禾在办') } });
    const { id } = await file(child('禾在办'));
    await app.drain();
    expect((await relatedOf(owner, id)).cases).toMatchObject([{ id: caseId }]);
    const { reports } = await owner.read<{ reports: CaseReport[] }>(`/cases/${caseId}`);
    expect(reports.map(({ how }) => how)).toEqual(['opened', 'matched']);
    expect(reports[1]?.id).toBe(id);
    const notices = await owner.read<{ data: { kind: string; link: string }[] }>('/notices?limit=100');
    expect(notices.data).toContainEqual(
      expect.objectContaining({ kind: 'report.matched', link: `/cases/${caseId}` }),
    );
  });

  it('tells the owner of a case from which the operator is recused, and the operator nothing', async () => {
    const [{ id: recused } = { id: '' }] = await app.owner.query<{ id: string }[]>(
      `SELECT id FROM app_user WHERE username = 'shouli1'`,
    );
    const first = await file(child('禾回避'));
    await intake2.ok(`/reports/${first.id}/actions/receive`);
    const proposal = await intake2.read<Record<string, unknown>>(`/reports/${first.id}/triage-proposal`);
    const orders = (proposal.orders as { agencyId: string; role: string; task: string; selected: boolean }[])
      .filter(({ selected }) => selected)
      .map(({ agencyId, role, task }) => ({ agencyId, role, task }));
    const triaged = await intake2.ok<Report>(`/reports/${first.id}/actions/triage`, {
      urgency: 'U2',
      situations: ['POVERTY'],
      regionCode: '990101100200',
      summary: '家庭生活困难，需要核实。',
      children: [{ name: '禾回避', sex: 'female', guardians: [] }],
      suspects: [],
      exclusions: [{ principalId: recused, hint: 'OTHER' }],
      orders,
      notices: [],
    });
    const caseId = triaged.cases?.[0]?.id ?? '';
    expect((await intake.get(`/cases/${caseId}`)).status).toBe(404);

    const { id, reportNo } = await file(child('禾回避'));
    await intake.ok(`/reports/${id}/actions/receive`);
    await app.drain();
    const operator = await intake.read<Report>(`/reports/${id}`);
    expect(operator.related).toEqual({ reports: [], cases: [], repeated: false });
    expect(JSON.stringify(operator)).not.toContain(caseId);
    const mine = await intake.read<{ data: { link: string }[] }>('/notices?limit=100');
    expect(mine.data.filter(({ link }) => link === `/cases/${caseId}`)).toEqual([]);

    const owners = await intake2.read<{ data: { kind: string; link: string }[] }>('/notices?limit=100');
    expect(owners.data).toContainEqual(
      expect.objectContaining({ kind: 'report.matched', link: `/cases/${caseId}` }),
    );
    const { reports } = await intake2.read<{ reports: CaseReport[] }>(`/cases/${caseId}`);
    expect(reports).toContainEqual(expect.objectContaining({ id, reportNo, how: 'matched' }));
    // Whoever works on the case and not on reports reads the number only.
    const station = await app.as('station');
    const seen = (await station.read<{ reports: CaseReport[] | null }>(`/cases/${caseId}`)).reports;
    expect(seen).toEqual([expect.objectContaining({ id: null, reportNo, how: 'matched' })]);
  });
});
