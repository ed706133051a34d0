import { randomUUID } from 'node:crypto';
import { ACCOUNTS, Client, PASSWORD, TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

interface Draft {
  readonly body: Record<string, unknown> | null;
  readonly version: number;
  readonly updatedAt: string | null;
}
interface Problem {
  readonly code: string;
  readonly current?: Draft;
}

/** Words that must be found nowhere but in the author's own hands. */
const WORDS = '手臂有淤青，不想回家 7c1f09ab';

describe('drafts', () => {
  let app: TestApp;
  let teacher: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    teacher = await app.as('teacher');
  }, 60_000);
  afterAll(() => app.stop());

  const save = (client: Client, kind: string, body: unknown, baseVersion: number | null = null) =>
    client.put<Draft & Problem>(`/drafts/${kind}`, { body, baseVersion });

  it('are nothing before anything was typed', async () => {
    expect(await teacher.read<Draft>('/drafts/report')).toEqual({ body: null, version: 0, updatedAt: null });
  });

  it('come back as they were typed, after a reload and after signing in again', async () => {
    const typed = { facts: WORDS, children: [{ name: '', age: null }], step: 2 };
    expect((await save(teacher, 'report', typed)).body.version).toBe(1);
    const fresh = await signInAgain('teacher');
    expect(await fresh.read<Draft>('/drafts/report')).toMatchObject({ body: typed, version: 1 });
  });

  it('grow from the version they came from; a second window that did not see it gets 412 and the newer text', async () => {
    const grown = await save(teacher, 'report', { facts: `${WORDS}，已告诉班主任` }, 1);
    expect([grown.status, grown.body.version]).toEqual([200, 2]);
    const stale = await save(teacher, 'report', { facts: '旧窗口' }, 1);
    expect([stale.status, stale.body.code]).toEqual([412, 'STALE_EDIT']);
    expect(stale.body.current).toMatchObject({ version: 2, body: { facts: `${WORDS}，已告诉班主任` } });
  });

  it('take a repeat of what is stored as no conflict: the first answer was lost', async () => {
    const repeat = await save(teacher, 'report', { facts: `${WORDS}，已告诉班主任` }, 1);
    expect([repeat.status, repeat.body.version]).toEqual([200, 2]);
  });

  it('are one per kind and record', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await teacher.put('/drafts/visit', { subjectId: one, body: { n: 1 } });
    await teacher.put('/drafts/visit', { subjectId: two, body: { n: 2 } });
    expect((await teacher.read<Draft>(`/drafts/visit?subjectId=${one}`)).body).toEqual({ n: 1 });
    expect((await teacher.read<Draft>(`/drafts/visit?subjectId=${two}`)).body).toEqual({ n: 2 });
    expect((await teacher.read<Draft>('/drafts/visit')).body).toBeNull();
  });

  it('first saved by two windows at once end as one row and no error', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) => save(teacher, 'race', { window: index })),
    );
    expect(replies.every(({ status }) => status === 200 || status === 412)).toBe(true);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const rows = await app.owner.query(`SELECT 1 FROM draft WHERE kind = 'race'`);
    expect(rows).toHaveLength(1);
  });

  it('of another person are not there: not to read, not to overwrite, not to delete', async () => {
    for (const who of ['hospital', 'intake', 'admin', 'xhTeacher'] as const) {
      const other = await app.as(who);
      expect((await other.read<Draft>('/drafts/report')).body).toBeNull();
      expect((await save(other, 'report', { facts: '别人的' })).body.version).toBe(1);
      expect((await other.delete('/drafts/report')).status).toBe(204);
    }
    expect((await teacher.read<Draft>('/drafts/report')).body).toEqual({ facts: `${WORDS}，已告诉班主任` });
  });

  it('are encrypted at rest', async () => {
    const rows = await app.owner.query<{ body: Buffer }[]>(`SELECT body FROM draft WHERE kind = 'report'`);
    expect(rows).toHaveLength(1);
    for (const { body } of rows) {
      expect(body.includes(Buffer.from(WORDS))).toBe(false);
      expect(body.includes(Buffer.from('7c1f09ab'))).toBe(false);
      expect(body.includes(Buffer.from('facts'))).toBe(false);
    }
    const [whole] = await app.owner.query<{ text: string }[]>(
      `SELECT string_agg(to_jsonb(d)::text, ' ') AS text FROM draft d`,
    );
    expect(whole?.text).not.toContain(Buffer.from('7c1f09ab').toString('hex'));
  });

  it('that were submitted or thrown away are gone, with their key; doing it twice is no error', async () => {
    const [row] = await app.owner.query<{ id: string; body: Buffer }[]>(
      `SELECT id, body FROM draft WHERE kind = 'report'`,
    );
    expect((await teacher.delete('/drafts/report')).status).toBe(204);
    expect((await teacher.delete('/drafts/report')).status).toBe(204);
    expect((await teacher.read<Draft>('/drafts/report')).body).toBeNull();
    // A backup of the row helps nobody: put back, it opens for nobody any more.
    await app.owner.query(
      `INSERT INTO draft (id, district_code, user_id, kind, body, version, updated_at)
       SELECT $1, district_code, id, 'report', $2, 2, now() FROM app_user WHERE username = $3`,
      [row?.id, row?.body, ACCOUNTS.teacher],
    );
    const restored = await teacher.get<Draft>('/drafts/report');
    expect(JSON.stringify(restored.body)).not.toContain('7c1f09ab');
    await app.owner.query(`DELETE FROM draft WHERE kind = 'report'`);
  });

  it('too long are refused with words, and what was saved before stays', async () => {
    await save(teacher, 'long', { text: '短' });
    const long = await save(teacher, 'long', { text: '长'.repeat(80_000) }, 1);
    expect([long.status, long.body.code]).toEqual([413, 'TOO_LARGE']);
    expect((await teacher.read<Draft>('/drafts/long')).body).toEqual({ text: '短' });
  });

  async function signInAgain(who: keyof typeof ACCOUNTS): Promise<Client> {
    const credentials = { username: ACCOUNTS[who], password: PASSWORD };
    const reply = await app.anyone.call('POST', '/session', credentials, {});
    return new Client(app.url, reply.headers.get('set-cookie')?.split(';')[0] ?? '');
  }
});
