import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { ACCOUNTS, PASSWORD } from '../support/test-app';
import { reportBody } from '../support/journey';
import { p95 } from './figures';

const START_LIMIT_MS = 60_000;
/** The demo district's people have no say in the figures; each request differs in the story and in its key. */
const [HEAD = '', TAIL = ''] = JSON.stringify(
  reportBody({ facts: '孩子手臂有多处淤青，说不想回家。§', exclusionHints: ['GUARDIAN', 'SAME_UNIT'] }),
).split('§');

export interface Load {
  readonly perSecond: number;
  readonly count: number;
  /** Milliseconds. */
  readonly p95: number;
}

/** An API server in a process of its own, with one signed-in teacher. */
export class ApiProcess {
  private filed = 0;
  private readonly run = randomUUID();

  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    readonly pid: number,
    readonly stop: () => Promise<void>,
  ) {}

  /** Starts the server and signs in. `nodeFlags`, e.g. --cpu-prof, go to its Node. */
  static async start(env: NodeJS.ProcessEnv, nodeFlags: readonly string[] = []): Promise<ApiProcess> {
    const child = fork(join(__dirname, 'run.mjs'), ['server'], { env, execArgv: [...nodeFlags] });
    const stop = (): Promise<void> =>
      new Promise((done) => {
        child.once('exit', () => done());
        if (child.connected) child.disconnect();
        else child.kill();
      });
    const url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The API process did not start')), START_LIMIT_MS);
      child.once('message', (message) => {
        clearTimeout(timer);
        resolve((message as { url: string }).url);
      });
      child.once('exit', (code) => reject(new Error(`The API process ended with ${String(code)}`)));
    });
    const reply = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: ACCOUNTS.teacher, password: PASSWORD }),
    });
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`Sign-in failed: ${reply.status} ${await reply.text()}`);
    return new ApiProcess(url, cookie, child.pid ?? 0, stop);
  }

  /** Files one report. */
  async file(options: { readonly key?: string; readonly body?: string } = {}): Promise<Response> {
    const { key, body } = { ...this.next(), ...options };
    return fetch(`${this.url}/api/v1/reports`, { method: 'POST', headers: this.headers(key), body });
  }

  /** The walls stand on this adapter too: session, validation, body limit, problem format, one report per key. */
  async verify(): Promise<void> {
    const key = randomUUID();
    const first = await this.file({ key, body: HEAD + TAIL });
    const again = await this.file({ key, body: HEAD + TAIL });
    expectEqual('filing', first.status, 201);
    // The first receipt is made from what was written, the second is read: they must say the same.
    expectEqual('repeat', await again.text(), await first.text());
    const anonymous = await fetch(`${this.url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: '{}',
    });
    expectEqual('no session', anonymous.status, 401);
    const unknown = await this.file({ body: HEAD.replace('{', '{"surprise":1,') + TAIL });
    expectEqual('unknown field', unknown.status, 422);
    expectEqual(
      'problem format',
      unknown.headers.get('content-type'),
      'application/problem+json; charset=utf-8',
    );
    const large = await this.file({ body: HEAD + 'x'.repeat(1_100_000) + TAIL });
    expectEqual('body limit', large.status, 413);
    expectEqual('no store', first.headers.get('cache-control'), 'no-store');
  }

  /** Files reports as fast as answers come, over so many connections. Every answer must be a success. */
  async load(connections: number, seconds: number): Promise<Load> {
    const times: number[] = [];
    const setupRequest = (request: autocannon.Request): autocannon.Request => {
      const { key, body } = this.next();
      return { ...request, body, headers: this.headers(key) };
    };
    const instance = autocannon({
      url: this.url,
      connections,
      duration: seconds,
      requests: [{ method: 'POST', path: '/api/v1/reports', setupRequest }],
    });
    instance.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
    const result = await instance;
    if (result.errors + result.non2xx > 0)
      throw new Error(`${result.errors} errors and ${result.non2xx} refusals under load`);
    return { perSecond: result['2xx'] / result.duration, count: result['2xx'], p95: p95(times) };
  }

  private next(): { key: string; body: string } {
    this.filed += 1;
    return { key: `${this.run}-${this.filed}`, body: `${HEAD}${this.filed}${TAIL}` };
  }

  private headers(key: string): Record<string, string> {
    return { 'content-type': 'application/json', cookie: this.cookie, 'idempotency-key': key };
  }
}

function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`${what}: ${String(found)} instead of ${String(expected)}`);
}
