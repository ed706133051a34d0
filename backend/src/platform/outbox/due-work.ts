import { Injectable } from '@nestjs/common';
import type { Job, JobProcessor } from '../queue';

/**
 * - due: what is due and nobody works on.
 * - all: also what waits in a queue; its job will find the lease gone and do nothing. For draining in-process.
 */
export type ClaimMode = 'due' | 'all';

/** Rows that become due: the truth the queue only points at. */
export interface DueWork extends JobProcessor {
  /** Takes up to `limit` rows nobody else has; a row that is not done in time becomes due again by itself. */
  claim(limit: number, mode: ClaimMode): Promise<Job[]>;
  /** Gives claimed rows back after the queue refused them. */
  release(jobs: readonly Job[]): Promise<void>;
  /** Nothing is due and nothing is being worked on, in any process. */
  isIdle(): Promise<boolean>;
}

/** Every kind of due work; modules register in onModuleInit. */
@Injectable()
export class DueWorkRegistry {
  private readonly works: DueWork[] = [];

  register(work: DueWork): void {
    this.works.push(work);
  }

  all(): readonly DueWork[] {
    return this.works;
  }
}
