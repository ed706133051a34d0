import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeStream } from '@tonghu/backend/support/stream';
import { ACCOUNTS, PASSWORD, TestApp, type Who } from '../support/test-app';
import { openCase } from '../support/journey';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

/** One open screen: what arrived so far, and how to leave. */
interface Screen {
  text(): string;
  readonly headers: Headers;
  readonly ended: Promise<void>;
  leave(): void;
}

describe('the stream of changes', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  it('tells those who may see the record and nobody else', async () => {
    const [intake, stranger, otherDistrict] = [
      await open('intake'),
      await open('otherStation'),
      await open('xhIntake'),
    ];
    const { reportId, caseId } = await openCase(app);
    await app.drain();
    await until(() => intake.text().includes(reportId) && intake.text().includes(caseId));
    expect(intake.text()).toContain(`event: changed`);
    await sleep(600);
    for (const screen of [stranger, otherDistrict]) {
      expect(screen.text()).not.toContain(reportId);
      expect(screen.text()).not.toContain(caseId);
    }
    for (const screen of [intake, stranger, otherDistrict]) screen.leave();
  });

  it('asks a browser that comes back to read again', async () => {
    const screen = await open('intake', { 'last-event-id': '7' });
    await until(() => screen.text().includes('event: resync'));
    expect(screen.headers.get('x-accel-buffering')).toBe('no');
    expect(screen.headers.get('content-type')).toContain('text/event-stream');
    screen.leave();
  });

  it('asks to read again when its connection to the database was lost', async () => {
    const screen = await open('intake');
    await until(() => screen.text().includes('event: resync'));
    const before = screen.text().length;
    await app.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tonghu-stream' AND datname = current_database()`,
    );
    await until(() => screen.text().slice(before).includes('event: resync'));
    screen.leave();
  });

  it('needs a session', async () => {
    expect((await app.anyone.get('/stream')).status).toBe(401);
  });

  it('ends when the process stops', async () => {
    const screen = await open('intake');
    app.app.get(ChangeStream).closeAll();
    await screen.ended;
  });

  async function open(who: Who, headers: Readonly<Record<string, string>> = {}): Promise<Screen> {
    const signedIn = await fetch(`${app.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: ACCOUNTS[who], password: PASSWORD }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const abort = new AbortController();
    const response = await fetch(`${app.url}/api/v1/stream`, {
      headers: { cookie, ...headers },
      signal: abort.signal,
    });
    expect(response.status).toBe(200);
    let text = '';
    const read = async (): Promise<void> => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
    };
    const ended = read().catch(() => undefined);
    return { text: () => text, headers: response.headers, ended, leave: () => abort.abort() };
  }
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (holds()) return;
    await sleep(100);
  }
  throw new Error('It did not happen within 10 seconds');
}
