import { createPostgresBackend, type PostgresPoolConfig, runMigrations, withBackend } from 'bullmq';
import { Client } from 'pg';
import type { Logger } from '../logging';
import { errorLabel } from './error-label';
import type { Job, JobData } from './job';
import {
  ENQUEUE_TIMEOUT_MS,
  QUEUE_NAME,
  type QueueBackend,
  type StoreCheck,
  toBulk,
  withinMs,
  WORKER_OPTIONS,
} from './queue-backend';

export const QUEUE_SCHEMA = 'bullmq';
const { Queue, Worker } = withBackend(createPostgresBackend);

/** BullMQ's own PostgreSQL backend in the schema `bullmq` of our database: one process fewer to run and to back up. */
export class PostgresQueue implements QueueBackend {
  readonly kind = 'postgres';
  private queue: ReturnType<typeof newQueue> | undefined;
  private worker: ReturnType<typeof newWorker> | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly concurrency: number,
    private readonly logger: Logger,
  ) {}

  async check(): Promise<StoreCheck> {
    await withinMs(ENQUEUE_TIMEOUT_MS, 'the queue', this.open().getWaitingCount());
    return { refusals: [], warnings: [] };
  }

  async enqueue(jobs: readonly Job[]): Promise<void> {
    try {
      await withinMs(ENQUEUE_TIMEOUT_MS, 'enqueueing', this.open().addBulk(toBulk(jobs)));
    } catch (error) {
      // A queue whose first contact failed never recovers by itself; the next jobs get a new one.
      const { queue } = this;
      this.queue = undefined;
      queue?.close().catch(() => undefined);
      throw error;
    }
  }

  work(run: (name: string, data: JobData) => Promise<void>): void {
    const worker = newWorker(this.connection(2), this.concurrency, run);
    worker.on('error', (error: Error) =>
      this.logger.warn('queue worker lost its store for a moment', {
        error: errorLabel(error),
        backend: this.kind,
      }),
    );
    this.worker = worker;
  }

  async stopWorking(): Promise<void> {
    await this.worker?.close();
    this.worker = undefined;
  }

  async close(): Promise<void> {
    await this.queue?.close();
    this.queue = undefined;
  }

  private open(): ReturnType<typeof newQueue> {
    if (this.queue === undefined) {
      this.queue = newQueue(this.connection(1));
      this.queue.on('error', (error: Error) =>
        this.logger.warn('queue store does not answer', { error: errorLabel(error), backend: this.kind }),
      );
    }
    return this.queue;
  }

  private connection(max: number): PostgresPoolConfig {
    return {
      connectionString: this.databaseUrl,
      schema: QUEUE_SCHEMA,
      max,
      connectionTimeoutMillis: 2_000,
      application_name: 'tonghu-queue',
    };
  }
}

function newQueue(connection: PostgresPoolConfig) {
  return new Queue<JobData>(QUEUE_NAME, { connection });
}

function newWorker(
  connection: PostgresPoolConfig,
  concurrency: number,
  run: (name: string, data: JobData) => Promise<void>,
) {
  return new Worker<JobData, void>(QUEUE_NAME, (job) => run(job.name, job.data), {
    ...WORKER_OPTIONS,
    concurrency,
    connection,
  });
}

/**
 * Creates or upgrades the queue's schema and lets tonghu_worker use it (CREATE too: BullMQ makes a sequence per queue when
 * the first job arrives). Runs with the migrations, as the owner; safe to repeat and to run from several processes at once
 * (BullMQ takes an advisory lock).
 */
export async function prepareQueueSchema(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO tonghu_worker;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO tonghu_worker;
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO tonghu_worker;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO tonghu_worker;`);
  } finally {
    await client.end();
  }
}
