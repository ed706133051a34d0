import { type CaseView, openCase, planBody, VILLAGE } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';
import { soundCaseworkBodies } from '../api-bodies';

jest.setTimeout(60_000);

type Clock = NonNullable<CaseView['deadlines']>[number];
type View = CaseView & { readonly plans: readonly { readonly adulthood: string | null }[] };

/** A young person who soon turns 18 is not let go unseen: the time after that is arranged first (DL-048). */
describe('a child that turns 18', () => {
  let app: TestApp;
  let station: Client;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-30T10:00:00+08:00' });
    station = await app.as('station');
  }, 60_000);
  afterAll(() => app.stop());

  const open = async (name: string, birthDate: string): Promise<string> => {
    const child = { name, sex: 'female', birthDate, school: '平新县第一中学' };
    const { caseId } = await openCase(app, {
      report: { children: [child], suspects: [], situations: ['DROPOUT'], exclusionHints: [] },
      triage: { urgency: 'U2' },
    });
    return caseId;
  };
  const act = (client: Client, caseId: string, action: string, body: unknown): Promise<View> =>
    client.ok<View>(`/cases/${caseId}/actions/${action}`, body);
  const assess = async (caseId: string): Promise<View> =>
    act(station, caseId, 'assess', (await soundCaseworkBodies(station)).Assessments_assess);
  const clocks = ({ deadlines }: View): Clock[] =>
    (deadlines ?? []).filter(({ ruleId }) => ruleId === 'DL-048');

  it('has a suggested clock from 16 on that ends on the birthday and rings 180 days before', async () => {
    const [clock] = clocks(await assess(await open('禾向晚', '2009-06-15')));
    expect(clock).toMatchObject({
      state: 'running',
      overdue: false,
      basisName: '系统建议时限',
      dueAt: new Date('2027-06-15T23:59:59.999+08:00').toISOString(),
    });
    // 180 days before 15 June 2027 is 17 December 2026.
    expect(clock?.ladder[0]?.at.slice(0, 10)).toBe('2026-12-17');
    expect(clocks(await assess(await open('禾小晚', '2011-06-15')))).toEqual([]);
  });

  it('is arranged in a plan, once for good', async () => {
    const caseId = await open('禾远行', '2009-03-01');
    await assess(caseId);
    const without = await act(station, caseId, 'make-plan', planBody());
    expect(clocks(without).map(({ state }) => state)).toEqual(['running']);
    const arranged = await act(
      station,
      caseId,
      'make-plan',
      planBody({ adulthood: '继续读职业学校，寒暑假住姑姑家，有困难找乡镇工作站。' }),
    );
    expect(arranged.plans.at(-1)?.adulthood).toContain('职业学校');
    expect(clocks(arranged).map(({ state }) => state)).toEqual(['done']);
    expect(clocks(await assess(caseId)).map(({ state }) => state)).toEqual(['done']);
  });

  it('counts the arrangement of a village only when a leader approved it', async () => {
    const caseId = await open('禾慢慢', '2009-02-01');
    const { agencies, users } = await station.read<{
      agencies: { id: string; kind: string; regionCode: string }[];
      users: { id: string; agencyId: string }[];
    }>('/reference');
    const village = agencies.find(({ kind, regionCode }) => kind === 'village' && regionCode === VILLAGE);
    const worker = users.find(({ agencyId }) => agencyId === village?.id);
    await act(station, caseId, 'assign', { agencyId: village?.id, userId: worker?.id });
    await assess(caseId);
    const director = await app.as('director');
    const drafted = await act(director, caseId, 'make-plan', planBody({ adulthood: '跟着舅舅学修车。' }));
    expect(clocks(drafted).map(({ state }) => state)).toEqual(['running']);
    const approved = await act(station, caseId, 'approve-plan', {});
    expect(clocks(approved).map(({ state }) => state)).toEqual(['done']);
  });
});
