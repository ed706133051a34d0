import {
  type CaseView,
  receiveAndTriage,
  type Report as BaseReport,
  reportBody,
} from '../../support/journey';
import {
  closeUpTheLine,
  finishOrders,
  runningRules,
  screenBody,
  villageWorker,
} from '../../support/lifecycle';
import { type Client, type Reply, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

interface Related {
  readonly reports: readonly { id: string; reportNo: string; screenOutReason: string | null }[];
  readonly cases: readonly { id: string }[];
  readonly repeated: boolean;
}
interface Report extends BaseReport {
  readonly stateName: string;
  readonly related: Related | null;
  readonly screenings: readonly { reason: string; outcome: string | null; remark: string | null }[] | null;
}
type View = CaseView & {
  readonly reports: readonly { id: string | null; reportNo: string; how: string }[] | null;
};

const REASON = '学校误会：孩子摔伤有就诊记录，父母当天在场。';
const FACTS = '两条小腿有新的条状淤青，说「不敢说」。';
const CHILD = { name: '禾晚晚', sex: 'female', birthDate: '2017-03-01', school: '平新县第一小学' };

/**
 * 暂未发现风险（存查）is never 无风险 (design §9.12): filed away by two people, its reporter answered; the next report about the
 * same child reads it again, and opens a case.
 */
describe('a report that was filed away, and the next one about the same child', () => {
  let app: TestApp;
  let teacher: Client;
  let hospital: Client;
  let intake: Client;
  let intake2: Client;
  let station: Client;
  let earlier: string;
  let earlierNo: string;
  let later: string;
  let caseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    [teacher, hospital, intake, intake2, station] = await Promise.all([
      app.as('teacher'),
      app.as('hospital'),
      app.as('intake'),
      app.as('intake2'),
      app.as('station'),
    ]);
  }, 60_000);
  afterAll(() => app.stop());

  const read = (who: Client, id: string): Promise<Report> => who.read<Report>(`/reports/${id}`);
  const act = (who: Client, id: string, action: string, body: unknown = {}): Promise<Report> =>
    who.ok<Report>(`/reports/${id}/actions/${action}`, body);
  const tryTo = (
    who: Client,
    id: string,
    action: string,
    body: unknown = {},
  ): Promise<Reply<{ detail: string }>> =>
    who.post<{ detail: string }>(`/reports/${id}/actions/${action}`, body);
  const clocks = (report: Report): string[] =>
    report.deadlines
      .filter(({ ruleId }) => ruleId !== 'DL-001')
      .map(({ ruleId, state }) => `${ruleId} ${state}`)
      .sort();

  it('is received and looked into: its clocks run from the first second', async () => {
    const filed = await teacher.ok<Report>(
      '/reports',
      reportBody({ situations: ['FAMILY_EDUCATION'], suspects: [], exclusionHints: [], children: [CHILD] }),
    );
    [earlier, earlierNo] = [filed.id, filed.reportNo];
    expect(clocks(await read(intake, earlier))).toEqual(['DL-051 running']);
    const received = await act(intake, earlier, 'receive');
    expect(clocks(received)).toEqual(['DL-051 done', 'DL-052 running']);
  });

  it('is proposed for filing away, which stops no clock and which nobody decides alone', async () => {
    const proposed = await act(intake, earlier, 'propose-screen-out', {
      checks: ['EARLIER_REPORTS', 'REPORTER_HEARD'],
      reason: REASON,
    });
    expect([proposed.state, clocks(proposed)]).toEqual(['screening', ['DL-051 done', 'DL-052 running']]);
    const alone = await tryTo(intake, earlier, 'confirm-screen-out');
    expect([alone.status, alone.body.detail]).toEqual([409, '复核需要另一个人，您是提出人。']);
    // Nobody opens a case over the head of the second person, and no outsider decides.
    const around = await tryTo(intake, earlier, 'transfer-out', { receiver: '邻县', reason: '不属本县' });
    expect(around.status).toBe(409);
    expect((await tryTo(station, earlier, 'confirm-screen-out')).status).toBe(403);
    expect((await station.get(`/reports/${earlier}`)).status).toBe(404);
  });

  it('is filed away by the second person, and its reporter is answered neutrally: no clock is left', async () => {
    const confirmed = await act(intake2, earlier, 'confirm-screen-out', { remark: '同意存查。' });
    expect([confirmed.state, confirmed.stateName]).toEqual(['screened_out', '暂未发现风险（存查）']);
    expect(confirmed.screenings).toMatchObject([
      { reason: REASON, outcome: 'confirmed', remark: '同意存查。' },
    ]);
    expect(clocks(confirmed)).toEqual(['DL-047 running', 'DL-051 done', 'DL-052 done']);
    const answered = await act(intake, earlier, 'feedback', { stage: 'result', text: '已核实，谢谢您。' });
    expect(clocks(answered)).toEqual(['DL-047 done', 'DL-051 done', 'DL-052 done']);
    const own = await read(teacher, earlier);
    expect([own.progress, own.screenings, own.cases]).toEqual(['已办结', null, null]);
    expect(JSON.stringify(own)).not.toMatch(/存查|误会|暂未发现/);
    expect(await app.owner.query('SELECT 1 FROM case_file')).toEqual([]);
  });

  it('is shown again, with its reason, to whoever receives the next report, and to no reporter', async () => {
    await app.advanceTo('2026-10-20T10:00:00+08:00');
    const filed = await hospital.ok<Report>(
      '/reports',
      reportBody({
        unitType: 'MEDICAL',
        situations: ['MR4'],
        children: [CHILD],
        facts: FACTS,
        policeToldAt: app.now().toISOString(),
        reporterName: '许医生',
        reporterPosition: '接诊医生',
      }),
    );
    later = filed.id;
    const { related } = await read(intake2, later);
    expect(related).toEqual({
      reports: [
        expect.objectContaining({ id: earlier, reportNo: earlierNo, screenOutReason: REASON }) as unknown,
      ],
      cases: [],
      repeated: true,
    });
    for (const reporter of [teacher, hospital]) {
      const seen = await reporter.get<Report>(`/reports/${reporter === teacher ? earlier : later}`);
      expect(seen.body.related).toBeNull();
    }
    expect((await hospital.get(`/reports/${earlier}`)).status).toBe(404);
    expect((await teacher.get(`/reports/${later}`)).status).toBe(404);
  });

  it('is read again: its words, its reason and who decided stand where they stood', async () => {
    const again = await read(intake2, earlier);
    expect([again.state, again.content?.facts, again.screenings?.[0]?.reason]).toEqual([
      'screened_out',
      '孩子手臂有多处淤青，说不想回家。',
      REASON,
    ]);
    expect(again.related?.reports.map(({ id }) => id)).toEqual([later]);
    const [entry] = await app.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE subject_id = $1 AND action = 'report.read'`,
      [earlier],
    );
    expect(entry?.n).toBeGreaterThan(0);
  });

  it('is not forgotten when the case opens, and the case is led to from both reports', async () => {
    await app.drain();
    caseId = await receiveAndTriage(intake2, later, { urgency: 'U2' });
    const file = await intake2.read<View>(`/cases/${caseId}`);
    expect(file.reports).toMatchObject([{ id: later, how: 'opened' }]);
    expect(runningRules(file)).toEqual(expect.arrayContaining(['DL-042', 'DL-043', 'DL-053']));
    const [first, second] = [await read(intake2, earlier), await read(intake2, later)];
    expect(second.cases?.map(({ id }) => id)).toEqual([caseId]);
    expect(second.related?.reports).toMatchObject([{ id: earlier, screenOutReason: REASON }]);
    expect(first.related?.cases.map(({ id }) => id)).toEqual([caseId]);
    // It stays what it was decided to be, and answered.
    expect([first.state, clocks(first)]).toEqual([
      'screened_out',
      ['DL-047 done', 'DL-051 done', 'DL-052 done'],
    ]);
  });

  it('tells those who work on the case nothing of the doubt, and its first reporter nothing of the case', async () => {
    const seen = await station.read<View>(`/cases/${caseId}`);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${REASON}|${earlier}|存查`));
    expect((await station.get(`/reports/${earlier}`)).status).toBe(404);
    const own = await read(teacher, earlier);
    expect([own.cases, JSON.stringify(own).includes(caseId)]).toEqual([null, false]);
    // A reporter has no cases at all.
    expect((await teacher.get(`/cases/${caseId}`)).status).toBe(403);
  });

  it('goes its road, and the answer goes to the second reporter alone', async () => {
    await intake2.ok(`/cases/${caseId}/actions/assign`, await villageWorker(intake2));
    await station.ok(`/cases/${caseId}/actions/assess`, await screenBody(station));
    await finishOrders(app, intake2, caseId);
    await act(intake2, later, 'feedback', { stage: 'triage', text: '正在办理。' });
    const closed = await closeUpTheLine(app, caseId);
    expect([closed.phase, runningRules(closed)]).toEqual(['closed', ['DL-046']]);
    const answered = await act(intake2, later, 'feedback', { stage: 'result', text: '已办结，谢谢您。' });
    expect([answered.state, answered.deadlines.filter(({ state }) => state === 'running')]).toEqual([
      'closed',
      [],
    ]);
    expect((await read(hospital, later)).progress).toBe('已办结');
    expect((await read(teacher, earlier)).feedback?.map(({ text }) => text)).toEqual(['已核实，谢谢您。']);
  });

  it('can itself be taken up again at any time, with a reason and a new clock', async () => {
    expect((await tryTo(intake, earlier, 'revive', {})).status).toBe(422);
    const revived = await act(intake, earlier, 'revive', { reason: '第二次报告证实了第一次的担心。' });
    expect([revived.state, clocks(revived)]).toEqual([
      'received',
      ['DL-047 done', 'DL-051 done', 'DL-052 done', 'DL-052 running'],
    ]);
    const twice = await tryTo(intake, earlier, 'revive', { reason: '再次' });
    expect(twice.status).toBe(409);
    // A report is a repetition of an earlier one only, never of a later one.
    const { reportNo } = await read(intake, later);
    expect((await tryTo(intake, earlier, 'mark-duplicate', { reportNo, reason: '同一件事' })).status).toBe(
      422,
    );
  });
});
