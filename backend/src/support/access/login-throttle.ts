import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel';
import { AppDatabase } from '../../platform/database';

const WINDOW_MS = 15 * 60_000;
const PER_ACCOUNT = 5;
const PER_ADDRESS = 100;

/** Counts failed sign-ins per account and per address in PostgreSQL, so that losing Redis forgives nobody (security.md N01). */
@Injectable()
export class LoginThrottle {
  constructor(private readonly database: AppDatabase) {}

  /** Throws 429 while an account or an address has failed too often; the password is then not looked at. */
  async check(username: string, address: string): Promise<void> {
    const rows = await this.database.dataSource.query<{ bucket: Buffer; failures: number }[]>(
      `SELECT bucket, failures FROM login_throttle WHERE bucket = ANY ($1) AND window_start > clock_timestamp() - $2 * interval '1 millisecond'`,
      [[account(username), source(address)], WINDOW_MS],
    );
    const blocked = rows.some(
      ({ bucket, failures }) => failures >= (bucket.equals(account(username)) ? PER_ACCOUNT : PER_ADDRESS),
    );
    if (blocked) {
      throw new DomainError(
        'TOO_MANY_SIGN_INS',
        429,
        '登录尝试太多',
        '请 15 分钟后再试，或联系系统管理员。',
        'warn',
      );
    }
  }

  async failed(username: string, address: string): Promise<void> {
    await this.database.dataSource.query(
      `INSERT INTO login_throttle (bucket, window_start, failures) SELECT b, clock_timestamp(), 1 FROM unnest($1::bytea[]) b
       ON CONFLICT (bucket) DO UPDATE SET
         failures = CASE WHEN login_throttle.window_start > clock_timestamp() - $2 * interval '1 millisecond' THEN login_throttle.failures + 1 ELSE 1 END,
         window_start = CASE WHEN login_throttle.window_start > clock_timestamp() - $2 * interval '1 millisecond' THEN login_throttle.window_start ELSE clock_timestamp() END`,
      [[account(username), source(address)], WINDOW_MS],
    );
  }

  async succeeded(username: string): Promise<void> {
    await this.database.dataSource.query('DELETE FROM login_throttle WHERE bucket = $1', [account(username)]);
  }
}

const account = (username: string): Buffer =>
  createHash('sha256').update(`account:${username.toLowerCase()}`).digest();
const source = (address: string): Buffer => createHash('sha256').update(`address:${address}`).digest();
