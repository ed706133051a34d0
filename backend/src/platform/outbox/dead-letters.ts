import { Injectable } from '@nestjs/common';
import { WorkerDatabase } from '../database';

export interface DeadLetter {
  readonly id: string;
  /** What happened, and who should have acted on it. */
  readonly message: string;
  readonly handler: string;
  readonly attempts: number;
  /** The kind of the last error; never its text, which may quote data. */
  readonly error: string | null;
  readonly createdAt: Date;
}

const LIST = `
  SELECT d.id, m.name AS message, d.handler, d.attempts, d.last_error AS error, m.created_at AS "createdAt"
    FROM outbox_delivery d JOIN outbox_message m ON m.id = d.message_id
   WHERE d.state = 'dead' ORDER BY m.created_at, d.id LIMIT $1`;
const REDRIVE = `UPDATE outbox_delivery SET state = 'pending', attempts = 0, due_at = $2, lease_token = NULL WHERE id = $1 AND state = 'dead'
  RETURNING id`;

/** Deliveries that were given up after MAX_ATTEMPTS tries: nothing is thrown away, a person looks and sends them again. */
@Injectable()
export class DeadLetters {
  constructor(private readonly database: WorkerDatabase) {}

  /** The oldest first. */
  list(limit: number): Promise<DeadLetter[]> {
    return this.database.dataSource.query(LIST, [limit]);
  }

  /** Makes it due again with all its tries; the relay finds it within a second. False when it is not dead (any more). */
  async redrive(id: string): Promise<boolean> {
    const [rows] = await this.database.dataSource.query<[{ id: string }[], number]>(REDRIVE, [
      id,
      this.database.clock.now(),
    ]);
    return rows.length > 0;
  }
}
