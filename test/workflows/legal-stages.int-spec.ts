import { CASE_PHASES, CASE_STAGES, LEGAL_STAGES } from '@tonghu/backend/casefile';
import { brokenPromises } from '../support/invariants';
import { openCase } from '../support/journey';
import { closedCase, closingBody, type LifeView, workedCase } from '../support/lifecycle';
import { type Client, TestApp } from '../support/test-app';

const FITS = 'case.stages-fit-phase';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

/**
 * LEGAL_STAGES is an invariant of the database. Every application a test starts is searched when it stops (TestApp.stop);
 * here a case is taken out of each phase with everything open that may be open, and the search itself is shown to find.
 */
describe('stages and phases', () => {
  let app: TestApp;
  let intake: Client;
  let station: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [intake, station] = await Promise.all([app.as('intake'), app.as('station')]);
  }, 60_000);
  afterAll(() => app.stop());

  const act = (client: Client, caseId: string, action: string, body = {}): Promise<LifeView> =>
    client.ok<LifeView>(`/cases/${caseId}/actions/${action}`, body);
  const openStagesOf = ({ stages }: LifeView): string[] =>
    stages.filter(({ closedAt }) => closedAt === null).map(({ stage }) => stage);

  it('are all named in the table', () => {
    expect(Object.keys(LEGAL_STAGES).sort()).toEqual(Object.keys(CASE_PHASES).sort());
  });

  it('agree after every ending of a case that had an emergency, an assessment and a plan open', async () => {
    const { caseId } = await openCase(app, { triage: { urgency: 'U2' } });
    expect(openStagesOf(await act(station, caseId, 'open-emergency', { reason: '试' }))).toEqual([
      'assessment',
      'emergency',
    ]);
    const at = app.now().toISOString();
    const frozen = await act(station, caseId, 'record-death', {
      diedAt: at,
      place: '家中',
      circumstances: '意外。',
      reportedTo: '公安',
      reportedAt: at,
    });
    expect([frozen.phase, openStagesOf(frozen)]).toEqual(['frozen', []]);
    expect(await brokenPromises(app.owner, app.now())).toEqual([]);
  });

  it('agree through closing, emergency out of closing, and coming back', async () => {
    const { caseId } = await workedCase(app);
    const { caseId: closed } = await closedCase(app);
    expect(await brokenPromises(app.owner, app.now())).toEqual([]);
    await act(station, caseId, 'request-closing', closingBody());
    expect(await brokenPromises(app.owner, app.now())).toEqual([]);
    expect(openStagesOf(await act(station, caseId, 'open-emergency', { reason: '又有危险' }))).toEqual([
      'emergency',
    ]);
    expect(openStagesOf(await act(intake, closed, 'reopen', { reason: '新情况' }))).toEqual(['assessment']);
    expect(await brokenPromises(app.owner, app.now())).toEqual([]);
  });

  it('would be found out: every stage in every phase that has no room for it', async () => {
    const { caseId } = await openCase(app, { triage: { urgency: 'U2' } });
    const wrong: string[] = [];
    for (const phase of Object.keys(CASE_PHASES) as (keyof typeof LEGAL_STAGES)[])
      for (const stage of Object.keys(CASE_STAGES)) {
        await app.owner.query('UPDATE case_file SET phase = $2 WHERE id = $1', [caseId, phase]);
        await app.owner.query('UPDATE case_stage SET stage = $2 WHERE case_id = $1', [caseId, stage]);
        const legal = (LEGAL_STAGES[phase] as readonly string[]).includes(stage);
        const found = (await brokenPromises(app.owner, app.now())).some((line) => line.startsWith(FITS));
        if (found === legal) wrong.push(`${phase} ${stage}`);
      }
    expect(wrong).toEqual([]);
    await app.owner.query(`UPDATE case_file SET phase = 'open' WHERE id = $1`, [caseId]);
  });
});
