import { openCase, type Report as BaseReport, reportBody } from '../../support/journey';
import { type Client, type Reply, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Related {
  readonly id: string;
  readonly reportNo: string;
  readonly stateName: string;
}
interface Report extends BaseReport {
  readonly stateName: string;
  readonly authorityRequired: boolean;
  readonly authorityKind: string | null;
  readonly authorityToldAt: string | null;
  readonly retractedAt: string | null;
  readonly duplicateOf: Related | null;
  readonly duplicates: readonly Related[] | null;
  readonly screenings:
    | readonly { reason: string; outcome: string | null; remark: string | null; revivedAt: string | null }[]
    | null;
  readonly transfers:
    | readonly {
        letterNo: string;
        receiver: string;
        state: string;
        refusal: string | null;
        person: string | null;
      }[]
    | null;
  readonly additions: readonly { kind: string; text: string }[] | null;
  readonly timeline: readonly { label: string; note: string | null }[] | null;
}
interface Problem {
  readonly detail: string;
  readonly errors?: Record<string, string[]>;
}

/** No police call is due (seeds/reference/situations.ts). */
const POVERTY = { situations: ['POVERTY'], suspects: [] };
const CHECKED = {
  checks: ['EARLIER_REPORTS', 'REPORTER_HEARD'],
  reason: '电话核实：孩子只是摔伤，有医院记录。',
};

describe('the other roads of a report', () => {
  let app: TestApp;
  let teacher: Client;
  let intake: Client;
  let intake2: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [teacher, intake, intake2] = [await app.as('teacher'), await app.as('intake'), await app.as('intake2')];
  }, 60_000);
  afterAll(() => app.stop());

  const file = (overrides: Record<string, unknown> = {}): Promise<Report> =>
    teacher.ok<Report>('/reports', reportBody({ ...POVERTY, ...overrides }));
  async function received(overrides: Record<string, unknown> = {}): Promise<string> {
    const { id } = await file(overrides);
    await intake.ok(`/reports/${id}/actions/receive`);
    return id;
  }
  const act = (who: Client, id: string, action: string, body: unknown = {}): Promise<Report> =>
    who.ok<Report>(`/reports/${id}/actions/${action}`, body);
  const tryTo = (who: Client, id: string, action: string, body: unknown = {}): Promise<Reply<Problem>> =>
    who.post<Problem>(`/reports/${id}/actions/${action}`, body);
  const clockOf = (report: Report, ruleId: string): string[] =>
    report.deadlines.filter((deadline) => deadline.ruleId === ruleId).map(({ state }) => state);
  const noOf = async (id: string): Promise<string> => (await read(intake, id)).reportNo;
  const read = (who: Client, id: string): Promise<Report> => who.read<Report>(`/reports/${id}`);

  /** Whatever happens inside, the reporter reads one of four words and nothing else of it. */
  async function expectNeutral(id: string, progress: string): Promise<void> {
    const own = await read(teacher, id);
    expect([own.progress, own.stateName]).toEqual([progress, progress]);
    expect(['submitted', 'received', 'triaged', 'closed']).toContain(own.state);
    expect([own.screenings, own.transfers, own.duplicateOf, own.duplicates, own.timeline]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(own.deadlines.map(({ ruleId }) => ruleId)).not.toContain('DL-054');
    expect(JSON.stringify(own)).not.toMatch(/存查|复核|重复|移送|暂未发现/);
  }

  describe('暂未发现风险（存查）', () => {
    it('takes earlier reports, one more check, and a second person', async () => {
      const id = await received();
      const unchecked = await tryTo(intake, id, 'propose-screen-out', {
        ...CHECKED,
        checks: ['REPORTER_HEARD'],
      });
      expect([unchecked.status, unchecked.body.errors?.checks?.[0]]).toEqual([
        422,
        '请先查看这个孩子以前的报告，再勾选',
      ]);
      const alone = await tryTo(intake, id, 'propose-screen-out', {
        ...CHECKED,
        checks: ['EARLIER_REPORTS'],
      });
      expect(alone.status).toBe(422);

      const proposed = await act(intake, id, 'propose-screen-out', CHECKED);
      expect([proposed.state, proposed.stateName]).toEqual(['screening', '拟存查，待复核']);
      expect(clockOf(proposed, 'DL-052')).toEqual(['running']);
      await expectNeutral(id, '已受理');

      const self = await tryTo(intake, id, 'confirm-screen-out');
      expect([self.status, self.body.detail]).toEqual([409, '复核需要另一个人，您是提出人。']);
      const confirmed = await act(intake2, id, 'confirm-screen-out', { remark: '同意' });
      expect([confirmed.state, confirmed.stateName]).toEqual(['screened_out', '暂未发现风险（存查）']);
      expect(confirmed.screenings).toMatchObject([
        { reason: CHECKED.reason, outcome: 'confirmed', remark: '同意' },
      ]);
      expect([clockOf(confirmed, 'DL-052'), clockOf(confirmed, 'DL-047')]).toEqual([['done'], ['running']]);
      await expectNeutral(id, '已受理');

      const answered = await act(intake, id, 'feedback', { stage: 'result', text: '已核实，感谢您的报告。' });
      expect([answered.state, clockOf(answered, 'DL-047')]).toEqual(['screened_out', ['done']]);
      await expectNeutral(id, '已办结');
    });

    it('may be refused by the second person, and then goes on as received', async () => {
      const id = await received();
      await act(intake, id, 'propose-screen-out', CHECKED);
      expect((await tryTo(intake2, id, 'return-screen-out')).status).toBe(422);
      const back = await act(intake2, id, 'return-screen-out', { remark: '孩子还没有人见到' });
      expect([back.state, clockOf(back, 'DL-052')]).toEqual(['received', ['running']]);
      expect(back.screenings).toMatchObject([{ outcome: 'returned', remark: '孩子还没有人见到' }]);
      expect((await act(intake, id, 'propose-screen-out', CHECKED)).state).toBe('screening');
    });

    it('is reversible with a reason, and the triage clock starts anew', async () => {
      const id = await received();
      await act(intake, id, 'propose-screen-out', CHECKED);
      await act(intake2, id, 'confirm-screen-out');
      const revived = await act(intake2, id, 'revive', { reason: '邻居又打来电话' });
      expect(revived.state).toBe('received');
      expect(clockOf(revived, 'DL-052').sort()).toEqual(['done', 'running']);
      expect(clockOf(revived, 'DL-047')).toEqual(['cancelled']);
      expect(revived.screenings?.[0]?.revivedAt).not.toBeNull();
      expect(revived.timeline?.find(({ label }) => label === '已重新启用')?.note).toBe('邻居又打来电话');
    });

    it('is written down encrypted, and the database knows the second person too', async () => {
      const rows = await app.owner.query<{ reason: Buffer }[]>('SELECT reason FROM report_screening');
      expect(rows.length).toBeGreaterThan(2);
      for (const { reason } of rows) expect(reason.toString('utf8')).not.toContain('摔伤');
      await expect(
        app.owner.query(
          `UPDATE report_screening SET outcome = 'confirmed', decided_by = proposed_by WHERE outcome IS NULL`,
        ),
      ).rejects.toThrow('report_screening_two_people');
    });
  });

  it('咨询答复: the answer is the feedback, and a matter for the police is no question', async () => {
    const id = await received({ situations: ['CONSULT'], facts: '怎样申请困境儿童补贴？' });
    const answered = await act(intake, id, 'answer-consult', { answer: '请到户籍地乡镇申请。' });
    expect([answered.state, answered.feedback?.at(-1)]).toMatchObject([
      'answered',
      { stage: 'result', text: '请到户籍地乡镇申请。' },
    ]);
    expect(answered.deadlines.filter(({ state }) => state === 'running')).toEqual([]);
    await expectNeutral(id, '已办结');

    const mixed = await received({ situations: ['CONSULT', 'MR4'], policeToldAt: app.now().toISOString() });
    const refused = await tryTo(intake, mixed, 'answer-consult', { answer: '不必担心' });
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      '报告中有必须报警的情形，不能作为咨询答复，请分诊。',
    ]);
    const other = await tryTo(intake, await received(), 'answer-consult', { answer: '好的' });
    expect([other.status, other.body.detail]).toEqual([409, '报告的不是政策咨询，请分诊，或选择其他办法。']);
  });

  it('重复报告: names the earlier one, both show each other, words stay and additions go on', async () => {
    const earlier = await received();
    const later = await received();
    const wrongWay = await tryTo(intake, earlier, 'mark-duplicate', {
      reportNo: await noOf(later),
      reason: '同一件事',
    });
    expect([wrongWay.status, wrongWay.body.errors?.reportNo?.[0]]).toEqual([
      422,
      '没有找到这份报告。请填写一份更早的、本身不是重复的报告的受理号',
    ]);
    const marked = await act(intake, later, 'mark-duplicate', {
      reportNo: await noOf(earlier),
      reason: '同一位老师又报了一次',
    });
    expect([marked.state, marked.duplicateOf?.id, clockOf(marked, 'DL-047')]).toEqual([
      'duplicate',
      earlier,
      ['running'],
    ]);
    expect((await read(intake, earlier)).duplicates).toMatchObject([
      { id: later, stateName: '重复报告，已合并' },
    ]);
    expect(marked.content).toMatchObject({ facts: '孩子手臂有多处淤青，说不想回家。' });
    await expectNeutral(later, '已受理');
    await act(teacher, later, 'add', { text: '今天又没来上学' });
    await act(intake, later, 'feedback', { stage: 'result', text: '与您此前的报告一并办理。' });
    expect((await read(intake, later)).additions).toMatchObject([
      { kind: 'addition', text: '今天又没来上学' },
    ]);
    const third = await tryTo(intake, await received(), 'mark-duplicate', {
      reportNo: await noOf(later),
      reason: '链',
    });
    expect(third.status).toBe(422);
  });

  describe('移送', () => {
    it('ends nothing until the receiver has accepted; the ruling clock runs all the while', async () => {
      const id = await received();
      const nobody = await tryTo(intake, id, 'transfer-out', { reason: '不在本县' });
      expect([nobody.status, Object.keys(nobody.body.errors ?? {})]).toEqual([422, ['receiver']]);
      const sent = await act(intake, id, 'transfer-out', {
        receiver: '邻县未成年人保护中心',
        reason: '孩子住在邻县',
      });
      expect([sent.state, clockOf(sent, 'DL-052'), clockOf(sent, 'DL-054')]).toEqual([
        'transferring',
        ['done'],
        ['running'],
      ]);
      expect(sent.transfers).toMatchObject([{ receiver: '邻县未成年人保护中心', state: 'sent' }]);
      expect(sent.transfers?.[0]?.letterNo).toMatch(/^YS\d{8}-\d{6}$/);
      await expectNeutral(id, '已受理');

      const refused = await act(intake, id, 'refuse-transfer', {
        repliedAt: app.now().toISOString(),
        reason: '孩子户籍不在我县',
      });
      expect([refused.state, clockOf(refused, 'DL-054').sort()]).toEqual(['received', ['done', 'running']]);
      expect(refused.transfers).toMatchObject([{ state: 'refused', refusal: '孩子户籍不在我县' }]);
      await expectNeutral(id, '已受理');

      await act(intake, id, 'transfer-out', { receiver: '邻市救助管理站', reason: '孩子已到邻市' });
      const accepted = await act(intake, id, 'confirm-transfer', {
        repliedAt: app.now().toISOString(),
        person: '邻市 王科',
        receiptNo: '收〔2026〕8号',
      });
      expect([accepted.state, clockOf(accepted, 'DL-047'), accepted.transfers?.[1]?.person]).toEqual([
        'transferred',
        ['running'],
        '邻市 王科',
      ]);
      expect(
        accepted.deadlines.filter(({ ruleId, state }) => ruleId === 'DL-054' && state === 'running'),
      ).toEqual([]);
      await act(intake, id, 'feedback', { stage: 'result', text: '已由孩子所在地受理。' });
      await expectNeutral(id, '已办结');
    });

    it('never leaves before the police were told, nor goes to who must not know', async () => {
      const violent = await received({ situations: ['MR4'] });
      const early = await tryTo(intake, violent, 'transfer-out', { receiver: '邻县', reason: '在邻县' });
      expect([early.status, early.body.detail]).toEqual([
        409,
        '这类情形必须报警：请先拨打 110，并登记报警情况（强制报告意见第二条）。',
      ]);
      await act(intake, violent, 'record-police', { toldAt: app.now().toISOString() });
      expect((await act(intake, violent, 'transfer-out', { receiver: '邻县', reason: '在邻县' })).state).toBe(
        'transferring',
      );
      const sealed = await received({ exclusionHints: ['TOWNSHIP'] });
      const [station] = await app.owner.query<{ id: string }[]>(
        `SELECT principal_id AS id FROM report_exclusion WHERE report_id = $1`,
        [sealed],
      );
      const told = await tryTo(intake, sealed, 'transfer-out', { agencyId: station?.id, reason: '乡镇办理' });
      expect([told.status, told.body.errors?.agencyId?.[0]]).toEqual([
        422,
        '该单位在「谁不能知道」中，不能移送',
      ]);
    });
  });

  it('主管部门备案: proposed by the kind of unit, recorded once, by the reporter or by intake', async () => {
    const { id } = await file({ situations: ['MR9'] });
    const before = await read(teacher, id);
    expect([before.authorityRequired, before.authorityKind, before.authorityToldAt]).toEqual([
      true,
      'education',
      null,
    ]);
    const home = await teacher.read<{ next: { title: string; link: string }[] }>('/home');
    expect(home.next.find(({ link }) => link === `/reports/${id}`)?.title).toBe('请向主管部门备案，并登记');
    const toldAt = app.now().toISOString();
    const wrong = await tryTo(teacher, id, 'record-filing', { authorityKind: 'nobody', toldAt });
    expect(wrong.status).toBe(422);
    const told = await act(teacher, id, 'record-filing', {
      authorityKind: 'education',
      toldAt,
      receiptNo: '备1',
    });
    expect(told).toMatchObject({
      authorityToldAt: toldAt,
      authorityName: '教育体育局',
      authorityReceiptNo: '备1',
    });
    expect((await tryTo(intake, id, 'record-filing', { authorityKind: 'education', toldAt })).status).toBe(
      409,
    );
    const welfare = await read(teacher, (await file()).id);
    expect(welfare.authorityRequired).toBe(false);
  });

  it('撤回: a mark by who reported, nothing is deleted, and intake goes on', async () => {
    const id = await received();
    const foreign = await tryTo(intake, id, 'retract', { reason: '不想要了' });
    expect(foreign.status).toBe(404);
    const own = await act(teacher, id, 'retract', { reason: '家长来学校解释过了' });
    expect(own.retractedAt).not.toBeNull();
    expect(own.additions).toMatchObject([{ kind: 'retraction', text: '家长来学校解释过了' }]);
    expect((await tryTo(teacher, id, 'retract', { reason: '再次' })).status).toBe(409);
    const seen = await read(intake, id);
    expect([seen.state, seen.content?.facts]).toEqual(['received', '孩子手臂有多处淤青，说不想回家。']);
    expect(seen.allowedActions.map(({ action }) => action)).toContain('triage');
    await app.drain();
    const notices = await intake.read<{ data: { kind: string; link: string }[] }>('/notices?limit=100');
    expect(notices.data).toContainEqual(
      expect.objectContaining({ kind: 'report.retracted', link: `/reports/${id}` }),
    );
  });

  it('a reporter finds no road in lists, buttons or routes', async () => {
    const id = await received();
    await act(intake, id, 'propose-screen-out', CHECKED);
    for (const state of ['screening', 'screened_out', 'duplicate', 'transferring', 'transferred'])
      expect((await teacher.read<{ data: unknown[] }>(`/reports?filter[state]=${state}`)).data).toEqual([]);
    const mine = await teacher.read<{ data: Report[] }>('/reports?filter[state]=received&limit=100');
    expect(mine.data.map((report) => report.id)).toContain(id);
    const queue = await intake.read<{ data: Report[] }>('/reports?filter[state]=screening&limit=100');
    expect(queue.data.map((report) => report.id)).toContain(id);
    const own = await read(teacher, id);
    expect(own.allowedActions.map(({ action }) => action).sort()).toEqual([
      'add',
      'record-filing',
      'record-police',
      'retract',
    ]);
    expect((await tryTo(teacher, id, 'revive', { reason: 'x' })).status).toBe(403);
  });

  it('a case shows its report by the link between them, and the report its case', async () => {
    const { reportId, caseId } = await openCase(app);
    expect((await read(intake, reportId)).cases).toMatchObject([{ id: caseId }]);
    const file = await intake.read<{ reports: unknown }>(`/cases/${caseId}`);
    expect(file.reports).toMatchObject([{ id: reportId, how: 'opened', howName: '由此立案' }]);
  });
});
