import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Logger } from '../logging';

export interface Periodic {
  /** For the log. */
  readonly name: string;
  readonly everyMs: number;
  /** Before the first run, e.g. until the backlog of a stop is worked off. Default: none. */
  readonly delayMs?: number;
  run(): Promise<unknown>;
}

/**
 * What a worker process does again and again on real time, beside the queue: housekeeping that no row waits for. A run
 * that fails is logged and comes again; runs of one work do not overlap.
 */
@Injectable()
export class PeriodicWork implements BeforeApplicationShutdown {
  private readonly works: Periodic[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly logger: Logger) {}

  /** Modules register in onModuleInit. */
  register(work: Periodic): void {
    this.works.push(work);
  }

  /** Runs every work now, or after its delay, and from then on until the process stops. */
  start(): void {
    for (const work of this.works) this.after(work.delayMs ?? 0, work);
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
    this.works.length = 0;
    await Promise.all(this.running);
  }

  private after(ms: number, work: Periodic): void {
    const timer = setTimeout(() => {
      this.timers.splice(this.timers.indexOf(timer), 1);
      const run = this.run(work).finally(() => this.running.delete(run));
      this.running.add(run);
    }, ms);
    timer.unref();
    this.timers.push(timer);
  }

  private async run(work: Periodic): Promise<void> {
    try {
      await work.run();
    } catch (error) {
      this.logger.error('periodic work failed and comes again', {
        job: work.name,
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
    if (this.works.includes(work)) this.after(work.everyMs, work);
  }
}
