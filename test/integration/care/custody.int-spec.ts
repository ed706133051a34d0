import { agencyOf, careBodies, type CareView, refusalOf } from '../../support/care';
import { openCase, type Page } from '../../support/journey';
import { closingBody, type LifeView, workedCase } from '../../support/lifecycle';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

type View = CareView &
  LifeView & { readonly conferences: readonly { participants: readonly { id: string }[] }[] | null };

interface Clock {
  rule_id: string;
  state: string;
  due: string;
}

/** A custody that lasts: warned of, conferred about, extended or ended, and never a reason to stop caring (24号15). */
describe('a long custody', () => {
  let app: TestApp;
  let body: ReturnType<typeof careBodies>;
  let civil: Client;

  beforeAll(async () => {
    // Its whole year lies in years whose holidays are published, or is counted provisionally.
    app = await TestApp.start({ now: '2026-01-12T09:00:00+08:00' });
    body = careBodies(app);
    civil = await app.as('civil');
  }, 60_000);
  afterAll(() => app.stop());

  const act = (caseId: string, action: string, dto: unknown = {}, client: Client = civil): Promise<View> =>
    client.ok<View>(`/cases/${caseId}/actions/${action}`, dto);
  const clocksOf = (caseId: string): Promise<Clock[]> =>
    app.owner.query<Clock[]>(
      `SELECT rule_id, state, (due_at AT TIME ZONE 'Asia/Shanghai')::date::text AS due FROM deadline
        WHERE case_id = $1 AND rule_id IN ('DL-013', 'DL-014', 'DL-046', 'DL-049') ORDER BY start_at, id`,
      [caseId],
    );
  async function confer(caseId: string, conclusion: 'continue' | 'return'): Promise<void> {
    const meetsAt = new Date(app.now().getTime() + 3_600_000).toISOString();
    await act(caseId, 'convene-conference', {
      reason: '是否延长临时监护。',
      meetsAt,
      place: '民政局',
      participants: [{ agencyId: await agencyOf(civil, 'justice') }],
    });
    await app.advanceTo(new Date(app.now().getTime() + 7_200_000));
    const seats = (await civil.read<View>(`/cases/${caseId}`)).conferences?.at(-1)?.participants ?? [];
    await act(caseId, 'conclude-conference', {
      heldAt: meetsAt,
      opinions: seats.map(({ id }) => ({ participantId: id, present: true, opinion: '同意。' })),
      facts: '父亲仍未改变。',
      conclusion,
      dangerRemoved: conclusion === 'return',
      guardianAble: conclusion === 'return',
      explanation: '危险没有消除。',
      confidentiality: '保密。',
      childOpinion: '不想回去。',
      tasks: [],
    });
  }

  describe('through a year', () => {
    let caseId: string;
    const extension = { leaderName: '王局长', reason: '监护人仍不具备条件。', childOpinion: '想留下' };

    it('is warned of at 180, 270 and 330 days', async () => {
      ({ caseId } = await openCase(app));
      await act(caseId, 'decide-custody', body.custody());
      await act(caseId, 'place-child', body.shelter(await agencyOf(civil, 'shelter')));
      const [ladder] = await app.owner.query<{ steps: string[] }[]>(
        `SELECT array(SELECT (step->>'step') || ' ' || ((step->>'at')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
                        FROM jsonb_array_elements(ladder) step) AS steps FROM deadline WHERE case_id = $1 AND rule_id = 'DL-014'`,
        [caseId],
      );
      expect(ladder?.steps.slice(0, 4)).toEqual([
        'remind 2026-07-11',
        'remind 2026-10-09',
        'remind 2026-12-08',
        'urge 2027-01-12',
      ]);
    });

    it.each([
      ['2026-07-11T09:00:00+08:00', 180, '180'],
      ['2026-10-09T09:00:00+08:00', 270, '270'],
      ['2026-12-08T09:00:00+08:00', 330, '330'],
      ['2027-01-12T09:00:00+08:00', 365, '365'],
    ])('on %s shows day %i and its band, on the page and in the list', async (at, days, band) => {
      await app.advanceTo(at);
      const seen = await civil.read<View>(`/cases/${caseId}`);
      expect(seen.custodies?.[0]).toMatchObject({ state: 'running', days, band: Number(band) });
      const list = await civil.read<Page<{ caseId: string; custodyBand: number; reviewOverdue: boolean }>>(
        `/placements?filter[band]=${band}`,
      );
      expect(list.data).toEqual([
        expect.objectContaining({ caseId, custodyBand: Number(band), reviewOverdue: true }),
      ]);
      const higher = ['180', '270', '330', '365'].filter((other) => Number(other) > Number(band));
      for (const other of higher)
        expect((await civil.read<Page<unknown>>(`/placements?filter[band]=${other}`)).data).toEqual([]);
    });

    it('goes on after the year without a paper; only the extension asks for a conference', async () => {
      await app.advanceTo('2027-01-20T09:00:00+08:00');
      await act(caseId, 'review-placement', body.review());
      expect(await refusalOf(civil, caseId, 'extend-custody', extension)).toMatchObject({
        status: 409,
        detail: expect.stringContaining('会商') as string,
      });
      await confer(caseId, 'continue');
      const extended = await act(caseId, 'extend-custody', extension);
      expect(extended.custodies?.[0]).toMatchObject({ state: 'running', days: 373 });
      expect(extended.custodies?.[0]?.extensions).toEqual([
        expect.objectContaining({ leaderName: '王局长' }),
      ]);
      expect((await clocksOf(caseId)).filter(({ rule_id }) => rule_id === 'DL-014')).toEqual([
        { rule_id: 'DL-014', state: 'done', due: '2027-01-12' },
        { rule_id: 'DL-014', state: 'running', due: '2028-01-20' },
      ]);
    });

    it('needs a new conference for the next extension', async () => {
      expect((await refusalOf(civil, caseId, 'extend-custody', extension)).detail).toContain('会商');
    });
  });

  it('of a lost child ends when the parents are found, without a conference (TC1)', async () => {
    const { caseId } = await openCase(app, { report: { suspects: [], exclusionHints: [] } });
    await act(caseId, 'decide-custody', body.custody({ reasons: ['TC1'] }));
    await act(caseId, 'place-child', body.shelter(await agencyOf(civil, 'shelter')));
    const found = {
      reason: 'PARENT_FOUND',
      endedOn: body.day(),
      note: '父母已核实身份，接走孩子。',
      childOpinion: '想回家',
    };
    await act(caseId, 'end-placement', found);
    const ended = await act(caseId, 'end-custody', found);
    expect(ended.custodies?.[0]).toMatchObject({ state: 'ended', endReasonName: '找回或认领父母' });
  });

  it('of a lost child asks for the conference all the same when the parent is suspected', async () => {
    const { caseId } = await openCase(app);
    await act(caseId, 'decide-custody', body.custody({ reasons: ['TC1'] }));
    const found = { reason: 'PARENT_FOUND', endedOn: body.day(), childOpinion: '不想回家' };
    expect((await refusalOf(civil, caseId, 'end-custody', found)).fields).toEqual(['reason']);
  });

  it('becomes 长期监护 only in a situation of article 94, and with the judgment where a court decides', async () => {
    const { caseId } = await openCase(app);
    await act(caseId, 'decide-custody', body.custody());
    const end = { reason: 'LONG_TERM', endedOn: body.day(), childOpinion: '愿意留下' };
    expect((await refusalOf(civil, caseId, 'end-custody', end)).fields).toEqual(['longTermGround']);
    expect((await refusalOf(civil, caseId, 'end-custody', { ...end, longTermGround: 'LT4' })).fields).toEqual(
      ['judgmentNo'],
    );
    const judged = { ...end, longTermGround: 'LT4', judgmentNo: '（2026）平0101民特9号' };
    expect((await act(caseId, 'end-custody', judged)).custodies?.[0]).toMatchObject({
      endReasonName: '转为长期监护',
      longTermGroundName: '人民法院判决撤销监护人资格并指定由民政部门担任监护人',
      judgmentNo: judged.judgmentNo,
    });
  });

  it('and placement survive a closing into long-term custody, with their clocks (design §9.5)', async () => {
    const { caseId } = await workedCase(app);
    await act(caseId, 'decide-custody', body.custody());
    await act(
      caseId,
      'place-child',
      body.shelter(await agencyOf(civil, 'welfare_home'), { kind: 'WELFARE_HOME' }),
    );
    const station = await app.as('station');
    await act(caseId, 'record-safety-check', body.safetyCheck({ decision: 'safe' }), station);
    await act(caseId, 'end-emergency', { outcome: '已安置。' }, station);
    const early = await refusalOf(station, caseId, 'request-closing', closingBody('GOALS_MET'));
    expect([early.status, early.detail]).toEqual([409, expect.stringContaining('安置')]);
    await act(caseId, 'request-closing', closingBody('LONG_TERM_CUSTODY'), station);
    const closed = await act(caseId, 'sign-closing');
    expect(closed.phase).toBe('closed');
    const running = (await clocksOf(caseId))
      .filter(({ state }) => state === 'running')
      .map(({ rule_id }) => rule_id);
    expect(running.sort()).toEqual(['DL-014', 'DL-046', 'DL-049']);
    const home = await app.as('welfareHome');
    const reviewed = await act(caseId, 'review-placement', body.review(), home);
    expect(reviewed.placements?.[0]?.reviews).toHaveLength(1);
    const archive = { retention: 'long_term', documents: ['临时监护决定书'] };
    expect((await refusalOf(await app.as('intake'), caseId, 'archive', archive)).detail).toContain('安置');
  });

  it('ends with the death of the child, and no clock asks for it any more', async () => {
    const { caseId } = await openCase(app);
    await act(caseId, 'decide-custody', body.custody());
    await act(caseId, 'place-child', body.shelter(await agencyOf(civil, 'shelter')));
    const station = await app.as('station');
    const { status, body: reply } = await station.post<View>(`/cases/${caseId}/actions/record-death`, {
      diedAt: app.now().toISOString(),
      place: '医院',
      circumstances: '因病抢救无效。',
      reportedTo: '公安、区民政局',
      reportedAt: app.now().toISOString(),
    });
    expect([status, reply]).toEqual([200, expect.objectContaining({ phase: 'frozen' })]);
    const frozen = await civil.read<View>(`/cases/${caseId}`);
    expect([frozen.placements?.[0]?.endReasonName, frozen.custodies?.[0]?.endReasonName]).toEqual([
      '孩子死亡',
      '孩子死亡',
    ]);
    expect((await clocksOf(caseId)).filter(({ state }) => state === 'running')).toEqual([]);
    expect((await (await app.as('shelter')).get(`/cases/${caseId}`)).status).toBe(404);
  });
});
