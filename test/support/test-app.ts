import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createApp, openPlatform, roleUrl } from '@tonghu/backend/app';
import { loadConfig } from '@tonghu/backend/config';
import { MasterKeys } from '@tonghu/backend/platform/crypto';
import type { AccountRole } from '@tonghu/backend/kernel';
import { Clock } from '@tonghu/backend/platform/database';
import { Drainer } from '@tonghu/backend/platform/outbox';
import { TimeTravel } from '@tonghu/backend/support/deadlines';
import { brokenPromises } from './invariants';
import { type Shared, SHARED_FILE } from './shared';

export const PASSWORD = 'Demo-2026-tonghu';

/** Accounts by what they are in a test; the demo district, and the second district (xh) beside it. */
export const ACCOUNTS = {
  teacher: 'jiaoshi',
  intake: 'shouli1',
  intake2: 'shouli2',
  police: 'gongan',
  policeStation: 'paichusuo',
  station: 'dudao',
  otherStation: 'dudao2',
  stationYunling: 'dudao3',
  director: 'zhuren',
  otherDirector: 'zhuren2',
  civil: 'minzheng',
  education: 'jiaoyu',
  health: 'weijian',
  women: 'fulian',
  hospital: 'yiyuan',
  socialWork: 'shegong',
  hotline: 'rexian',
  hotel: 'binguan',
  shelter: 'jiuzhu',
  welfareHome: 'fuli',
  wcc: 'fuerw',
  auditor: 'shenji',
  prosecutor: 'jiancha',
  tribunal: 'fayuan',
  justice: 'sifa',
  disabled: 'canlian',
  youth: 'tuanwei',
  principal: 'xiaozhang',
  directorQinghe: 'zhuren3',
  directorYunling: 'zhuren4',
  admin: 'guanli',
  xhTeacher: 'xh-jiaoshi',
  xhIntake: 'xh-shouli',
  xhStation: 'xh-dudao',
} as const;
export type Who = keyof typeof ACCOUNTS;

/** One account of each role: the one that takes part in the records of the journey. */
export const WHO_OF_ROLE: Readonly<Record<AccountRole, Who>> = {
  school_reporter: 'teacher',
  intake_officer: 'intake',
  police_handler: 'policeStation',
  agency_handler: 'women',
  child_supervisor: 'station',
  child_director: 'director',
  civil_affairs: 'civil',
  medical_reporter: 'hospital',
  unit_reporter: 'hotel',
  hotline_operator: 'hotline',
  shelter_worker: 'shelter',
  wcc_officer: 'wcc',
  auditor: 'auditor',
  administrator: 'admin',
};

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly key?: string;
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A signed-in person; every call goes over HTTP. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly cookie?: string,
  ) {}

  get<T = unknown>(path: string, options: CallOptions = {}): Promise<Reply<T>> {
    return this.call<T>('GET', path, undefined, options);
  }

  post<T = unknown>(path: string, body: unknown = {}, options: CallOptions = {}): Promise<Reply<T>> {
    return this.call<T>('POST', path, body, { key: randomUUID(), ...options });
  }

  patch<T = unknown>(path: string, body: unknown, options: CallOptions = {}): Promise<Reply<T>> {
    return this.call<T>('PATCH', path, body, options);
  }

  put<T = unknown>(path: string, body: unknown, options: CallOptions = {}): Promise<Reply<T>> {
    return this.call<T>('PUT', path, body, options);
  }

  delete<T = unknown>(path: string): Promise<Reply<T>> {
    return this.call<T>('DELETE', path, undefined, {});
  }

  /** POST that must succeed; throws with the problem otherwise. */
  async ok<T>(path: string, body: unknown = {}, options: CallOptions = {}): Promise<T> {
    const reply = await this.post<T>(path, body, options);
    if (reply.status >= 300) throw new Error(`POST ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** GET that must succeed. */
  async read<T>(path: string): Promise<T> {
    const reply = await this.get<T>(path);
    if (reply.status !== 200) throw new Error(`GET ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** A file as the console sends it; what is known of it travels beside it. */
  upload<T = unknown>(
    file: { kind: string; id: string; purpose: string; name: string; bytes: Uint8Array },
    options: CallOptions = {},
  ): Promise<Reply<T>> {
    const { kind, id, purpose, name, bytes } = file;
    return this.call<T>(
      'POST',
      `/attachments?subjectKind=${kind}&subjectId=${id}&purpose=${purpose}`,
      bytes,
      {
        key: randomUUID(),
        ...options,
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
          ...options.headers,
        },
      },
    );
  }

  /** The bytes behind a link the API made (its address begins at the root). */
  async download(link: string): Promise<Reply<Buffer>> {
    const response = await fetch(`${this.url}${link}`, {
      headers: this.cookie ? { cookie: this.cookie } : {},
    });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, body, headers: response.headers };
  }

  async call<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<Reply<T>> {
    const response = await fetch(
      `${this.url}${path.startsWith('/health') || path.startsWith('/metrics') ? '' : '/api/v1'}${path}`,
      {
        method,
        headers: {
          ...(this.cookie ? { cookie: this.cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(options.key ? { 'idempotency-key': options.key } : {}),
          ...(options.ifMatch ? { 'if-match': options.ifMatch } : {}),
          ...options.headers,
        },
        ...(body === undefined ? {} : { body: encoded(body) }),
      },
    );
    const text = await response.text();
    const json: unknown =
      text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return { status: response.status, body: json as T, headers: response.headers };
  }
}

/** Text and bytes as they are, anything else as JSON. */
function encoded(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** An application on its own clone of the template database, as the restricted roles, with a frozen start date. */
export class TestApp {
  private readonly clients = new Map<string, Client>();

  private constructor(
    readonly app: INestApplication,
    readonly url: string,
    readonly database: string,
    /** As the owner: sees past every wall; for looking, never for acting. */
    readonly owner: DataSource,
    private readonly shared: Shared,
  ) {}

  /** `now` sets the clock at the start, e.g. a Friday evening before a holiday. */
  static async start(
    options: { readonly now?: string; readonly env?: Readonly<Record<string, string>> } = {},
  ): Promise<TestApp> {
    const shared = JSON.parse(readFileSync(SHARED_FILE, 'utf8')) as Shared;
    const database = `tonghu_test_${randomBytes(6).toString('hex')}`;
    const ownerUrl = databaseUrl(shared.adminUrl, database);
    await withAdmin(shared, (admin) =>
      admin.query(`CREATE DATABASE ${database} TEMPLATE ${shared.template}`),
    );
    const owner = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 2 }).initialize();
    const config = loadConfig({
      INSTALLATION: 'test',
      NODE_ENV: 'test',
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      DATA_DIR: shared.dataDir,
      KEY_DIR: shared.keyDir,
      ...(process.env.REDIS_URL ? { REDIS_URL: process.env.REDIS_URL } : {}),
      ...options.env,
    });
    const masters = await MasterKeys.open(config.keyDir);
    const start = new Date(options.now ?? '2026-09-15T09:00:00+08:00');
    await owner.query('UPDATE installation SET clock_offset_ms = $1', [start.getTime() - Date.now()]);
    const app = await createApp(
      await openPlatform(config, masters, (role) => roleUrl(ownerUrl, masters, role)),
    );
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, await app.getUrl(), database, owner, shared);
  }

  /** Signs in once per account. */
  async as(who: Who): Promise<Client> {
    const username = ACCOUNTS[who];
    const known = this.clients.get(username);
    if (known) return known;
    const reply = await new Client(this.url).call('POST', '/session', { username, password: PASSWORD }, {});
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (reply.status !== 200 || !cookie)
      throw new Error(`Sign-in of ${username}: ${reply.status} ${JSON.stringify(reply.body)}`);
    const client = new Client(this.url, cookie);
    this.clients.set(username, client);
    return client;
  }

  get anyone(): Client {
    return new Client(this.url);
  }

  /** Lets messages, notices and due clocks happen now. */
  drain(): Promise<number> {
    return this.app.get(Drainer).drain();
  }

  /** Moves the clock; everything that falls due on the way happens at its moment. */
  async advanceTo(instant: string | Date): Promise<void> {
    await this.app.get(TimeTravel).advanceTo(new Date(instant));
  }

  now(): Date {
    return this.app.get(Clock).now();
  }

  /**
   * Whatever a test did: no use case may leave an invariant broken (security.md C08). Those that a negative control broke
   * on purpose are named, and must be found.
   */
  async stop({ broken: expected = [] }: { readonly broken?: readonly string[] } = {}): Promise<void> {
    const broken = await this.drain().then(
      () => brokenPromises(this.owner, this.now()),
      (error: unknown) => [`the due work was not finished: ${String(error)}`],
    );
    await this.app.close();
    await this.owner.destroy();
    await withAdmin(this.shared, (admin) => admin.query(`DROP DATABASE ${this.database} WITH (FORCE)`));
    const found = broken.map((line) => line.split(': ')[0] ?? line).sort();
    if (found.join() !== [...expected].sort().join())
      throw new Error(`Broken invariants, expected ${expected.join(', ') || 'none'}:\n${broken.join('\n')}`);
  }
}

async function withAdmin(shared: Shared, work: (admin: DataSource) => Promise<unknown>): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url: shared.adminUrl, poolSize: 1 }).initialize();
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}

function databaseUrl(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}
