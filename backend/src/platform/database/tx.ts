import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { WriteSet } from './write-set';

/** A pg client as far as this file needs it; TypeORM hands out the real one. */
interface Client {
  query(statement: {
    name?: string;
    text: string;
    values?: unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

export type QueryParams = readonly unknown[];

/**
 * One transaction of one actor. Inserts wait in a write set; the transaction itself begins with the first query, so a
 * command that reads nothing leaves as a single statement (intake). Every writing function takes it as first parameter.
 */
export class Tx {
  private readonly writes = new WriteSet();
  private readonly afterCommit: (() => void)[] = [];
  private client: Client | undefined;
  private begun = false;
  private tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly runner: QueryRunner,
    readonly ctx: RequestContext,
    /** Fixed for the whole transaction. */
    readonly now: Date,
  ) {}

  get actor(): RequestContext['actor'] {
    return this.ctx.actor;
  }

  /** Adds a row; it is written at the next query or at commit. */
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, row: Partial<E>): void {
    this.writes.add(this.runner.dataSource.getMetadata(entity), row);
  }

  /** Rows of one SQL statement; earlier inserts are written first. */
  async query<T extends object>(text: string, params: QueryParams = []): Promise<T[]> {
    await this.begin();
    await this.flush();
    return (await this.run({ text, values: [...params] })).rows as T[];
  }

  /** Number of rows an UPDATE or DELETE changed. */
  async execute(text: string, params: QueryParams = []): Promise<number> {
    await this.begin();
    await this.flush();
    return (await this.run({ text, values: [...params] })).rowCount ?? 0;
  }

  /** Runs after the commit, never after a rollback: doorbells only, nothing that may not be lost. */
  onCommit(callback: () => void): void {
    this.afterCommit.push(callback);
  }

  /** For the database module only. */
  async commit(): Promise<void> {
    if (this.begun) {
      await this.flush();
      await this.run({ text: 'COMMIT' });
      this.begun = false;
    } else if (!this.writes.isEmpty) {
      await this.run(this.writes.take(contextStatement(this.ctx, this.now)));
    }
    for (const callback of this.afterCommit) callback();
  }

  /** For the database module only. */
  async rollback(): Promise<void> {
    if (this.begun) await this.run({ text: 'ROLLBACK' });
    this.begun = false;
  }

  private async begin(): Promise<void> {
    if (this.begun) return;
    await this.run({ text: 'BEGIN' });
    this.begun = true;
    const context = contextStatement(this.ctx, this.now);
    await this.run({ name: 'tonghu_context', text: context.sql, values: [...context.values] });
  }

  private async flush(): Promise<void> {
    if (!this.writes.isEmpty) await this.run(this.writes.take());
  }

  /** One statement at a time, in the order they were asked for, also when a reader asks for several at once. */
  private run(statement: Parameters<Client['query']>[0]): ReturnType<Client['query']> {
    const result = this.tail.then(async () => {
      this.client ??= (await this.runner.connect()) as Client;
      return this.client.query(statement);
    });
    this.tail = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}

/** Sets who asks, for this transaction only: a pooled connection never carries a person to the next request. */
function contextStatement(ctx: RequestContext, now: Date): { sql: string; values: readonly unknown[] } {
  const { actor } = ctx;
  return {
    sql: `SELECT set_config('app.district', $1, true), set_config('app.user', $2, true), set_config('app.principals', $3, true),
      set_config('app.identities', $4, true), set_config('app.now', $5, true)`,
    values: [
      actor.districtCode,
      actor.userId,
      `{${actor.principals.join(',')}}`,
      `{${actor.identities.join(',')}}`,
      now.toISOString(),
    ],
  };
}
