import { Injectable } from '@nestjs/common';
import { failpoint } from '../failpoint';
import { Logger } from '../logging';
import { errorLabel, JobQueue } from '../queue';
import { Doorbell } from './doorbell';
import { type DueWork, DueWorkRegistry } from './due-work';

const SWEEP_MS = 1_000;
/** Rings of one burst of commits are answered together. */
const DEBOUNCE_MS = 5;
const BATCH = 500;
/** How long a queue that refused jobs is left alone. */
const PAUSE_MS = 2_000;

/**
 * Hands due rows to the queue: when the doorbell rings, and every second for whatever was forgotten. Any number of
 * relays may run; a row is claimed by one of them.
 */
@Injectable()
export class Relay {
  private timer: NodeJS.Timeout | undefined;
  private debounce: NodeJS.Timeout | undefined;
  private passing: Promise<void> | undefined;
  private rungAgain = false;
  private pausedUntil = 0;

  constructor(
    private readonly works: DueWorkRegistry,
    private readonly queue: JobQueue,
    private readonly doorbell: Doorbell,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), SWEEP_MS);
    this.doorbell.onRing(() => {
      this.debounce ??= setTimeout(() => {
        this.debounce = undefined;
        this.wake();
      }, DEBOUNCE_MS);
    });
  }

  /** Waits for a pass that runs; nothing is claimed afterwards. */
  async stop(): Promise<void> {
    this.doorbell.onRing(undefined);
    clearInterval(this.timer);
    clearTimeout(this.debounce);
    this.timer = undefined;
    this.debounce = undefined;
    await this.passing;
  }

  private wake(): void {
    if (this.timer === undefined) return;
    if (this.passing !== undefined) {
      this.rungAgain = true;
      return;
    }
    this.passing = this.pass().finally(() => {
      this.passing = undefined;
      if (this.rungAgain) {
        this.rungAgain = false;
        this.wake();
      }
    });
  }

  private async pass(): Promise<void> {
    for (const work of this.works.all()) {
      if (performance.now() < this.pausedUntil) return;
      try {
        await this.handOver(work);
      } catch (error) {
        this.logger.warn('sweep did not finish; it goes on in a second', {
          job: work.name,
          error: errorLabel(error),
        });
      }
    }
  }

  private async handOver(work: DueWork): Promise<void> {
    const jobs = await work.claim(BATCH, 'due');
    if (jobs.length === 0) return;
    failpoint('after-claim-before-enqueue');
    try {
      await this.queue.enqueue(jobs);
    } catch (error) {
      this.pausedUntil = performance.now() + PAUSE_MS;
      this.logger.warn('queue did not take the jobs; their rows stay due', {
        job: work.name,
        count: jobs.length,
        error: errorLabel(error),
      });
      await work.release(jobs);
      return;
    }
    failpoint('after-enqueue');
    if (jobs.length === BATCH) this.rungAgain = true;
  }
}
