import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { JobQueue } from '../queue';
import { DueWorkRegistry } from './due-work';
import { Relay } from './relay';

/** What a worker process does besides serving; roles worker and all start it once the application is up. */
@Injectable()
export class BackgroundWork implements BeforeApplicationShutdown {
  private isRunning = false;

  constructor(
    private readonly works: DueWorkRegistry,
    private readonly queue: JobQueue,
    private readonly relay: Relay,
  ) {}

  /** Throws when a job kind has no processor or the queue store is set up to lose jobs. */
  async start(): Promise<void> {
    await this.queue.start(this.works.all());
    this.relay.start();
    this.isRunning = true;
  }

  /** Relay, then running jobs, then the queue; the pools are closed after this by whoever opened them. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    this.isRunning = false;
    await this.relay.stop();
    await this.queue.close();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}
