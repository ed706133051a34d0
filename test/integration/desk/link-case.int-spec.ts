import {
  type CaseView,
  ordersOf,
  receiveAndTriage,
  type Report as BaseReport,
  reportBody,
  triageFrom,
} from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

interface CaseMatch {
  readonly id: string;
  readonly strong: boolean;
  readonly road: string | null;
  readonly orderAgencyIds: readonly string[];
}
interface Proposal extends Record<string, unknown> {
  readonly children: readonly Record<string, unknown>[];
  readonly matches: readonly { childIndex: number; personId: string; cases: readonly CaseMatch[] }[];
}
interface File extends CaseView {
  readonly urgency: string;
  readonly reports: readonly { reportNo: string; how: string }[];
}
interface Report extends BaseReport {
  readonly stateName: string;
}
interface Problem {
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

const POVERTY = { situations: ['POVERTY'], suspects: [], exclusionHints: [] };
const NUMBERS = ['990101201605010028', '990101201605010044', '990101201605010060', '990101201605010087'];
let numbers = 0;
/** A child of its own per test; its ID number is what makes a match strong. */
function newChild(name: string): Record<string, unknown> {
  numbers += 1;
  const idNumber = NUMBERS[numbers % NUMBERS.length] ?? '';
  return {
    name: `${name}${numbers}`,
    sex: 'female',
    school: '平新县第一小学',
    birthDate: '2016-05-01',
    idNumber,
  };
}

describe('a new report on a child that has a case', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let intake2: Client;

  beforeEach(async () => {
    app = await TestApp.start();
    [teacher, intake, intake2] = [await app.as('teacher'), await app.as('intake'), await app.as('intake2')];
  }, 60_000);
  afterEach(() => app.stop());

  const file = async (children: unknown[], more: Record<string, unknown> = {}): Promise<string> =>
    (await teacher.ok<Report>('/reports', reportBody({ ...POVERTY, children, ...more }))).id;
  const proposalOf = async (id: string, who = intake): Promise<Proposal> => {
    await who.ok(`/reports/${id}/actions/receive`);
    return who.read<Proposal>(`/reports/${id}/triage-proposal`);
  };
  const decided = (
    proposal: Proposal,
    decision: Record<string, unknown>,
    more: Record<string, unknown> = {},
  ) =>
    triageFrom(proposal, {
      children: proposal.children.map((child) => ({ ...child, ...decision })),
      ...more,
    });
  const countCases = async (): Promise<number> =>
    (await app.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM case_file'))[0]?.n ?? 0;

  it('is refused without a decision, in words that say what to do', async () => {
    const child = newChild('禾必选');
    await receiveAndTriage(intake, await file([child]));
    const id = await file([child]);
    const proposal = await proposalOf(id);
    expect(proposal.matches[0]?.cases).toMatchObject([{ strong: true, road: 'joined' }]);
    const silent = await intake.post<Problem>(`/reports/${id}/actions/triage`, triageFrom(proposal));
    expect(silent.status).toBe(422);
    expect(silent.body.errors?.['children.0.caseDecision']?.[0]).toMatch(/已有个案 .*并入该个案.*另立个案/);
    const unreasoned = await intake.post<Problem>(
      `/reports/${id}/actions/triage`,
      decided(proposal, { caseDecision: 'separate' }),
    );
    expect(unreasoned.body.errors).toHaveProperty(['children.0.separateReason']);
    expect(await countCases()).toBe(1);
  });

  it('joins it: one case, no order twice, the situations and the urgency of both', async () => {
    const child = newChild('禾并入');
    const caseId = await receiveAndTriage(intake, await file([child]), { urgency: 'U2' });
    const before = await ordersOf(intake, caseId);
    const id = await file([child], { situations: ['MR4'], policeToldAt: app.now().toISOString() });
    const proposal = await proposalOf(id);
    const report = await intake.ok<Report>(
      `/reports/${id}/actions/triage`,
      decided(proposal, { caseDecision: 'link' }, { urgency: 'U1' }),
    );
    expect(report).toMatchObject({ state: 'linked', cases: [{ id: caseId }] });
    expect(await countCases()).toBe(1);
    const view = await intake.read<File>(`/cases/${caseId}`);
    expect(view).toMatchObject({ phase: 'open', urgency: 'U1' });
    expect(view.reports.map(({ how }) => how)).toEqual(['opened', 'joined']);
    const after = await ordersOf(intake, caseId);
    expect(new Set(after.map(({ agencyId }) => agencyId)).size).toBe(after.length);
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.filter(({ role }) => role === 'lead')).toHaveLength(1);
    // The desk's clocks are answered, the reporter is owed an answer and sees what every reporter sees.
    const clocks = report.deadlines.filter(({ state }) => state === 'running').map(({ ruleId }) => ruleId);
    expect(clocks).toEqual(['DL-047']);
    const own = await teacher.read<Report>(`/reports/${id}`);
    expect(own).toMatchObject({ state: 'triaged', stateName: '办理中', progress: '办理中', cases: null });
    await app.drain();
    const notices = await (
      await app.as('station')
    ).read<{ data: { kind: string; title: string }[] }>('/notices');
    expect(notices.data.map(({ kind }) => kind)).toContain('case.report-linked');
    expect(JSON.stringify(notices)).not.toContain('禾并入');
    // The reporter is answered about the joined report like about any other.
    await intake.ok(`/reports/${id}/actions/feedback`, { stage: 'triage', text: '已受理，正在办理。' });
  });

  it('brings the emergency back from a closing and opens a closed case again', async () => {
    const child = newChild('禾重来');
    const caseId = await receiveAndTriage(intake, await file([child]), { urgency: 'U2' });
    const urgent = await file([child]);
    await intake.ok(
      `/reports/${urgent}/actions/triage`,
      decided(await proposalOf(urgent), { caseDecision: 'link' }, { urgency: 'U0' }),
    );
    const open = await intake.read<File>(`/cases/${caseId}`);
    expect(open.stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage)).toContain(
      'emergency',
    );
    expect(open.urgency).toBe('U0');
    await app.owner.query(
      `WITH closed AS (UPDATE case_file SET phase = 'closed', closed_at = now() WHERE id = $1 RETURNING id, district_code)
       INSERT INTO case_action (id, district_code, case_id, at, action, from_state, to_state, data)
       SELECT gen_random_uuid(), district_code, id, now(), 'case.sign-closing', 'open', 'closed', '{}' FROM closed`,
      [caseId],
    );
    await app.owner.query('UPDATE case_stage SET closed_at = now() WHERE case_id = $1', [caseId]);
    const later = await file([child]);
    const proposal = await proposalOf(later);
    expect(proposal.matches[0]?.cases).toMatchObject([{ strong: true, road: 'reopened' }]);
    await intake.ok(`/reports/${later}/actions/triage`, decided(proposal, { caseDecision: 'link' }));
    const again = await intake.read<File>(`/cases/${caseId}`);
    expect(again.phase).toBe('open');
    expect(again.reports.map(({ how }) => how)).toEqual(['opened', 'joined', 'reopened']);
    expect(again.stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage)).toContain(
      'assessment',
    );
  });

  it('opens a case of its own only with a reason, and the owner of the other one hears of it', async () => {
    const child = newChild('禾另立');
    const first = await receiveAndTriage(intake, await file([child]));
    const id = await file([child]);
    const proposal = await proposalOf(id);
    const report = await intake.ok<Report>(
      `/reports/${id}/actions/triage`,
      decided(proposal, { caseDecision: 'separate', separateReason: '两件事互不相关，分开办理。' }),
    );
    expect(report.state).toBe('triaged');
    expect(await countCases()).toBe(2);
    await app.drain();
    const notices = await intake2.read<{ data: { kind: string; link: string }[] }>('/notices?limit=100');
    expect(notices.data).toContainEqual(
      expect.objectContaining({ kind: 'case.kept-apart', link: `/cases/${first}` }),
    );
    const { reports, timeline } = await intake.read<File>(`/cases/${first}`);
    expect(reports.map(({ how }) => how)).toEqual(['opened']);
    expect(timeline?.map(({ label }) => label)).toContain('同一个孩子的新报告另立个案');
  });

  it('writes who must not know on the case, before anybody is asked', async () => {
    const child = newChild('禾回避');
    const caseId = await receiveAndTriage(intake, await file([child]));
    const station = await app.as('station');
    expect((await station.get(`/cases/${caseId}`)).status).toBe(200);
    const [agency] = await app.owner.query<{ id: string }[]>(
      `SELECT agency_id AS id FROM app_user WHERE username = 'dudao'`,
    );
    const id = await file([child]);
    const proposal = await proposalOf(id);
    const body = decided(
      proposal,
      { caseDecision: 'link' },
      { exclusions: [{ principalId: agency?.id, hint: 'TOWNSHIP' }] },
    );
    await intake.ok(`/reports/${id}/actions/triage`, {
      ...body,
      orders: body.orders.filter(({ agencyId }) => agencyId !== agency?.id),
    });
    expect((await station.get(`/cases/${caseId}`)).status).toBe(404);
    const owed = await app.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM deadline WHERE subject_id = $1 AND state = 'running' AND owner_agency_id = $2`,
      [caseId, agency?.id],
    );
    expect(owed[0]?.n).toBe(0);
    // Nor does a third report, whose operator thinks of nobody, bring the agency back.
    const again = await file([child]);
    const third = decided(await proposalOf(again), { caseDecision: 'link' });
    const others = third.orders.filter(({ agencyId }) => agencyId !== agency?.id);
    const refused = await intake.post<{ errors: Record<string, string[]> }>(
      `/reports/${again}/actions/triage`,
      { ...third, orders: [...others, { agencyId: agency?.id, role: 'co', task: '上门查看。' }] },
    );
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([
      422,
      [`orders.${others.length}.agencyId`],
    ]);
    await intake.ok(`/reports/${again}/actions/triage`, { ...third, orders: others });
    expect((await station.get(`/cases/${caseId}`)).status).toBe(404);
  });

  it('takes over what an agency handed down that must not know any more', async () => {
    const child = newChild('禾转派');
    const caseId = await receiveAndTriage(intake, await file([child]));
    const agencies = await app.owner.query<{ id: string; name: string }[]>('SELECT id, name FROM agency');
    const agency = (name: string): string => agencies.find((row) => row.name.endsWith(name))?.id ?? '';
    const [bureau, below] = [agency('平新县公安局'), agency('柳溪派出所')];
    await intake.ok(`/cases/${caseId}/actions/issue-order`, {
      agencyId: bureau,
      role: 'co',
      task: '核查情况。',
    });
    const police = await app.as('police');
    const [order] = (await ordersOf(intake, caseId)).filter(({ agencyId }) => agencyId === bureau);
    await police.ok(`/work-orders/${order?.id}/actions/accept`);
    await police.ok(`/work-orders/${order?.id}/actions/hand-on`, { agencyId: below });
    const id = await file([child]);
    await intake.ok(
      `/reports/${id}/actions/triage`,
      decided(
        await proposalOf(id),
        { caseDecision: 'link' },
        { exclusions: [{ principalId: bureau, hint: 'OTHER' }] },
      ),
    );
    expect((await police.get(`/work-orders/${order?.id}`)).status).toBe(404);
    const station = await app.as('policeStation');
    const [handed] = (await ordersOf(station, caseId)).filter(({ agencyId }) => agencyId === below);
    await station.ok(`/work-orders/${handed?.id}/actions/accept`);
    await station.ok(`/work-orders/${handed?.id}/actions/finish`, { reply: '已核查。' });
    await app.drain();
    const told = await app.owner.query<{ agency_id: string; kind: string }[]>(
      `SELECT agency_id, kind FROM notice WHERE subject_id = $1 AND kind = 'order.finished'`,
      [handed?.id],
    );
    expect(told.map(({ agency_id }) => agency_id)).toEqual([agency('未成年人保护受理中心')]);
  });

  it('decides each child of a report: one joins, one has a case of its own', async () => {
    const known = newChild('禾姐姐');
    const caseId = await receiveAndTriage(intake, await file([known]));
    const id = await file([known, newChild('禾妹妹')]);
    const proposal = await proposalOf(id);
    const [first, second] = proposal.children;
    const body = triageFrom(proposal, { children: [{ ...first, caseDecision: 'link' }, { ...second }] });
    const report = await intake.ok<Report>(`/reports/${id}/actions/triage`, body);
    expect(report.state).toBe('triaged');
    expect(report.cases).toHaveLength(2);
    expect(report.cases?.map((item) => item.id)).toContain(caseId);
  });

  it('takes no case of another child', async () => {
    const other = await receiveAndTriage(intake, await file([newChild('禾别人')]));
    const id = await file([newChild('禾自己')]);
    const proposal = await proposalOf(id);
    const reply = await intake.post<Problem>(
      `/reports/${id}/actions/triage`,
      decided(proposal, { caseDecision: 'link', caseId: other }),
    );
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toHaveProperty(['children.0.caseId']);
  });

  it('lets two operators open one case of a child at the same moment, not two', async () => {
    const child = newChild('禾同时');
    const [a, b] = [await file([child]), await file([child])];
    const [one, two] = [await proposalOf(a), await proposalOf(b, intake2)];
    const replies = await Promise.all([
      intake.post(`/reports/${a}/actions/triage`, triageFrom(one)),
      intake2.post(`/reports/${b}/actions/triage`, triageFrom(two)),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await countCases()).toBe(1);
  });

  it('lets two operators join one case at the same moment, with every order once', async () => {
    const child = newChild('禾同并');
    const caseId = await receiveAndTriage(intake, await file([child]));
    const more = { situations: ['MR4'], policeToldAt: app.now().toISOString() };
    const [a, b] = [await file([child], more), await file([child], more)];
    const [one, two] = [await proposalOf(a), await proposalOf(b, intake2)];
    const replies = await Promise.all([
      intake.post(`/reports/${a}/actions/triage`, decided(one, { caseDecision: 'link' })),
      intake2.post(`/reports/${b}/actions/triage`, decided(two, { caseDecision: 'link' })),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const orders = await ordersOf(intake, caseId);
    expect(new Set(orders.map(({ agencyId }) => agencyId)).size).toBe(orders.length);
    const again = await intake.post(`/reports/${a}/actions/triage`, decided(one, { caseDecision: 'link' }));
    expect(again.status).toBe(409);
  });

  describe('of which the operator must not know', () => {
    const recuse = async (name: string): Promise<{ child: Record<string, unknown>; caseId: string }> => {
      const [user] = await app.owner.query<{ id: string }[]>(
        `SELECT id FROM app_user WHERE username = 'shouli1'`,
      );
      const child = newChild(name);
      const caseId = await receiveAndTriage(intake2, await file([child]), {
        exclusions: [{ principalId: user?.id, hint: 'OTHER' }],
      });
      return { child, caseId };
    };

    it('is out of their hands before they open it, and a colleague decides', async () => {
      const { child, caseId } = await recuse('禾密一');
      const id = await file([child]);
      await app.drain();
      expect((await intake.get(`/reports/${id}`)).status).toBe(404);
      const home = await intake2.read<{ next: { title: string; link: string }[] }>('/home');
      expect(home.next).toContainEqual(expect.objectContaining({ link: `/reports/${id}` }));
      const proposal = await proposalOf(id, intake2);
      await intake2.ok(`/reports/${id}/actions/triage`, decided(proposal, { caseDecision: 'link' }));
      expect((await intake2.read<File>(`/cases/${caseId}`)).reports.map(({ how }) => how)).toContain(
        'joined',
      );
      expect((await teacher.read<Report>(`/reports/${id}`)).progress).toBe('办理中');
    });

    it('opens no second one when the ID number is known only at triage, and loses nothing', async () => {
      const { child, caseId } = await recuse('禾密二');
      const id = await file([{ ...child, idNumber: undefined, birthDate: undefined, age: 9 }]);
      const proposal = await proposalOf(id);
      expect(proposal.matches).toEqual([]);
      const reply = await intake.post(
        `/reports/${id}/actions/triage`,
        decided(proposal, { idNumber: child.idNumber, birthDate: '2016-05-01', birthDateEstimated: false }),
      );
      expect(reply.status).toBe(404);
      expect(JSON.stringify(reply.body)).not.toContain('GA');
      expect(await countCases()).toBe(1);
      await app.drain();
      const notices = await intake2.read<{ data: { kind: string; link: string }[] }>('/notices?limit=100');
      expect(notices.data).toContainEqual(
        expect.objectContaining({ kind: 'report.to-decide', link: `/reports/${id}` }),
      );
      const { state, deadlines } = await intake2.read<Report>(`/reports/${id}`);
      expect(state).toBe('received');
      expect(deadlines.some((clock) => clock.ruleId === 'DL-052' && clock.state === 'running')).toBe(true);
      expect((await intake2.read<File>(`/cases/${caseId}`)).reports).toContainEqual(
        expect.objectContaining({ how: 'matched' }),
      );
    });
  });
});
