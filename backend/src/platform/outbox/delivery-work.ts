import { Injectable } from '@nestjs/common';
import { WorkerDatabase } from '../database';
import type { Job, JobData } from '../queue';
import { DeliveryRunner } from './delivery-runner';
import type { ClaimMode, DueWork } from './due-work';

/** A delivery whose job was lost becomes due again after this long. */
const LEASE_MS = 30_000;
/** Claimed but not done: more than this many are not handed to the queue at once, so that no lease runs out in line. */
const MAX_IN_FLIGHT = 1_000;

const CLAIM = `
  WITH claimed AS (
    UPDATE outbox_delivery d SET lease_token = gen_random_uuid(), due_at = $2
      FROM (SELECT id FROM outbox_delivery
             WHERE state = 'pending' AND (due_at <= $1 OR ($4 AND lease_token IS NOT NULL))
             ORDER BY due_at, id
             LIMIT greatest(0, least($3, CASE WHEN $4 THEN $3 ELSE ${MAX_IN_FLIGHT} - (
               SELECT count(*) FROM (SELECT 1 FROM outbox_delivery
                 WHERE state = 'pending' AND lease_token IS NOT NULL AND due_at > $1 LIMIT ${MAX_IN_FLIGHT}) f) END))
             FOR UPDATE SKIP LOCKED) c
     WHERE d.id = c.id
    RETURNING d.id, d.lease_token)
  SELECT id, lease_token FROM claimed ORDER BY id`;
const RELEASE = `
  UPDATE outbox_delivery d SET lease_token = NULL, due_at = $3
    FROM unnest($1::uuid[], $2::uuid[]) AS r(id, lease_token)
   WHERE d.id = r.id AND d.lease_token = r.lease_token AND d.state = 'pending'`;
const BUSY = `SELECT 1 AS busy FROM outbox_delivery WHERE state = 'pending' AND (due_at <= $1 OR lease_token IS NOT NULL) LIMIT 1`;

/** Pending deliveries as due work: claimed by state and due time with SKIP LOCKED, never by "id greater than last". */
@Injectable()
export class DeliveryWork implements DueWork {
  readonly name = 'delivery';

  constructor(
    private readonly database: WorkerDatabase,
    private readonly runner: DeliveryRunner,
  ) {}

  async claim(limit: number, mode: ClaimMode): Promise<Job[]> {
    const now = this.database.clock.now();
    const leasedUntil = new Date(now.getTime() + LEASE_MS);
    const rows = await this.database.dataSource.query<{ id: string; lease_token: string }[]>(CLAIM, [
      now,
      leasedUntil,
      limit,
      mode === 'all',
    ]);
    return rows.map(({ id, lease_token: token }) => ({
      name: this.name,
      id: `d-${id}-${token.slice(0, 8)}`,
      data: { deliveryId: id, token },
    }));
  }

  async release(jobs: readonly Job[]): Promise<void> {
    const leases = jobs.map(({ data }) => toLease(data));
    const ids = leases.map(({ deliveryId }) => deliveryId);
    const tokens = leases.map(({ token }) => token);
    await this.database.dataSource.query(RELEASE, [ids, tokens, this.database.clock.now()]);
  }

  async run(data: JobData): Promise<void> {
    await this.runner.run(toLease(data));
  }

  async isIdle(): Promise<boolean> {
    const rows = await this.database.dataSource.query<{ busy: number }[]>(BUSY, [this.database.clock.now()]);
    return rows.length === 0;
  }
}

function toLease({ deliveryId, token }: JobData): { deliveryId: string; token: string } {
  if (deliveryId === undefined || token === undefined) throw new Error('A delivery job came without its ids');
  return { deliveryId, token };
}
