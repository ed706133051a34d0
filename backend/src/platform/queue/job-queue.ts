import { Injectable } from '@nestjs/common';
import { Logger } from '../logging';
import { errorLabel } from './error-label';
import { assertOneProcessorEach, type Job, type JobProcessor } from './job';
import { PostgresQueue } from './postgres-queue';
import type { QueueBackend, QueueKind } from './queue-backend';
import { RedisQueue } from './redis-queue';

/** Where the queue lives and how much one process works at a time. */
export class QueueSettings {
  constructor(
    readonly options: {
      /** Set: Redis; absent: PostgreSQL. */
      readonly redisUrl?: string;
      /** Connection string of tonghu_worker. */
      readonly workerUrl: string;
      /** Keys of this installation in a shared Redis. */
      readonly redisPrefix?: string;
      /** Jobs at a time; the worker pool needs at least one connection more. */
      readonly concurrency?: number;
    },
  ) {}
}

/** A queue setting that may lose work; the process must not start. */
export class QueueSettingsError extends Error {
  constructor(readonly refusals: readonly string[]) {
    super(refusals.join('\n'));
    this.name = 'QueueSettingsError';
  }
}

export interface QueueHealth {
  readonly backend: QueueKind;
  /** off: this process neither adds nor works jobs (role api). */
  readonly state: 'off' | 'up' | 'down';
  readonly problem: string | null;
}

const DEFAULT_CONCURRENCY = 4;

/**
 * The queue as a doorbell: it tells workers which rows to look at now. PostgreSQL owns what is due, so everything in
 * here may be lost at any time and costs only seconds. Nothing connects before start(): the api role never does.
 */
@Injectable()
export class JobQueue {
  private readonly backend: QueueBackend;
  private started = false;

  constructor(
    settings: QueueSettings,
    private readonly logger: Logger,
  ) {
    const { options } = settings;
    const concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
    this.backend =
      options.redisUrl === undefined
        ? new PostgresQueue(options.workerUrl, concurrency, logger)
        : new RedisQueue(options.redisUrl, options.redisPrefix ?? 'tonghu', concurrency, logger);
  }

  get kind(): QueueKind {
    return this.backend.kind;
  }

  /**
   * Starts working. Throws QueueSettingsError when the store is set up to lose jobs, and Error when a job name has no
   * processor or two. A store that is away is no reason to stop: the worker waits for it and the sweep goes on.
   */
  async start(processors: readonly JobProcessor[]): Promise<void> {
    assertOneProcessorEach(processors);
    await this.checkStore();
    this.started = true;
    this.backend.work(async (name, data) => {
      try {
        const processor = processors.find((candidate) => candidate.name === name);
        if (processor === undefined) throw new Error(`A job of an unknown kind arrived: ${name}`);
        await processor.run(data);
      } catch (error) {
        this.logger.error('a job failed; its row becomes due again', { job: name, error: errorLabel(error) });
        throw error;
      }
    });
  }

  /** Throws when the store does not take the jobs; the caller gives the rows back. */
  async enqueue(jobs: readonly Job[]): Promise<void> {
    if (!this.started) throw new Error('The queue was used before it was started');
    if (jobs.length > 0) await this.backend.enqueue(jobs);
  }

  /** Waits for running jobs, then closes everything. Stop whoever enqueues before. */
  async close(): Promise<void> {
    this.started = false;
    await this.backend.stopWorking();
    await this.backend.close();
  }

  async health(): Promise<QueueHealth> {
    const backend = this.backend.kind;
    if (!this.started) return { backend, state: 'off', problem: null };
    try {
      const { refusals } = await this.backend.check();
      return { backend, state: 'up', problem: refusals[0] ?? null };
    } catch {
      return {
        backend,
        state: 'down',
        problem: '任务队列暂时连不上，系统会自动重试，已提交的内容不会丢失。',
      };
    }
  }

  private async checkStore(): Promise<void> {
    const backend = this.backend.kind;
    try {
      const { refusals, warnings } = await this.backend.check();
      if (refusals.length > 0) throw new QueueSettingsError(refusals);
      for (const problem of warnings) this.logger.warn('queue store setting', { backend, problem });
    } catch (error) {
      if (error instanceof QueueSettingsError) {
        await this.backend.close();
        throw error;
      }
      this.logger.warn('queue store is away; trying again in the background', {
        backend,
        error: errorLabel(error),
      });
    }
  }
}
