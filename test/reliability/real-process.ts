import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { type Shared, SHARED_FILE } from '../support/shared';
import { ACCOUNTS, Client, PASSWORD, type Who } from '../support/test-app';

const ROOT = resolve(__dirname, '../..');
const MAIN = join(ROOT, 'backend/dist/main.js');
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
/** A lease of a job that died is out of date after this long (platform/outbox/delivery-work.ts). */
const LEASE_SECONDS = 31;

/** The built program as operators run it, on a database of its own: it may be killed and started again. */
export class RealProcess {
  private child: ChildProcess | undefined;
  private out = '';
  private readonly cookies = new Map<Who, string>();

  private constructor(
    readonly database: string,
    readonly url: string,
    /** As the owner: sees past every wall. */
    readonly owner: DataSource,
    private readonly shared: Shared,
    private readonly env: Readonly<Record<string, string>>,
    private readonly isGuest = false,
  ) {}

  /** A fresh clone of the template database; nothing runs yet. `now` is the time it will believe in. */
  static async prepare(
    options: { readonly now?: string; readonly logLevel?: string } = {},
  ): Promise<RealProcess> {
    const shared = JSON.parse(readFileSync(SHARED_FILE, 'utf8')) as Shared;
    const database = `tonghu_real_${randomBytes(6).toString('hex')}`;
    await withAdmin(shared, `CREATE DATABASE ${database} TEMPLATE ${shared.template}`);
    const ownerUrl = new URL(shared.adminUrl);
    ownerUrl.pathname = `/${database}`;
    const owner = await new DataSource({ type: 'postgres', url: ownerUrl.href, poolSize: 3 }).initialize();
    const start = new Date(options.now ?? '2026-09-15T09:00:00+08:00');
    await owner.query('UPDATE installation SET clock_offset_ms = $1', [start.getTime() - Date.now()]);
    const port = await freePort();
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      INSTALLATION: 'test',
      NODE_ENV: 'test',
      ROLE: 'all',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: shared.dataDir,
      KEY_DIR: shared.keyDir,
      DATABASE_URL: ownerUrl.href,
      LOG_LEVEL: options.logLevel ?? 'warn',
      ...(process.env.REDIS_URL ? { REDIS_URL: process.env.REDIS_URL } : {}),
    };
    return new RealProcess(database, `http://127.0.0.1:${port}`, owner, shared, env);
  }

  /** Another process of the same installation; `env` is its own. */
  async beside(env: Readonly<Record<string, string>>): Promise<RealProcess> {
    const port = await freePort();
    const { database, owner, shared } = this;
    const own = { ...this.env, PORT: String(port), ...env };
    return new RealProcess(database, `http://127.0.0.1:${port}`, owner, shared, own, true);
  }

  /** The owner's way into the database. */
  get ownerUrl(): string {
    return this.env.DATABASE_URL ?? '';
  }

  /** Where the database server of the run and the keys keep their files. */
  get dataDir(): string {
    return this.shared.dataDir;
  }

  /** Everything the process wrote since it was first started, both streams. */
  get output(): string {
    return this.out;
  }

  /** Starts it and waits until it is ready; with a failpoint it will kill itself there. */
  async start(failpoint?: string): Promise<void> {
    const env = { ...this.env, ...(failpoint === undefined ? {} : { FAILPOINT: failpoint }) };
    const child = spawn(process.execPath, [MAIN], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    const collect = (chunk: Buffer): void => void (this.out += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = Date.now() + START_LIMIT_MS;
    while (Date.now() < end) {
      if (this.isDead) break;
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok === true) return;
      await sleep(50);
    }
    throw new Error(`The process did not become ready\n${this.out.slice(-3_000)}`);
  }

  get isDead(): boolean {
    return this.child?.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits until it killed itself. Throws when it did not within `limitMs`. */
  async died(limitMs = 15_000): Promise<void> {
    await until(() => Promise.resolve(this.isDead), limitMs, 'The process did not reach its failpoint');
    // The last line is on its way through the pipe.
    await sleep(50);
  }

  /** How often the process ended itself at this failpoint: a window that was not hit proves nothing. */
  hits(failpoint: string): number {
    return this.out.split(`FAILPOINT ${failpoint}\n`).length - 1;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.died();
  }

  /** As an operator would; resolves when it has exited. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined || this.isDead) return;
    const exited = new Promise((done) => child.once('exit', done));
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.kill('SIGTERM');
    await exited;
    clearTimeout(force);
  }

  /** A signed-in person; the session outlives the process. */
  async as(who: Who): Promise<Client> {
    return new Client(this.url, await this.cookieOf(who));
  }

  async cookieOf(who: Who): Promise<string> {
    const known = this.cookies.get(who);
    if (known !== undefined) return known;
    const credentials = { username: ACCOUNTS[who], password: PASSWORD };
    const reply = await new Client(this.url).call('POST', '/session', credentials, {});
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (reply.status !== 200 || cookie === undefined) throw new Error(`Sign-in of ${who}: ${reply.status}`);
    this.cookies.set(who, cookie);
    return cookie;
  }

  /** The clock of the installation; the process notices within a second. */
  async passSeconds(seconds: number): Promise<void> {
    await this.owner.query('UPDATE installation SET clock_offset_ms = clock_offset_ms + $1', [
      seconds * 1_000,
    ]);
  }

  /** Lets the leases of lost jobs run out and waits until no delivery is open. */
  async settle(limitMs = 30_000): Promise<void> {
    await this.passSeconds(LEASE_SECONDS);
    await this.untilDelivered(limitMs);
  }

  untilDelivered(limitMs = 30_000): Promise<void> {
    return until(
      async () => {
        const [row] = await this.owner.query<{ n: number }[]>(
          `SELECT count(*)::int AS n FROM outbox_delivery WHERE state = 'pending'`,
        );
        return row?.n === 0;
      },
      limitMs,
      'Deliveries stayed open',
    );
  }

  /** Stops what runs and drops the database. */
  async remove(): Promise<void> {
    await this.stop();
    if (this.isGuest) return;
    await this.owner.destroy();
    await withAdmin(this.shared, `DROP DATABASE ${this.database} WITH (FORCE)`);
  }
}

/** Polls; throws `complaint` after `limitMs`. */
export async function until(
  holds: () => Promise<boolean>,
  limitMs: number,
  complaint: string,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${complaint} (${limitMs} ms)`);
    await sleep(50);
  }
}

async function withAdmin(shared: Shared, sql: string): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url: shared.adminUrl, poolSize: 1 }).initialize();
  try {
    await admin.query(sql);
  } finally {
    await admin.destroy();
  }
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
