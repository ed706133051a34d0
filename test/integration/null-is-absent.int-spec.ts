import { openCase, type Report, reportBody, triageFrom } from '../support/journey';
import { type Client, TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Problem {
  readonly errors: Record<string, string[]>;
}
interface Person {
  readonly sex: string;
  readonly school: string | null;
}

/** Forms send null for what nobody filled in: it must count as not said, never as a value. */
describe('null in a form', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    teacher = await app.as('teacher');
    intake = await app.as('intake');
  }, 60_000);
  afterAll(() => app.stop());

  it('is no time at which the police were told: the call is still asked for (强制报告意见第二条)', async () => {
    const { id } = await teacher.ok<Report>(
      '/reports',
      reportBody({ policeToldAt: null, discoveredAt: null }),
    );
    const [row] = await app.owner.query(
      'SELECT police_required, police_told_at, discovered_at FROM report WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ police_required: true, police_told_at: null, discovered_at: null });
    await intake.ok(`/reports/${id}/actions/receive`);
    const proposal = await intake.read<Record<string, unknown>>(`/reports/${id}/triage-proposal`);
    const path = `/reports/${id}/actions/triage`;
    const silent = await intake.post<Problem>(
      path,
      triageFrom(proposal, { policeToldAt: null, place: null }),
    );
    expect(silent.status).toBe(422);
    expect(silent.body.errors.policeToldAt?.[0]).toContain('必须报警');
    const told = { policeToldAt: app.now().toISOString(), place: null, policeReceiptNo: null };
    expect((await intake.post(path, triageFrom(proposal, told))).status).toBe(200);
  });

  it('is no answer to a question that needs one', async () => {
    const reply = await teacher.post<Problem>(
      '/reports',
      reportBody({ childSafeNow: null, wantsSecrecy: null }),
    );
    expect(reply.status).toBe(422);
    expect(Object.keys(reply.body.errors).sort()).toEqual(['childSafeNow', 'wantsSecrecy']);
  });

  it('clears a field in an edit of a person, where that is what it says, but never the sex', async () => {
    const { caseId } = await openCase(app);
    const { child } = await intake.read<{ child: { id: string } }>(`/cases/${caseId}`);
    const etag = (await intake.get(`/people/${child.id}`)).headers.get('etag') ?? '';
    const refused = await intake.patch<Problem>(`/people/${child.id}`, { sex: null }, { ifMatch: etag });
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['sex']]);
    const cleared = await intake.patch<Person>(
      `/people/${child.id}`,
      { school: null, regionCode: '' },
      { ifMatch: etag },
    );
    expect([cleared.status, cleared.body.school]).toEqual([200, null]);
  });
});
