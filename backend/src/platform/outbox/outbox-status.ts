import { Injectable } from '@nestjs/common';
import { WorkerDatabase } from '../database';

export interface OutboxSummary {
  readonly pending: number;
  readonly dead: number;
  /** Age of the oldest delivery that should have run by now; 0 when there is none. The liveness of the workers. */
  readonly oldestPendingSeconds: number;
}

/** Numbers for the administrator's page and the metrics; counts only. */
@Injectable()
export class OutboxStatus {
  constructor(private readonly database: WorkerDatabase) {}

  async summary(): Promise<OutboxSummary> {
    const now = this.database.clock.now();
    const [row] = await this.database.dataSource.query<
      { pending: number; dead: number; oldest: number | null }[]
    >(
      `SELECT count(*) FILTER (WHERE d.state = 'pending')::int AS pending, count(*) FILTER (WHERE d.state = 'dead')::int AS dead,
              extract(epoch FROM $1 - min(m.created_at) FILTER (WHERE d.state = 'pending' AND d.due_at <= $1))::int AS oldest
         FROM outbox_delivery d JOIN outbox_message m ON m.id = d.message_id WHERE d.state IN ('pending', 'dead')`,
      [now],
    );
    return {
      pending: row?.pending ?? 0,
      dead: row?.dead ?? 0,
      oldestPendingSeconds: Math.max(0, row?.oldest ?? 0),
    };
  }
}
