import { Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
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
import { checkRedisInfo } from './redis-settings';

/** A replica that was promoted, or a server that still loads its file, answers soon: connect again and repeat. */
const reconnectOnError = (error: Error): false | 2 => (/READONLY|LOADING/.test(error.message) ? 2 : false);
const SHARED: RedisOptions = {
  connectTimeout: 2_000,
  retryStrategy: (times) => Math.min(times * 200, 5_000),
  reconnectOnError,
};
/** Adding a job fails at once when Redis is away; the sweep repeats it. */
const PRODUCER: RedisOptions = {
  ...SHARED,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 2_000,
};
/** A worker waits for Redis as long as it takes. */
const CONSUMER: RedisOptions = { ...SHARED, maxRetriesPerRequest: null };

/** BullMQ on Redis, for installations with more load or several machines. */
export class RedisQueue implements QueueBackend {
  readonly kind = 'redis';
  private producer: Redis | undefined;
  private consumer: Redis | undefined;
  private queue: Queue | undefined;
  private worker: Worker | undefined;

  constructor(
    private readonly url: string,
    private readonly prefix: string,
    private readonly concurrency: number,
    private readonly logger: Logger,
  ) {}

  async check(): Promise<StoreCheck> {
    const client = await this.connectProducer();
    return checkRedisInfo(await client.info());
  }

  async enqueue(jobs: readonly Job[]): Promise<void> {
    const producer = await this.connectProducer();
    try {
      await withinMs(ENQUEUE_TIMEOUT_MS, 'enqueueing', this.open(producer).addBulk(toBulk(jobs)));
    } catch (error) {
      // A queue whose first contact failed never recovers by itself; the next jobs get a new one.
      this.dropQueue();
      throw error;
    }
  }

  work(run: (name: string, data: JobData) => Promise<void>): void {
    this.consumer = this.connect(CONSUMER);
    const worker = new Worker<JobData>(QUEUE_NAME, (job) => run(job.name, job.data), {
      ...WORKER_OPTIONS,
      concurrency: this.concurrency,
      connection: this.consumer,
      prefix: this.prefix,
    });
    worker.on('error', (error) =>
      this.logger.warn('queue worker lost its store for a moment', {
        error: errorLabel(error),
        backend: this.kind,
      }),
    );
    worker.on('stalled', () =>
      this.logger.warn('a job stalled and was taken up again', { backend: this.kind }),
    );
    this.worker = worker;
  }

  async stopWorking(): Promise<void> {
    await this.worker?.close();
    this.worker = undefined;
    this.consumer?.disconnect();
    this.consumer = undefined;
  }

  async close(): Promise<void> {
    await this.queue?.close().catch(() => undefined);
    this.queue = undefined;
    this.producer?.disconnect();
    this.producer = undefined;
  }

  private dropQueue(): void {
    this.queue?.close().catch(() => undefined);
    this.queue = undefined;
  }

  private open(producer: Redis): Queue {
    if (this.queue === undefined) {
      this.queue = new Queue(QUEUE_NAME, {
        connection: producer,
        prefix: this.prefix,
        skipWaitingForReady: true,
      });
      this.queue.on('error', (error) =>
        this.logger.warn('queue store does not answer', { error: errorLabel(error), backend: this.kind }),
      );
    }
    return this.queue;
  }

  /** The connection reconnects by itself, but BullMQ must not be given one that does not stand. */
  private async connectProducer(): Promise<Redis> {
    this.producer ??= this.connect(PRODUCER);
    await whenReady(this.producer);
    return this.producer;
  }

  private connect(options: RedisOptions): Redis {
    const client = new Redis(this.url, options);
    client.on('error', () => undefined);
    return client;
  }
}

/** Does not reject on 'error': ioredis goes on trying, and only the time runs out. */
function whenReady(client: Redis): Promise<void> {
  if (client.status === 'ready') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const ready = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      client.off('ready', ready);
      reject(new Error('Redis did not answer in time'));
    }, ENQUEUE_TIMEOUT_MS);
    client.once('ready', ready);
  });
}
