import { Injectable } from '@nestjs/common';
import { IdempotencyConflict, type RequestContext } from '../../kernel';
import { AppDatabase, type Tx } from '../../platform/database';
import { IdempotencyKeyEntity } from './entities';

interface KeyRow {
  body_hash: Buffer;
  subject_id: string | null;
}

/**
 * Runs a command exactly once per Idempotency-Key. The key is a row of the command's own transaction (status and id only,
 * never a body), so a crash leaves both or neither. A repeat, however late or parallel, gets the first result's id and
 * the caller renders that record again under today's rights.
 */
@Injectable()
export class Commands {
  constructor(private readonly database: AppDatabase) {}

  /**
   * `work` returns the id of the record it changed; so does a repeat.
   * @throws IdempotencyConflict 422 when the key was used for another body
   */
  async run(ctx: RequestContext, work: (tx: Tx) => Promise<string>, scope = ''): Promise<string> {
    const route = scope ? `${ctx.route}/${scope}` : ctx.route;
    try {
      return await this.database.inTransaction(ctx, async (tx) => {
        const subjectId = await work(tx);
        if (ctx.idempotency) this.remember(tx, route, ctx.idempotency, subjectId);
        return subjectId;
      });
    } catch (error) {
      const earlier = await this.find(ctx, route);
      if (earlier !== undefined) return earlier;
      throw error;
    }
  }

  private remember(
    tx: Tx,
    route: string,
    idempotency: NonNullable<RequestContext['idempotency']>,
    subjectId: string,
  ): void {
    tx.insert(IdempotencyKeyEntity, {
      actorId: tx.actor.userId,
      route,
      key: idempotency.key,
      bodyHash: idempotency.bodyHash,
      status: 200,
      subjectId,
      createdAt: tx.now,
    });
  }

  /**
   * A command fails because it was done before more often than one thinks: the state has moved on, or the key's row is
   * there already. Only then is the key looked up; the good path pays nothing for it.
   */
  private async find(ctx: RequestContext, route: string): Promise<string | undefined> {
    const { idempotency } = ctx;
    if (idempotency === undefined) return undefined;
    const rows = await this.database.inTransaction(ctx, (tx) =>
      tx.query<KeyRow>(
        'SELECT body_hash, subject_id FROM idempotency_key WHERE actor_id = $1 AND route = $2 AND key = $3',
        [ctx.actor.userId, route, idempotency.key],
      ),
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    if (!row.body_hash.equals(idempotency.bodyHash)) throw new IdempotencyConflict();
    return row.subject_id ?? undefined;
  }
}
