import { agencyOf, careBodies, type CareView, refusalOf } from '../../support/care';
import { openCase, type Page } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface ClockRow {
  rule_id: string;
  variant: string | null;
  state: string;
  subject_id: string;
  due: string;
  owner: string | null;
}

/** 先医后置, 护送交接, 临时监护, 安置, 复核: every step over HTTP, every refusal on the way. */
describe('a child in care', () => {
  let app: TestApp;
  let body: ReturnType<typeof careBodies>;
  let station: Client;
  let civil: Client;
  let shelter: Client;
  let shelterId: string;
  let caseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    body = careBodies(app);
    ({ caseId } = await openCase(app));
    [station, civil, shelter] = [await app.as('station'), await app.as('civil'), await app.as('shelter')];
    shelterId = await agencyOf(civil, 'shelter');
  }, 60_000);
  afterAll(() => app.stop());

  const act = (client: Client, action: string, dto: unknown): Promise<CareView> =>
    client.ok<CareView>(`/cases/${caseId}/actions/${action}`, dto);
  const clocks = (): Promise<ClockRow[]> =>
    app.owner.query<ClockRow[]>(
      `SELECT d.rule_id, d.variant, d.state, d.subject_id, (d.due_at AT TIME ZONE 'Asia/Shanghai')::date::text AS due, a.name AS owner
         FROM deadline d LEFT JOIN agency a ON a.id = d.owner_agency_id
        WHERE d.case_id = $1 AND d.rule_id IN ('DL-012', 'DL-013', 'DL-014', 'DL-046', 'DL-049') ORDER BY d.start_at, d.id`,
      [caseId],
    );

  it('is not placed before it saw the doctor it needs (24号12)', async () => {
    const before = await station.read<CareView>(`/cases/${caseId}`);
    if (!before.stages.some(({ stage, closedAt }) => stage === 'emergency' && closedAt === null))
      await act(station, 'open-emergency', { triggers: ['PRESENT_DANGER'], reason: '孩子手臂有伤。' });
    await act(station, 'record-safety-check', body.safetyCheck({ medicalNeeded: true }));
    const early = await refusalOf(
      civil,
      caseId,
      'place-child',
      body.kin({ basis: 'CONSENT', consentBy: '母亲，今日' }),
    );
    expect(early).toMatchObject({ status: 409, detail: expect.stringContaining('先医后置') as string });
    expect((await refusalOf(station, caseId, 'end-emergency', { outcome: '想早点结束' })).detail).toContain(
      '就医',
    );
    const seen = await act(station, 'record-medical', body.medical());
    expect(seen.medicalRecords).toEqual([
      expect.objectContaining({ hospital: '平新县人民医院急诊科', diagnosis: '软组织挫伤，无骨折' }),
    ]);
  });

  it('stays in an emergency that found danger until it has a place', async () => {
    expect((await refusalOf(station, caseId, 'end-emergency', { outcome: '想早点结束' })).detail).toContain(
      '安置',
    );
  });

  it('is handed over on paper, and the police owe a statement within five working days (24号11, 13)', async () => {
    expect(
      (await refusalOf(civil, caseId, 'place-child', body.shelter(shelterId, { basis: 'POLICE' }))).fields,
    ).toEqual(['basis']);
    expect((await refusalOf(station, caseId, 'record-police-report', body.policeReport())).status).toBe(409);
    const after = await act(station, 'record-handover', body.handover());
    expect(after.handovers).toEqual([
      expect.objectContaining({
        fromParty: 'POLICE',
        toPartyName: '未成年人救助保护机构',
        policeStatement: null,
      }),
    ]);
    // 2026-09-15 is a Tuesday; the 20th is a working Sunday before the National Day week.
    expect(await clocks()).toEqual([
      expect.objectContaining({
        rule_id: 'DL-012',
        state: 'running',
        due: '2026-09-21',
        owner: '柳溪派出所',
      }),
    ]);
  });

  it('is taken into custody by civil affairs only', async () => {
    expect((await station.post(`/cases/${caseId}/actions/decide-custody`, body.custody())).status).toBe(403);
    expect((await refusalOf(civil, caseId, 'decide-custody', body.custody({ reasons: [] }))).fields).toEqual([
      'reasons',
    ]);
    expect((await refusalOf(civil, caseId, 'place-child', body.shelter(shelterId))).fields).toEqual([
      'basis',
    ]);
    const decided = await act(civil, 'decide-custody', body.custody());
    expect(decided.custodies).toEqual([expect.objectContaining({ state: 'running', days: 0, band: null })]);
    expect(decided.custodies?.[0]?.reasonNames[0]).toContain('严重伤害');
    expect((await refusalOf(civil, caseId, 'decide-custody', body.custody())).status).toBe(409);
    expect((await clocks()).find(({ rule_id }) => rule_id === 'DL-014')).toMatchObject({
      state: 'running',
      due: '2027-09-15',
      owner: '平新县民政局',
    });
  });

  it('goes to no carer whom the law rules out, and to no agency of another kind', async () => {
    const drinker = { violence: 'no', habits: 'yes', neglect: 'no', unfit: 'no' };
    expect(
      (await refusalOf(civil, caseId, 'place-child', body.kin({ carerChecks: drinker }))).fields,
    ).toEqual(['carerChecks.habits']);
    expect(
      (
        await refusalOf(
          civil,
          caseId,
          'place-child',
          body.kin({ carerChecks: { ...drinker, habits: 'unknown' } }),
        )
      ).fields,
    ).toEqual(['carerChecks.habits']);
    const hospitalId = await agencyOf(civil, 'hospital');
    expect((await refusalOf(civil, caseId, 'place-child', body.shelter(hospitalId))).fields).toEqual([
      'agencyId',
    ]);
  });

  it('is seen by the shelter from the day it comes, and the shelter hears of it', async () => {
    expect((await shelter.get(`/cases/${caseId}`)).status).toBe(404);
    const placed = await act(civil, 'place-child', body.shelter(shelterId));
    expect(placed.placements).toEqual([
      expect.objectContaining({
        state: 'open',
        place: expect.objectContaining({
          agencyName: '平新县未成年人救助保护中心',
          address: '平新县安康路18号二楼',
        }) as object,
      }),
    ]);
    const there = await shelter.read<CareView>(`/cases/${caseId}`);
    expect(there.placements?.[0]?.place?.address).toBe('平新县安康路18号二楼');
    expect(there.allowedActions.map(({ action }) => action)).toContain('review-placement');
    expect(there.allowedActions.map(({ action }) => action)).not.toContain('place-child');
    await app.drain();
    const notices = await shelter.read<Page<{ title: string; link: string }>>('/notices');
    expect(notices.data[0]).toMatchObject({
      title: '有一个孩子安置到您单位，请查看',
      link: `/cases/${caseId}`,
    });
    expect((await clocks()).find(({ rule_id }) => rule_id === 'DL-049')).toMatchObject({
      variant: '安置首次复核',
      state: 'running',
      due: body.day(20),
      owner: '平新县民政局',
    });
  });

  it('lets the emergency end now that it is somewhere safe', async () => {
    const ended = await act(station, 'end-emergency', { outcome: '孩子已安置，先评估。' });
    expect(ended.stages.find(({ stage }) => stage === 'emergency')?.closedAt).not.toBeNull();
  });

  it('is reviewed where it lives; a review without the child leaves the clock running', async () => {
    const absent = {
      seenChild: false,
      suitable: 'unknown',
      carerFit: 'unknown',
      childOpinion: undefined,
      findings: '外出就学，没有见到。',
    };
    await act(shelter, 'review-placement', body.review({ ...absent, nextReviewOn: body.day(5) }));
    expect((await clocks()).filter(({ rule_id }) => rule_id === 'DL-049')).toHaveLength(1);
    expect(
      (await refusalOf(shelter, caseId, 'review-placement', body.review({ nextReviewOn: body.day(95) })))
        .fields,
    ).toEqual(['nextReviewOn']);
    const reviewed = await act(shelter, 'review-placement', body.review());
    expect(reviewed.placements?.[0]?.nextReviewOn).toBe(body.day(80));
    expect((await clocks()).filter(({ rule_id }) => rule_id === 'DL-049')).toEqual([
      expect.objectContaining({ variant: '安置首次复核', state: 'done' }),
      expect.objectContaining({ variant: '安置复核', state: 'running', due: body.day(80) }),
    ]);
  });

  it('has the statement of the police closed by whoever received it', async () => {
    const told = await act(shelter, 'record-police-report', body.policeReport());
    expect(told.handovers?.[0]?.policeStatement?.outcomeName).toBe('已受案，正在调查');
    expect((await clocks()).find(({ rule_id }) => rule_id === 'DL-012')?.state).toBe('done');
  });

  it('does not go back to a parent without a conference (24号19), by whatever name', async () => {
    for (const [action, dto] of [
      ['notify-return', body.notifyReturn()],
      ['return-home', body.returnHome()],
    ] as const)
      expect(await refusalOf(civil, caseId, action, dto)).toMatchObject({
        status: 409,
        detail: expect.stringContaining('会商结论') as string,
      });
    const end = { reason: 'PARENT_RELEASED', endedOn: body.day(), note: '父亲接走', childOpinion: '不想' };
    expect((await refusalOf(civil, caseId, 'end-placement', end)).fields).toEqual(['reason']);
    expect((await refusalOf(civil, caseId, 'end-custody', { ...end, reason: 'RETURNED' })).fields).toEqual([
      'reason',
    ]);
    expect((await refusalOf(civil, caseId, 'end-placement', { ...end, reason: 'RETURNED' })).fields).toEqual([
      'reason',
    ]);
    expect(
      (
        await refusalOf(
          station,
          caseId,
          'record-handover',
          body.handover({ fromParty: 'CARER', toParty: 'OTHER_GUARDIAN' }),
        )
      ).fields,
    ).toEqual(['toParty']);
    expect(
      (await refusalOf(station, caseId, 'record-handover', body.handover({ toParty: 'GUARDIAN' }))).fields,
    ).toEqual(['toParty']);
  });

  it('moves: the shelter no longer sees the case, the review starts over', async () => {
    const moved = await act(civil, 'move-placement', {
      ...body.kin(),
      moveReason: '外祖母已核查，愿意照料。',
    });
    expect(moved.placements?.map(({ state, endReasonName }) => [state, endReasonName])).toEqual([
      ['ended', '变更安置'],
      ['open', null],
    ]);
    expect((await shelter.get(`/cases/${caseId}`)).status).toBe(404);
    const reviews = (await clocks()).filter(({ rule_id }) => rule_id === 'DL-049');
    expect(reviews.map(({ variant, state }) => [variant, state])).toEqual([
      ['安置首次复核', 'done'],
      ['安置复核', 'cancelled'],
      ['安置首次复核', 'running'],
    ]);
  });

  it('ends into long-term custody: its clocks stop, the case goes on', async () => {
    const end = {
      reason: 'LONG_TERM',
      endedOn: body.day(),
      note: '由民政部门长期监护，仍住外祖母家。',
      childOpinion: '好',
    };
    await act(civil, 'end-custody', { ...end, longTermGround: 'LT5' });
    const ended = await act(civil, 'end-placement', end);
    expect(ended.custodies?.[0]).toMatchObject({ state: 'ended', endReasonName: '转为长期监护' });
    expect(ended.placements?.every(({ state }) => state === 'ended')).toBe(true);
    expect((await clocks()).filter(({ state }) => state === 'running')).toEqual([]);
    expect(ended.phase).toBe('open');
  });
});
