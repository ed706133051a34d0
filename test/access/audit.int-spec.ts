import { AppDatabase, WorkerDatabase } from '@tonghu/backend/platform/database';
import { openCase, type Page } from '../support/journey';
import { TestApp } from '../support/test-app';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actorName: string | null;
  readonly sealed: boolean;
  readonly action: string;
  readonly outcome: string;
  readonly number: string | null;
}

/** 操作记录: who did what and when; an auditor reads this and no case, and nobody else reads it. */
describe('操作记录', () => {
  let app: TestApp;
  let caseId: string;
  let reportId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    ({ caseId, reportId } = await openCase(app));
  }, 60_000);
  afterAll(() => app.stop());

  const read = async (query = ''): Promise<readonly Entry[]> =>
    (await (await app.as('auditor')).read<Page<Entry>>(`/audit-entries?limit=100${query}`)).data;

  it('shows actions with their numbers, the newest first, and nothing of what they are about', async () => {
    const entries = await read();
    const triage = entries.find(({ action }) => action === 'report.triaged');
    expect(triage).toMatchObject({ actorName: '林知夏', outcome: 'ok' });
    expect(triage?.number).toMatch(/^BG/);
    expect(entries.map(({ at }) => at)).toEqual([...entries.map(({ at }) => at)].sort().reverse());
    expect(JSON.stringify(entries)).not.toMatch(/禾苗苗|禾大田|淤青/);
  });

  it('keeps sealed who reported, also from a search by person', async () => {
    const filed = (await read('&filter[action]=report.filed'))[0];
    expect(filed).toMatchObject({ sealed: true, actorName: null });
    const [teacher] = await app.owner.query<{ id: string }[]>(
      `SELECT id FROM app_user WHERE username = 'jiaoshi'`,
    );
    const theirs = await read(`&filter[person]=${teacher?.id}`);
    expect(theirs.filter(({ number }) => number?.startsWith('BG'))).toEqual([]);
  });

  it('filters by outcome and day, pages by key, and records its own reading', async () => {
    await (await app.as('auditor')).get(`/cases/${caseId}`);
    expect((await read('&filter[outcome]=refused')).every(({ outcome }) => outcome === 'refused')).toBe(true);
    expect(await read('&filter[to]=2020-01-01')).toEqual([]);
    const auditor = await app.as('auditor');
    const first = await auditor.read<Page<Entry>>('/audit-entries?limit=3');
    const second = await auditor.read<Page<Entry>>(
      `/audit-entries?limit=3&cursor=${encodeURIComponent(first.pageInfo.endCursor ?? '')}`,
    );
    const ids = new Set(first.data.map(({ id }) => id));
    expect(second.data.filter(({ id }) => ids.has(id))).toEqual([]);
    expect((await read('&filter[action]=audit.list')).length).toBeGreaterThan(0);
    expect((await auditor.get('/audit-entries?filter[person]=x')).status).toBe(422);
  });

  it('is kept: no process can change or remove an entry, whatever its age (DL-040)', async () => {
    for (const database of [app.app.get(AppDatabase), app.app.get(WorkerDatabase)])
      for (const statement of [
        "DELETE FROM audit_entry WHERE at < now() - interval '1 year'",
        "UPDATE audit_entry SET action = 'x'",
        'TRUNCATE audit_entry',
        'DROP TABLE audit_entry',
      ])
        await expect(database.dataSource.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('is for auditors of the district, in the route and behind it', async () => {
    for (const who of ['admin', 'civil', 'wcc', 'intake', 'teacher'] as const)
      expect((await (await app.as(who)).get('/audit-entries')).status).toBe(403);
    const rows = await app.owner.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE tonghu_app');
      await manager.query(
        `SELECT set_config('app.district', '990101000000', true), set_config('app.user', (SELECT NULL::text), true)`,
      );
      return manager.query<unknown[]>(
        'SELECT * FROM ctx_audit_entries(NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10)',
      );
    });
    expect(rows).toEqual([]);
  });

  it('and neither auditor nor 妇儿工委 opens a case, a report, an order or a person', async () => {
    for (const who of ['auditor', 'wcc'] as const) {
      const client = await app.as(who);
      for (const path of [
        '/cases',
        `/cases/${caseId}`,
        '/reports',
        `/reports/${reportId}`,
        '/work-orders',
        '/people?q=禾',
        '/deadlines',
      ])
        expect([path, (await client.get(path)).status]).toEqual([path, 403]);
    }
  });
});
