import { ReferenceData } from '@tonghu/backend/support/reference';
import { type Campaign, campaignBody, type Sheet } from '../../support/campaign';
import {
  type CaseView,
  type Named,
  openCase,
  type Page,
  type Reference,
  type Report,
  reportBody,
  triageFrom,
} from '../../support/journey';
import { proposal as watching, watched, type WatchItem } from '../../support/monitoring';
import { TestApp, type Who } from '../../support/test-app';

interface BackedCase extends CaseView {
  readonly workerAgencyName: string | null;
  readonly backstop: { placeName: string; placeHasAccounts: boolean } | null;
}
interface Item {
  readonly id: string;
  readonly kind: string;
  readonly placeName: string;
}
interface Place {
  readonly name: string;
  readonly level: string;
  readonly since: string | null;
  readonly cases: number;
  readonly watchItems: number;
  readonly sheets: number;
}
interface Home {
  readonly cards: readonly { key: string; count: number }[];
  readonly next: readonly { title: string; number: string | null }[];
}

/** A village of 云岭乡 without a committee account, and one of 柳溪镇 with one. */
const YUNLING = '990101200203';
const CASE_ORPHAN = '承办单位已没有可登录的账号，请改派';
const WATCH_ORPHAN = '走访单位已没有可登录的账号，请改派';

describe('区级兜底', () => {
  let app: TestApp;
  let agencies: readonly Named[];
  let users: Reference['users'];

  beforeAll(async () => {
    app = await TestApp.start();
    ({ agencies, users } = await (await app.as('intake')).read<Reference>('/reference'));
    // 云岭乡 has nobody: neither the township nor its villages.
    await close('dudao3');
    await close('zhuren4');
  }, 60_000);
  afterAll(() => app.stop());

  const accounts = async (username: string, set: string): Promise<void> => {
    await app.owner.query(`UPDATE app_user SET ${set} WHERE username = $1`, [username]);
    await app.app.get(ReferenceData).refresh();
  };
  const close = (username: string): Promise<void> => accounts(username, 'disabled_at = now()');
  const reopen = (username: string): Promise<void> => accounts(username, 'disabled_at = NULL');
  const agency = (name: string): Named => {
    const found = agencies.find((row) => row.name.includes(name));
    if (found === undefined) throw new Error(`No agency ${name}`);
    return found;
  };
  const read = async (who: Who, id: string): Promise<BackedCase> => (await app.as(who)).read(`/cases/${id}`);
  const items = async (who: Who): Promise<readonly Item[]> =>
    (await (await app.as(who)).read<Page<Item>>('/backstop-items?limit=100')).data;
  const card = async (who: Who): Promise<number | undefined> =>
    (await (await app.as(who)).read<Home>('/home')).cards.find(({ key }) => key === 'backstop')?.count;
  const asked = async (who: Who, number: string): Promise<string[]> =>
    (await (await app.as(who)).read<Home>('/home')).next
      .filter((step) => step.number === number)
      .map(({ title }) => title);
  const ownerOf = async (caseId: string, ruleId: string): Promise<string | undefined> => {
    const [row] = await app.owner.query<{ name: string }[]>(
      `SELECT a.name FROM deadline d JOIN agency a ON a.id = d.owner_agency_id
        WHERE d.case_id = $1 AND d.rule_id = $2 AND d.state = 'running'`,
      [caseId, ruleId],
    );
    return row?.name;
  };
  const place = async (name: string): Promise<Place | undefined> =>
    (await (await app.as('civil')).read<Page<Place>>('/unstaffed-places?limit=100')).data.find((row) =>
      row.name.startsWith(name),
    );
  /** A case in 云岭乡, where nobody can sign in. */
  const yunling = (triage: Record<string, unknown> = {}): ReturnType<typeof openCase> =>
    openCase(app, { report: { regionCode: YUNLING }, triage: { regionCode: YUNLING, ...triage } });

  it('lands report, case and visit clock with civil affairs, says so, and rings there', async () => {
    const { caseId } = await yunling();
    const seen = await read('civil', caseId);
    expect(seen).toMatchObject({
      workerAgencyName: '平新县民政局',
      backstop: { placeName: '云岭乡', placeHasAccounts: false },
    });
    expect(await ownerOf(caseId, 'DL-042')).toBe('平新县民政局');
    expect(await ownerOf(caseId, 'DL-043')).toBe('平新县民政局');
    expect(seen.allowedActions.map(({ action }) => action)).toContain('record-visit');
    await app.drain();
    const notices = await app.owner.query<{ kind: string }[]>(
      `SELECT n.kind FROM notice n JOIN agency a ON a.id = n.agency_id WHERE n.subject_id = $1 AND a.name = '平新县民政局'`,
      [caseId],
    );
    expect(notices.map(({ kind }) => kind)).toContain('case.backstop');
    expect(await items('civil')).toContainEqual(expect.objectContaining({ id: caseId, kind: 'case' }));
    expect(await card('civil')).toBe((await items('civil')).length);
  });

  it('leaves a place with accounts alone', async () => {
    const { caseId } = await openCase(app);
    expect(await read('civil', caseId)).toMatchObject({
      workerAgencyName: '柳溪镇未成年人保护工作站',
      backstop: null,
    });
    expect(await ownerOf(caseId, 'DL-042')).toBe('柳溪镇未成年人保护工作站');
    expect((await items('civil')).map(({ id }) => id)).not.toContain(caseId);
  });

  it('passes over a district desk that must not know', async () => {
    const { id } = agency('民政局');
    const orders = [{ agencyId: agency('平新县公安局').id, role: 'lead', task: '核查孩子是否安全' }];
    const { caseId } = await yunling({ orders, exclusions: [{ principalId: id, hint: 'OTHER' }] });
    expect(await read('intake', caseId)).toMatchObject({ workerAgencyName: '平新县未成年人保护受理中心' });
    expect(await ownerOf(caseId, 'DL-042')).toBe('平新县未成年人保护受理中心');
    expect((await (await app.as('civil')).get(`/cases/${caseId}`)).status).toBe(404);
    expect((await items('civil')).map((item) => item.id)).not.toContain(caseId);
    expect((await items('intake')).map((item) => item.id)).toContain(caseId);
    expect(await card('intake')).toBe((await items('intake')).length);
  });

  it('takes the watched children and the screening sheets of such a place', async () => {
    const civil = await app.as('civil');
    const item = await civil.ok<WatchItem>('/watch-items', watching({ regionCode: YUNLING }));
    expect(item.workerAgencyName).toBe('平新县民政局');
    const draft = await civil.ok<Campaign>('/campaigns', campaignBody({ regions: [YUNLING] }));
    const { sheets } = await civil.ok<Campaign>(`/campaigns/${draft.id}/actions/publish`);
    const sheet = await civil.read<Sheet>(`/campaign-sheets/${sheets?.[0]?.id}`);
    const kinds = (await items('civil')).filter(({ id }) => id === item.id || id === sheet.id);
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['campaign_sheet', 'watch_item']);
    expect(await card('civil')).toBe((await items('civil')).length);
  });

  it('lists the places without accounts, since when and what is open there', async () => {
    const township = await place('云岭乡');
    expect(township).toMatchObject({ level: 'township', cases: 1, watchItems: 1, sheets: 1 });
    expect(township?.since).not.toBeNull();
    expect(await place('柳溪镇')).toBeUndefined();
    expect((await (await app.as('station')).get('/unstaffed-places')).status).toBe(403);
  });

  it('moves nothing by itself when an account appears: 指派 hands over', async () => {
    const { caseId } = await yunling();
    await reopen('dudao3');
    const waiting = await read('civil', caseId);
    expect(waiting).toMatchObject({ workerAgencyName: '平新县民政局', backstop: { placeHasAccounts: true } });
    const station = agency('云岭乡');
    await (await app.as('civil')).ok(`/cases/${caseId}/actions/assign`, { agencyId: station.id });
    expect(await read('civil', caseId)).toMatchObject({ workerAgencyName: station.name, backstop: null });
    expect(await ownerOf(caseId, 'DL-042')).toBe(station.name);
    expect((await items('civil')).map(({ id }) => id)).not.toContain(caseId);
  });

  it('asks the supervising agency when the last account goes while work is open', async () => {
    const village = agency('柿园村');
    const { caseId } = await openCase(app);
    const director = users.find(({ agencyId }) => agencyId === village.id);
    await (
      await app.as('station')
    ).ok(`/cases/${caseId}/actions/assign`, { agencyId: village.id, userId: director?.id });
    const item = await watched(app);
    const { caseNo } = await read('station', caseId);
    expect(await asked('station', caseNo)).not.toContain(CASE_ORPHAN);
    await close('zhuren');
    expect(await asked('station', caseNo)).toContain(CASE_ORPHAN);
    expect(await asked('station', item.number)).toContain(WATCH_ORPHAN);
    expect(await asked('civil', caseNo)).not.toContain(CASE_ORPHAN);
    expect((await read('station', caseId)).workerAgencyName).toBe(village.name);
  });

  it('gives a new report on a case whose worker has nobody to the nearest level that has', async () => {
    const village = agency('柿园村');
    const child = { name: '穗小麦', sex: 'female', birthDate: '2016-05-01', idNumber: '990101201605010060' };
    await reopen('zhuren');
    const { caseId, teacher, intake } = await openCase(app, { report: { children: [child] } });
    await (await app.as('station')).ok(`/cases/${caseId}/actions/assign`, { agencyId: village.id });
    await close('zhuren');
    const policeToldAt = app.now().toISOString();
    const { id } = await teacher.ok<Report>('/reports', reportBody({ children: [child], policeToldAt }));
    await intake.ok(`/reports/${id}/actions/receive`);
    const proposal = await intake.read<Record<string, unknown>>(`/reports/${id}/triage-proposal`);
    const children = (proposal.children as object[]).map((row) => ({ ...row, caseDecision: 'link' }));
    await intake.ok(`/reports/${id}/actions/triage`, triageFrom(proposal, { children }));
    const seen = await read('station', caseId);
    expect(seen).toMatchObject({ workerAgencyName: '柳溪镇未成年人保护工作站', backstop: null });
    expect(seen.timeline?.map(({ label }) => label)).toContain('承办单位暂无账号，已由上级兜底办理');
    expect(await ownerOf(caseId, 'DL-042')).toBe('柳溪镇未成年人保护工作站');
  });
});
