import { CASE_ACTIONS } from '@tonghu/backend/casefile';
import { visibility } from '@tonghu/backend/platform/database';
import { agencyOf, careBodies, type CareView, refusalOf } from '../support/care';
import { openCase, type Page } from '../support/journey';
import { villageWorker } from '../support/lifecycle';
import { type Client, TestApp, type Who } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

const PLACES = ['medicalRecords.hospital', 'placements.place', 'handovers.place'];
const HOLDER_ACTIONS = Object.entries(CASE_ACTIONS).flatMap(([action, line]) =>
  'byHolders' in line ? [action] : [],
);
/** Words that say where the child is. */
const WHERE = /安康路|急诊科|门口|沈安|安暖/;

/** The agency that the timeline names for the review of the placement. */
function reviewedBy({ timeline }: CareView): unknown {
  const entry = timeline?.find(({ label }) => label === '已复核安置');
  return (entry as { agencyName?: string | null } | undefined)?.agencyName;
}

/** 安置地点 is its own class (design §9.7): who may know where a child was taken, in the query and behind it. */
describe('where a placed child is', () => {
  let app: TestApp;
  let body: ReturnType<typeof careBodies>;
  let civil: Client;
  let caseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    body = careBodies(app);
    const opened = await openCase(app);
    caseId = opened.caseId;
    civil = await app.as('civil');
    await opened.intake.ok(`/cases/${caseId}/actions/assign`, await villageWorker(opened.intake));
    await act('record-medical', body.medical());
    await act('record-handover', body.handover());
    await act('decide-custody', body.custody());
    await act('place-child', body.shelter(await agencyOf(civil, 'shelter')));
  }, 60_000);
  afterAll(() => app.stop());

  const act = (action: string, dto: unknown): Promise<CareView> =>
    civil.ok<CareView>(`/cases/${caseId}/actions/${action}`, dto);
  const seenBy = async (who: Who): Promise<CareView> =>
    (await app.as(who)).read<CareView>(`/cases/${caseId}`);

  it.each<Who>(['intake', 'civil', 'station', 'shelter'])('is known to %s', async (who) => {
    const seen = await seenBy(who);
    expect(seen.placements?.[0]?.place?.address).toContain('安康路');
    expect(seen._masked.filter((field) => PLACES.includes(field))).toEqual([]);
  });

  it('is not told to the village that works on the case, not even by who acted', async () => {
    await (await app.as('shelter')).ok(`/cases/${caseId}/actions/review-placement`, body.review());
    const seen = await seenBy('director');
    expect(seen.placements?.[0]).toMatchObject({ state: 'open', place: null });
    expect(seen._masked).toEqual(expect.arrayContaining(PLACES));
    expect(JSON.stringify({ ...seen, workOrders: null })).not.toMatch(WHERE);
    expect(reviewedBy(seen)).toBeNull();
    expect(reviewedBy(await seenBy('intake'))).toBe('平新县未成年人救助保护中心');
  });

  it.each<Who>(['policeStation', 'women'])('is not told to %s, who holds one order', async (who) => {
    const seen = await seenBy(who);
    expect([seen.placements, seen.custodies, seen.handovers, seen.medicalRecords]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(JSON.stringify({ ...seen, workOrders: null })).not.toMatch(WHERE);
  });

  it.each<Who>(['otherStation', 'welfareHome', 'xhStation', 'xhIntake'])('is nowhere for %s', async (who) => {
    const client = await app.as(who);
    expect((await client.get(`/cases/${caseId}`)).status).toBe(404);
    const list = await client.get<Page<unknown>>('/placements');
    expect([list.status, list.body.data]).toEqual([200, []]);
  });

  it.each<Who>(['teacher', 'director', 'policeStation', 'women', 'hospital', 'auditor', 'wcc', 'admin'])(
    'is on no list of %s',
    async (who) => expect((await (await app.as(who)).get('/placements')).status).toBe(403),
  );

  describe('with the application’s own check stubbed open', () => {
    const kept = { ...visibility };
    beforeAll(() =>
      Object.assign(visibility, Object.fromEntries(Object.keys(kept).map((noun) => [noun, () => 'true']))),
    );
    afterAll(() => Object.assign(visibility, kept));

    it('row-level security still returns nothing', async () => {
      for (const who of ['otherStation', 'welfareHome', 'xhIntake'] as const)
        expect((await (await app.as(who)).read<Page<unknown>>('/placements')).data).toEqual([]);
    });
  });

  it('a hospital that keeps the child learns who it is and reads no file', async () => {
    const { caseId: other } = await openCase(app);
    const hospital = await app.as('hospital');
    expect((await hospital.get(`/cases/${other}`)).status).toBe(404);
    await civil.ok(`/cases/${other}/actions/place-child`, {
      ...body.shelter(await agencyOf(civil, 'hospital')),
      kind: 'HOSPITAL',
      basis: 'CONSENT',
      consentBy: '母亲，今日',
    });
    const seen = await hospital.read<CareView>(`/cases/${other}`);
    expect(seen.childName).toMatch(/^禾\*/);
    expect([seen.placements, seen.handovers, seen.services]).toEqual([null, null, null]);
    // Like the holder of one order: what such a holder may record, and none of the work on the case.
    const offered = seen.allowedActions.map(({ action }) => action);
    expect(offered.filter((action) => !HOLDER_ACTIONS.includes(action))).toEqual([]);
    expect((await hospital.post(`/cases/${other}/actions/record-medical`, body.medical())).status).toBe(403);
    const end = { reason: 'OTHER_GUARDIAN', endedOn: body.day(), note: '母亲接回照料。', childOpinion: '好' };
    await civil.ok(`/cases/${other}/actions/end-placement`, end);
    expect((await hospital.get(`/cases/${other}`)).status).toBe(404);
  });

  it('an agency that must not know receives no child (谁不能知道)', async () => {
    const { caseId: hidden } = await openCase(app);
    const shelterId = await agencyOf(civil, 'shelter');
    await app.owner.query(
      `INSERT INTO case_exclusion (case_id, principal_id, district_code, hint, since) VALUES ($1, $2, '990101000000', 'OTHER', now())`,
      [hidden, shelterId],
    );
    const consent = body.shelter(shelterId, { basis: 'CONSENT', consentBy: '母亲，今日' });
    expect(await refusalOf(civil, hidden, 'place-child', consent)).toMatchObject({
      status: 422,
      fields: ['agencyId'],
    });
    expect((await (await app.as('shelter')).get(`/cases/${hidden}`)).status).toBe(404);
  });

  it('every word of it is sealed in the database', async () => {
    for (const [table, column] of [
      ['placement', 'place'],
      ['placement', 'body'],
      ['custody', 'body'],
      ['handover', 'place'],
      ['handover', 'body'],
      ['medical_record', 'place'],
      ['medical_record', 'body'],
      ['placement_review', 'body'],
    ] as const) {
      const rows = await app.owner.query<{ bytes: Buffer }[]>(`SELECT ${column} AS bytes FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      for (const { bytes } of rows)
        expect(bytes.toString('utf8')).not.toMatch(/安康路|急诊|挫伤|殴打|沈安|合适/);
    }
  });
});
