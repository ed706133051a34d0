import { type CaseView, type Page, type Report } from '../support/journey';
import { type LifeView } from '../support/lifecycle';
import { type WatchItem } from '../support/monitoring';
import { Client, PASSWORD } from '../support/test-app';
import { LIMIT_MS } from './demo-console';
import { ServedApp } from './served-app';

type Filed = Report & { readonly duplicateOf: { readonly id: string } | null };
type Listed = CaseView & { readonly situations: readonly string[]; readonly childName: string | null };
type Told = Listed &
  LifeView & {
    readonly siblings: readonly { readonly id: string }[] | null;
    readonly transfers: readonly { readonly state: string }[] | null;
    readonly measures:
      readonly { readonly kind: string; readonly state: string; readonly inForce: boolean }[] | null;
    readonly conferences: readonly { readonly tasks: readonly { readonly state: string }[] }[] | null;
  };

/** What somebody who opens the demo can look at: every stage, and every kind of trouble. Read as its people read it. */
describe('the demo', () => {
  let app: ServedApp;
  let intake: Client;

  beforeAll(async () => {
    app = await ServedApp.start();
    intake = await as('shouli1');
  }, LIMIT_MS);
  afterAll(() => app.stop(), LIMIT_MS);

  async function as(username: string): Promise<Client> {
    const reply = await new Client(app.url).call('POST', '/session', { username, password: PASSWORD }, {});
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`${username} cannot sign in`);
    return new Client(app.url, cookie);
  }
  const list = async <T>(path: string, who = intake): Promise<readonly T[]> =>
    (await who.read<Page<T>>(path)).data;
  const cases = (filter: string): Promise<readonly Listed[]> => list<Listed>(`/cases?limit=100&${filter}`);
  const reports = (filter: string): Promise<readonly Filed[]> => list<Filed>(`/reports?limit=100&${filter}`);
  const page = (id: string): Promise<Told> => intake.read<Told>(`/cases/${id}`);
  const pages = async (filter: string): Promise<readonly Told[]> =>
    Promise.all((await cases(filter)).map(({ id }) => page(id)));

  it.each(['emergency', 'assessment', 'assistance', 'guardianship'])('has cases in %s', async (stage) => {
    expect((await cases(`filter[stage]=${stage}`)).length).toBeGreaterThan(0);
  });

  it.each(['open', 'suspended', 'transferring', 'closing', 'closed', 'follow_up', 'archived', 'frozen'])(
    'has cases that are %s',
    async (phase) => {
      expect((await cases(`filter[phase]=${phase}`)).length).toBeGreaterThan(0);
    },
  );

  it.each([
    'submitted',
    'received',
    'screening',
    'transferring',
    'triaged',
    'closed',
    'screened_out',
    'answered',
    'duplicate',
    'transferred',
  ])('has reports that are %s', async (state) => {
    expect((await reports(`filter[state]=${state}`)).length).toBeGreaterThan(0);
  });

  it('has one report that is urgent now, and nobody has opened it', async () => {
    const waiting = await reports('filter[state]=submitted&filter[urgency]=U0');
    expect(waiting).toHaveLength(1);
    // 受理, and the call that climbs the roster until somebody confirms.
    const clocks = waiting[0]?.deadlines.map(({ ruleId, state }) => `${ruleId} ${state}`);
    expect(clocks?.sort()).toEqual(['DL-051 running', 'DL-055 running']);
  });

  it('has three orders that nobody signed in time', async () => {
    const orders = await list<{ state: string; deadline: { ruleId: string; overdue: boolean } | null }>(
      '/work-orders?filter[state]=issued&filter[overdue]=true&limit=100',
    );
    const unsigned = orders.filter(({ deadline }) => deadline?.ruleId === 'DL-053' && deadline.overdue);
    expect(unsigned.length).toBeGreaterThanOrEqual(3);
  });

  it('has a pair of reports about the same thing', async () => {
    const [repeated] = await reports('filter[state]=duplicate');
    const { duplicateOf } = await intake.read<Filed>(`/reports/${repeated?.id}`);
    expect(duplicateOf).not.toBeNull();
  });

  it('has two sisters, each with a case of her own', async () => {
    const linked = (await pages('filter[phase]=open')).filter(({ siblings }) => (siblings ?? []).length > 0);
    expect(linked).toHaveLength(2);
    expect(linked[0]?.siblings?.map(({ id }) => id)).toEqual([linked[1]?.id]);
  });

  it('has one transfer that waits for the other district, and one report that waits for the other side', async () => {
    const [moving, ...others] = await pages('filter[phase]=transferring');
    expect([others, moving?.transfers?.map(({ state }) => state)]).toEqual([[], ['requested']]);
    expect(await reports('filter[state]=transferring')).toHaveLength(1);
  });

  it('has one restricted case, whose child is a number to those who need no name', async () => {
    const sealed = (await cases('filter[phase]=open')).filter(({ situations }) => situations.includes('MR2'));
    expect(sealed).toHaveLength(1);
    const legalAid = await as('sifa');
    const orders = await list<{ caseId: string; childName: string | null }>(
      '/work-orders?filter[box]=mine&limit=100',
      legalAid,
    );
    const own = orders.filter(({ caseId }) => caseId === sealed[0]?.id);
    expect(own.map(({ childName }) => childName)).toEqual([null]);
    const village = await as('zhuren3');
    expect((await village.get(`/cases/${sealed[0]?.id}`)).status).toBe(404);
  });

  it('has a case at rest with the day of its next check, and a frozen one that waits for its review', async () => {
    const [resting] = await pages('filter[phase]=suspended');
    expect(resting?.suspensions).toEqual([expect.objectContaining({ endedAt: null })]);
    const [frozen] = await pages('filter[phase]=frozen');
    expect([frozen?.death?.review, frozen?.deadlines?.filter(({ state }) => state === 'running')]).toEqual([
      null,
      [],
    ]);
  });

  it('has a warning letter and a protection order that runs, with the clock of its last day', async () => {
    const [guarded] = await pages('filter[stage]=guardianship');
    expect(guarded?.measures?.map(({ kind, inForce }) => [kind, inForce]).sort()).toEqual([
      ['protection-order', true],
      ['warning-letter', false],
    ]);
    const running = guarded?.deadlines
      ?.filter(({ state }) => state === 'running')
      .map(({ ruleId }) => ruleId);
    expect(running).toContain('DL-017');
  });

  it('has a conference whose tasks are still open', async () => {
    const met = (await pages('filter[phase]=open')).filter(({ conferences }) =>
      conferences?.some(({ tasks }) => tasks.some(({ state }) => state === 'open')),
    );
    expect(met).toHaveLength(1);
  });

  it('has children that are watched over: visited, one too late, one with a bad sign, one not confirmed yet', async () => {
    const items = await list<WatchItem>('/watch-items?limit=100');
    expect(items.map(({ state }) => state).sort()).toEqual([
      'active',
      'active',
      'active',
      'proposed',
      'returned',
    ]);
    expect(items.filter(({ missedVisits }) => missedVisits > 0)).toHaveLength(1);
    const watched = items.filter(({ state }) => state === 'active');
    const files = await Promise.all(watched.map(({ id }) => intake.read<WatchItem>(`/watch-items/${id}`)));
    expect(files.filter(({ visits }) => (visits ?? []).length === 0)).toEqual([]);
    expect(files.filter(({ signals }) => signals.some(({ code }) => code === 'ABNORMAL'))).toHaveLength(1);
  });

  it('has a report that joined the case its child has', async () => {
    const [joined, ...others] = await reports('filter[state]=linked');
    expect(others).toEqual([]);
    const { cases: of } = await intake.read<Filed>(`/reports/${joined?.id}`);
    const { reports: told } = await intake.read<{ reports: readonly { how: string }[] }>(
      `/cases/${of?.[0]?.id}`,
    );
    expect(told.map(({ how }) => how)).toEqual(['opened', 'joined']);
  });

  it('has one screening that runs, with a village that has reported and others that still look', async () => {
    const township = await as('dudao3');
    const [running] = await list<{ id: string }>('/campaigns?filter[state]=running', township);
    const sheets = await list<{ state: string }>(
      `/campaign-sheets?filter[campaignId]=${running?.id}`,
      township,
    );
    expect(sheets.map(({ state }) => state).sort()).toEqual(['open', 'open', 'submitted']);
  });

  it('has stations and posts on record, one unit that found somebody, one that is late, and silent ones', async () => {
    const { data } = await intake.read<{
      data: readonly { duty: string; registered: number; unregistered: number; overdue: number }[];
    }>('/agencies/coverage');
    const of = (duty: string) => data.find((line) => line.duty === duty);
    expect([of('station')?.registered, of('station')?.unregistered]).toEqual([2, 1]);
    expect(of('post')?.registered).toBe(2);
    expect([of('background_check')?.registered, of('background_check')?.overdue]).toEqual([3, 1]);
    expect(of('background_check')?.unregistered).toBeGreaterThan(0);
    const school = (await list<{ id: string; name: string }>('/agencies?limit=100')).find(
      ({ name }) => name === '平新县第一小学',
    );
    const { records } = await intake.read<{ records: readonly { values: object }[] }>(
      `/agencies/${school?.id}`,
    );
    expect(records).toEqual([expect.objectContaining({ values: expect.objectContaining({ hits: 1 }) })]);
  });
});
