import { type CaseView, openCase, type Page, type Reference } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Conference {
  readonly id: string;
  readonly state: string;
  readonly participants: readonly { id: string; name: string; toldBy: string; present: boolean | null }[];
  readonly conclusion: { conclusion: string; dissent: string | null } | null;
  readonly tasks: readonly Task[];
}
interface Task {
  readonly id: string;
  readonly agencyName: string;
  readonly what: string;
  readonly state: string;
}
type View = CaseView & {
  readonly conferences: readonly Conference[] | null;
  readonly invitations: readonly { state: string; place: string; tasks: readonly Task[] }[] | null;
  readonly _masked: readonly string[];
};
interface Problem {
  readonly detail: string;
  readonly errors: Record<string, string[]>;
}

/** 24号文 19; D13: one case that agencies decide on together. */
describe('a conference about a child', () => {
  let app: TestApp;
  let intake: Client;
  let civil: Client;
  let justice: Client;
  let caseId: string;
  let agencies: Reference['agencies'];

  beforeAll(async () => {
    // The last working day before 国庆: Wednesday, 30 September 2026.
    app = await TestApp.start({ now: '2026-09-30T10:00:00+08:00' });
    ({ caseId, intake } = await openCase(app));
    civil = await app.as('civil');
    justice = await app.as('justice');
    ({ agencies } = await intake.read<Reference>('/reference'));
  }, 60_000);
  afterAll(() => app.stop());

  const agencyId = (kind: string): string => agencies.find((agency) => agency.kind === kind)?.id ?? '';
  const act = <T = View>(client: Client, action: string, body: object) =>
    client.post<T>(`/cases/${caseId}/actions/${action}`, body);
  const call = (participants: object[], change: object = {}) => ({
    reason: '孩子能否送回父亲身边，需要几家单位一起商量。',
    meetsAt: '2026-10-12T10:00:00+08:00',
    place: '民政局三楼会议室',
    participants,
    ...change,
  });

  it('cannot be concluded before it was called', async () => {
    const early = await act<Problem>(civil, 'conclude-conference', conclusion([]));
    expect([early.status, early.body.detail]).toEqual([409, '还没有召集会商。']);
  });

  it('never calls who must not know, nor anybody of another district', async () => {
    await app.owner.query(
      `INSERT INTO case_exclusion (case_id, principal_id, district_code, hint, since) SELECT id, $2, district_code, 'SCHOOL', now() FROM case_file WHERE id = $1`,
      [caseId, agencyId('school')],
    );
    const refused = await act<Problem>(
      civil,
      'convene-conference',
      call([{ agencyId: agencyId('justice') }, { agencyId: agencyId('school') }]),
    );
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      { 'participants.1.agencyId': ['该单位不能知道此案，请改选其他单位'] },
    ]);
    const xh = await (await app.as('xhIntake')).read<Reference>('/reference');
    const foreign = await act<Problem>(civil, 'convene-conference', call([{ agencyId: xh.agencies[0]?.id }]));
    expect(foreign.status).toBe(422);
    await app.owner.query('DELETE FROM case_exclusion WHERE case_id = $1', [caseId]);
  });

  it('is called by civil affairs; the clock counts ten working days over 国庆 (DL-044)', async () => {
    const called = await act(
      civil,
      'convene-conference',
      call([{ agencyId: agencyId('justice') }, { agencyId: agencyId('court') }, { name: '外祖母' }]),
    );
    expect(called.status).toBe(200);
    const [conference] = called.body.conferences ?? [];
    expect(conference?.participants.map(({ name, toldBy }) => [name, toldBy])).toEqual([
      ['平新县司法局', 'notice'],
      ['平新县人民法院', 'letter'],
      ['外祖母', 'letter'],
    ]);
    // 1–7 October off, Saturday the 10th worked: 8, 9, 10, 12, 13, 14, 15, 16, 19, 20 October.
    const clock = called.body.deadlines?.find(({ ruleId }) => ruleId === 'DL-044');
    expect(clock).toMatchObject({
      state: 'running',
      basisName: '系统建议时限',
      dueAt: '2026-10-20T15:59:59.999Z',
    });
    const second = await act<Problem>(civil, 'convene-conference', call([{ name: '某人' }]));
    expect([second.status, second.body.detail]).toEqual([409, '已经召集了一次会商，请先登记结论或取消。']);
  });

  it('tells the agency without a name, and lets it see its own part and no more', async () => {
    await app.drain();
    const notices = await justice.read<Page<{ kind: string; title: string; link: string }>>('/notices');
    expect(notices.data[0]).toMatchObject({ title: '有一次会商请您参加', link: `/cases/${caseId}` });
    expect(JSON.stringify(notices)).not.toMatch(/禾|外祖母|会议室/);
    const seen = await justice.read<View>(`/cases/${caseId}`);
    expect(seen.invitations).toEqual([
      expect.objectContaining({ state: 'convened', place: '民政局三楼会议室', tasks: [] }),
    ]);
    expect([seen.conferences, seen._masked]).toEqual([
      null,
      expect.arrayContaining(['conferences', 'reports']),
    ]);
    expect(seen.allowedActions).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/外祖母|能否送回/);
    for (const action of ['convene-conference', 'conclude-conference'])
      expect((await act(justice, action, {})).status).toBe(403);
  });

  it('sends nobody home while the danger lasts', async () => {
    await app.advanceTo('2026-10-12T11:30:00+08:00');
    const seats = (await civil.read<View>(`/cases/${caseId}`)).conferences?.[0]?.participants ?? [];
    const home = await act<Problem>(civil, 'conclude-conference', {
      ...conclusion(seats),
      conclusion: 'return',
      dangerRemoved: false,
      guardianAble: true,
    });
    expect([home.status, Object.keys(home.body.errors)]).toEqual([422, ['dangerRemoved']]);
  });

  it('is concluded with every opinion, the dissent, the child’s voice and tasks; its clock stops', async () => {
    const seats = (await civil.read<View>(`/cases/${caseId}`)).conferences?.[0]?.participants ?? [];
    const done = await act(civil, 'conclude-conference', {
      ...conclusion(seats),
      tasks: [
        { agencyId: agencyId('justice'), what: '为孩子指派法律援助律师', dueOn: '2026-10-20' },
        { agencyId: agencyId('women_federation'), what: '每周一次家庭教育指导', dueOn: '2026-11-20' },
      ],
    });
    expect(done.status).toBe(200);
    const [conference] = done.body.conferences ?? [];
    expect(conference).toMatchObject({
      state: 'concluded',
      conclusion: { conclusion: 'continue', dissent: '司法局认为可以申请撤销。' },
    });
    expect(conference?.participants.map(({ present }) => present)).toEqual([true, false, true]);
    expect(conference?.tasks.map(({ agencyName, state }) => [agencyName, state])).toEqual([
      ['平新县司法局', 'open'],
      ['平新县妇女联合会', 'open'],
    ]);
    expect(done.body.deadlines?.find(({ ruleId }) => ruleId === 'DL-044')?.state).toBe('done');
    const ahead = done.body.timeline?.filter(({ upcoming }) => upcoming).map(({ label }) => label);
    expect(ahead?.filter((label) => label === '会商任务')).toHaveLength(2);
    const again = await act<Problem>(civil, 'conclude-conference', conclusion(seats));
    expect(again.status).toBe(409);
  });

  it('leaves each agency its own task, which it finishes itself', async () => {
    await app.drain();
    const kinds = (await justice.read<Page<{ kind: string }>>('/notices')).data.map(({ kind }) => kind);
    expect(kinds).toContain('conference.concluded');
    const [own] = (await justice.read<View>(`/cases/${caseId}`)).invitations ?? [];
    expect(own?.tasks.map(({ what }) => what)).toEqual(['为孩子指派法律援助律师']);
    const all = (await civil.read<View>(`/cases/${caseId}`)).conferences?.[0]?.tasks ?? [];
    const foreign = all.find(({ agencyName }) => agencyName === '平新县妇女联合会');
    const wrong = await act<Problem>(justice, 'complete-task', { taskId: foreign?.id, result: '不是我的' });
    expect(wrong.status).toBe(422);
    const done = await act(justice, 'complete-task', { taskId: own?.tasks[0]?.id, result: '已指派律师。' });
    expect(done.status).toBe(200);
    const left = await act<Problem>(justice, 'complete-task', { taskId: own?.tasks[0]?.id, result: '再来' });
    expect([left.status, left.body.detail]).toEqual([409, '没有待完成的会商任务。']);
    // The other agency's task goes on, and so does its sight.
    const women = await (await app.as('women')).read<View>(`/cases/${caseId}`);
    expect(women.invitations?.[0]?.tasks.map(({ state }) => state)).toEqual(['open']);
  });

  it('ends the sight a week after the last task (D)', async () => {
    expect((await justice.get(`/cases/${caseId}`)).status).toBe(200);
    await app.advanceTo('2026-10-19T12:00:00+08:00');
    expect((await justice.get(`/cases/${caseId}`)).status).toBe(404);
    const notices = await justice.read<Page<{ kind: string }>>('/notices');
    expect(notices.data).toEqual([]);
  });

  it('is cancelled to be called for another day; those called lose sight at once', async () => {
    await act(
      civil,
      'convene-conference',
      call([{ agencyId: agencyId('justice') }], { meetsAt: '2026-10-22T10:00:00+08:00' }),
    );
    expect((await justice.get(`/cases/${caseId}`)).status).toBe(200);
    const cancelled = await act(civil, 'cancel-conference', { reason: '参加单位时间冲突，改期。' });
    expect(cancelled.body.conferences?.at(-1)?.state).toBe('cancelled');
    expect((await justice.get(`/cases/${caseId}`)).status).toBe(404);
    const clocks = cancelled.body.deadlines?.filter(({ ruleId }) => ruleId === 'DL-044');
    expect(clocks?.map(({ state }) => state).sort()).toEqual(['cancelled', 'done']);
  });

  it('stores no word in clear', async () => {
    const rows = await app.owner.query<{ body: Buffer; conclusion_body: Buffer | null }[]>(
      'SELECT c.body, c.conclusion_body FROM conference c',
    );
    expect(rows).toHaveLength(2);
    for (const { body, conclusion_body: sealed } of rows)
      for (const word of ['会议室', '商量', '送回'])
        expect([body.includes(word), sealed?.includes(word)]).not.toContain(true);
  });
});

function conclusion(seats: readonly { id: string; name: string }[]): Record<string, unknown> {
  return {
    heldAt: '2026-10-12T10:00:00+08:00',
    opinions: seats.map(({ id, name }) =>
      name.includes('法院')
        ? { participantId: id, present: false }
        : { participantId: id, present: true, opinion: `${name}：同意暂不送回。` },
    ),
    facts: '父亲仍酗酒，外祖母可以照料。',
    dissent: '司法局认为可以申请撤销。',
    conclusion: 'continue',
    explanation: '危险状态没有消除。',
    confidentiality: '参会人员保密。',
    childOpinion: '想和外婆住。',
    tasks: [],
  };
}
