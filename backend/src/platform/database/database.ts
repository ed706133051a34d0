import type { DataSource, QueryRunner } from 'typeorm';
import type { RequestContext } from '../../kernel';
import type { Clock } from './clock';
import { Tx } from './tx';

const RETRYABLE = new Set(['40001', '40P01']);
const MAX_TRIES = 3;

/** Opens transactions on one pool under one database role. */
export class Database {
  constructor(
    readonly dataSource: DataSource,
    readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction of `ctx.actor`. Deadlocks and serialization failures are tried again (at most three
   * times in all); any other error rolls back and is thrown on.
   */
  async inTransaction<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(ctx, work);
      } catch (error) {
        if (attempt >= MAX_TRIES || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  private async once<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = new Tx(runner, ctx, this.clock.now());
    try {
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await tx.rollback().catch(() => undefined);
      throw error;
    } finally {
      await release(runner);
    }
  }
}

/** The SQLSTATE of a database error, wherever the driver or TypeORM put it. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code))
    return error.code;
  return 'driverError' in error ? sqlState(error.driverError) : undefined;
}

/** The constraint a database error names, if it names one. */
export function violatedConstraint(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}

async function release(runner: QueryRunner): Promise<void> {
  if (!runner.isReleased) await runner.release();
}
