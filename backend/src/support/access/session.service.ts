import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { type Actor, DomainError, newId, ROLES, type Role } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import { LoginThrottle } from './login-throttle';

/** The `__Host-` name needs Secure, so plain http (localhost only) uses the other. */
export const SESSION_COOKIES = ['__Host-tonghu', 'tonghu'] as const;

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 8 * 3_600_000;
/** How long a looked-up session is trusted without asking the database again: a revocation holds within a second. */
const CACHE_MS = 700;
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Session {
  readonly id: string;
  readonly actor: Actor;
  readonly expiresAt: Date;
}

interface ActorRow {
  user_id: string;
  display_name: string;
  role: Role;
  district_code: string;
  agency_id: string;
  agency_kind: string;
  region_code: string;
}

interface SessionRow extends ActorRow {
  id: string;
  stale: boolean;
  expires_at: Date;
}

/**
 * Server-side sessions in PostgreSQL; the browser holds a random token, the database only its hash. Sessions run on real
 * time: a demo clock that is moved forward signs nobody out.
 */
@Injectable()
export class SessionService {
  private readonly cache = new Map<string, { readonly session: Session; readonly at: number }>();

  constructor(
    private readonly database: AppDatabase,
    private readonly throttle: LoginThrottle,
  ) {}

  /** Signs in; the same answer and the same work whether the account exists or not. Returns the token for the cookie. */
  async signIn(
    username: string,
    password: string,
    address: string,
  ): Promise<{ token: string; session: Session }> {
    await this.throttle.check(username, address);
    const [account] = await this.signInQuery<{ id: string; password_hash: string }>(
      'SELECT id, password_hash FROM app_user WHERE ctx.purpose IS NOT NULL AND username = $1 AND disabled_at IS NULL',
      [username],
    );
    const ok = await verify(account?.password_hash ?? (await dummyHash), password).catch(() => false);
    if (account === undefined || !ok) {
      await this.throttle.failed(username, address);
      throw new DomainError(
        'SIGN_IN_FAILED',
        401,
        '没有登录',
        '账号或密码不对，请重新输入。忘记密码请联系系统管理员重置。',
      );
    }
    await this.throttle.succeeded(username);
    const token = randomBytes(32).toString('base64url');
    await this.database.dataSource.query(
      `INSERT INTO session (token_hash, id, user_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + $4 * interval '1 millisecond')`,
      [hashToken(token), newId(), account.id, ABSOLUTE_MS],
    );
    const session = await this.find(token);
    if (session === undefined) throw new Error('A session just made was not found');
    return { token, session };
  }

  /** The session of a cookie, or undefined when there is none, it ended, or its account was disabled. */
  async find(token: string | undefined): Promise<Session | undefined> {
    if (token === undefined || token.length > 100) return undefined;
    const cached = this.cache.get(token);
    if (cached && performance.now() - cached.at < CACHE_MS) return cached.session;
    this.cache.delete(token);
    const [row] = await this.signInQuery<SessionRow>(
      `SELECT s.id, s.user_id, s.last_seen_at < clock_timestamp() - interval '1 minute' AS stale, s.expires_at, u.display_name, u.role, u.district_code, u.agency_id,
              a.kind AS agency_kind, a.region_code
         FROM session s JOIN app_user u ON u.id = s.user_id JOIN agency a ON a.id = u.agency_id
        WHERE ctx.purpose IS NOT NULL AND s.token_hash = $1 AND s.expires_at > clock_timestamp()
          AND s.last_seen_at > clock_timestamp() - $2 * interval '1 millisecond' AND u.disabled_at IS NULL`,
      [hashToken(token), IDLE_MS],
    );
    if (row === undefined) return undefined;
    if (row.stale) {
      await this.database.dataSource.query(
        'UPDATE session SET last_seen_at = clock_timestamp() WHERE token_hash = $1',
        [hashToken(token)],
      );
    }
    const session: Session = { id: row.id, actor: toActor(row), expiresAt: row.expires_at };
    if (this.cache.size > 2_000) this.cache.clear();
    this.cache.set(token, { session, at: performance.now() });
    return session;
  }

  /** The actor an account would be: for seeds and tools, which have no browser. Undefined for an unknown account. */
  async findActor(username: string): Promise<Actor | undefined> {
    const [row] = await this.signInQuery<ActorRow>(
      `SELECT u.id AS user_id, u.display_name, u.role, u.district_code, u.agency_id, a.kind AS agency_kind, a.region_code
         FROM app_user u JOIN agency a ON a.id = u.agency_id WHERE ctx.purpose IS NOT NULL AND u.username = $1 AND u.disabled_at IS NULL`,
      [username],
    );
    return row === undefined ? undefined : toActor(row);
  }

  /** Whether a session still stands; open streams ask again and again. */
  async isAlive(sessionId: string): Promise<boolean> {
    const rows = await this.signInQuery<{ ok: number }>(
      `SELECT 1 AS ok FROM session s JOIN app_user u ON u.id = s.user_id
        WHERE ctx.purpose IS NOT NULL AND s.id = $1 AND s.expires_at > clock_timestamp() AND u.disabled_at IS NULL`,
      [sessionId],
    );
    return rows.length > 0;
  }

  async signOut(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    this.cache.delete(token);
    await this.database.dataSource.query('DELETE FROM session WHERE token_hash = $1', [hashToken(token)]);
  }

  /**
   * Accounts are looked up before anybody's district is known; the purpose opens app_user and agency for this statement.
   * The lateral reference to ctx makes the purpose set before the first row is read.
   */
  private async signInQuery<T>(sql: string, params: readonly unknown[]): Promise<T[]> {
    const ctx = `WITH ctx AS MATERIALIZED (SELECT set_config('app.purpose', 'sign-in', true) AS purpose) SELECT q.* FROM ctx, LATERAL (${sql}) q`;
    return this.database.dataSource.query<T[]>(ctx, [...params]);
  }
}

/** Argon2id with the parameters of security.md N10. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON);
}

const dummyHash = hashPassword(randomBytes(16).toString('hex'));

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function toActor(row: ActorRow): Actor {
  const shares = row.role !== 'system' && ROLES[row.role].sharesAgency;
  return {
    userId: row.user_id,
    displayName: row.display_name,
    role: row.role,
    districtCode: row.district_code,
    agencyId: row.agency_id,
    agencyKind: row.agency_kind,
    regionCode: row.region_code,
    principals: shares ? [row.user_id, row.agency_id] : [row.user_id],
    identities: [row.user_id, row.agency_id],
  };
}
