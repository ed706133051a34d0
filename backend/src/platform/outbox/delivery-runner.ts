import { Injectable } from '@nestjs/common';
import { systemContext } from '../../kernel';
import { type Tx, WorkerDatabase } from '../database';
import { failpoint } from '../failpoint';
import { Logger } from '../logging';
import { errorLabel } from '../queue';
import { backoffMs, MAX_ATTEMPTS } from './backoff';
import { HandlerRegistry, type MessageHandler } from './handler-registry';
import type { MessagePayload, StoredMessage } from './message';

export interface Lease {
  readonly deliveryId: string;
  readonly token: string;
}

interface Begun {
  readonly handler: string;
  readonly attempts: number;
  readonly state: 'pending' | 'dead';
  readonly message: StoredMessage;
}

interface BegunRow {
  handler: string;
  attempts: number;
  state: 'pending' | 'dead';
  id: string;
  name: string;
  subject_id: string;
  payload: MessagePayload;
  district_code: string;
  created_at: Date;
}

/**
 * The try is counted before it begins, so that a handler that takes the process down with it does not try for ever.
 * The lease fences: whoever holds an older one changes nothing.
 */
const BEGIN = `
  WITH begun AS (
    UPDATE outbox_delivery d SET attempts = d.attempts + 1,
           state = CASE WHEN d.attempts < $3 THEN 'pending' ELSE 'dead' END,
           last_error = CASE WHEN d.attempts < $3 THEN d.last_error ELSE coalesce(d.last_error, 'ProcessDied') END
     WHERE d.id = (SELECT id FROM outbox_delivery WHERE id = $1 AND lease_token = $2 AND state = 'pending' FOR UPDATE SKIP LOCKED)
    RETURNING d.handler, d.attempts, d.state, d.message_id)
  SELECT b.handler, b.attempts, b.state, m.id, m.name, m.subject_id, m.payload, m.district_code, m.created_at
    FROM begun b JOIN outbox_message m ON m.id = b.message_id`;
const LOCK = `SELECT id FROM outbox_delivery WHERE id = $1 AND lease_token = $2 AND state = 'pending' FOR UPDATE SKIP LOCKED`;
const DONE = `UPDATE outbox_delivery SET state = 'done', done_at = $2, lease_token = NULL, last_error = NULL WHERE id = $1`;
const FAILED = `
  UPDATE outbox_delivery SET lease_token = NULL, due_at = $3, last_error = $4,
         state = CASE WHEN attempts >= $5 THEN 'dead' ELSE 'pending' END
   WHERE id = $1 AND lease_token = $2 AND state = 'pending'`;

/** Runs one delivery: the handler's writes and the mark "done" are one transaction. */
@Injectable()
export class DeliveryRunner {
  constructor(
    private readonly database: WorkerDatabase,
    private readonly registry: HandlerRegistry,
    private readonly logger: Logger,
  ) {}

  /** Does nothing when the lease is out of date. Throws only when even the failure could not be written down. */
  async run(lease: Lease): Promise<void> {
    const begun = await this.begin(lease);
    if (begun === undefined) return;
    if (begun.state === 'dead') {
      this.report(lease, begun, 'ProcessDied');
      return;
    }
    try {
      await this.deliver(lease, begun);
    } catch (error) {
      await this.fail(lease, begun, errorLabel(error));
      return;
    }
    failpoint('after-commit-before-ack');
  }

  private async begin({ deliveryId, token }: Lease): Promise<Begun | undefined> {
    const [row] = await this.database.dataSource.query<BegunRow[]>(BEGIN, [deliveryId, token, MAX_ATTEMPTS]);
    if (row === undefined) return undefined;
    const {
      handler,
      attempts,
      state,
      id,
      name,
      subject_id: subjectId,
      payload,
      district_code: districtCode,
      created_at: createdAt,
    } = row;
    return { handler, attempts, state, message: { id, name, subjectId, payload, districtCode, createdAt } };
  }

  private async deliver({ deliveryId, token }: Lease, { handler, message }: Begun): Promise<void> {
    const found = this.registry.find(handler);
    if (found === undefined) throw new MissingHandler();
    await found.ahead?.(message);
    await this.database.inTransaction(
      systemContext(message.districtCode, `outbox.${handler}`),
      async (tx) => {
        const held = await tx.query(LOCK, [deliveryId, token]);
        if (held.length > 0) await this.handle(tx, deliveryId, found, message);
      },
    );
  }

  private async handle(
    tx: Tx,
    deliveryId: string,
    handler: MessageHandler,
    message: StoredMessage,
  ): Promise<void> {
    failpoint('before-effect');
    await handler.handle(tx, message);
    await tx.execute(DONE, [deliveryId, tx.now]);
    failpoint('after-effect-before-commit');
  }

  private async fail(lease: Lease, begun: Begun, error: string): Promise<void> {
    const dueAt = new Date(this.database.clock.now().getTime() + backoffMs(begun.attempts));
    await this.database.dataSource.query(FAILED, [lease.deliveryId, lease.token, dueAt, error, MAX_ATTEMPTS]);
    this.report(lease, begun, error);
  }

  private report({ deliveryId }: Lease, { handler, attempts, message, state }: Begun, error: string): void {
    const fields = { deliveryId, handler, attempts, message: message.name, error };
    if (state === 'dead' || attempts >= MAX_ATTEMPTS)
      this.logger.error('delivery is dead: somebody has to look at it', fields);
    else this.logger.warn('delivery failed and will be tried again', fields);
  }
}

/** A delivery written by a version of the system that had this handler. */
class MissingHandler extends Error {
  override name = 'MissingHandler';
}
