import type { WorkerOptions } from 'bullmq';
import type { Job, JobData } from './job';

export type QueueKind = 'postgres' | 'redis';

/** Where jobs wait. Both kinds are BullMQ; they differ in connections and in what must be checked. */
export interface QueueBackend {
  readonly kind: QueueKind;
  /** What is wrong with the store's settings, in Chinese; throws when it cannot be reached. */
  check(): Promise<StoreCheck>;
  /** Throws when the store does not take the jobs within a few seconds. */
  enqueue(jobs: readonly Job[]): Promise<void>;
  work(run: (name: string, data: JobData) => Promise<void>): void;
  /** Waits for running jobs, then closes the worker; jobs can still be added. */
  stopWorking(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreCheck {
  /** The store may lose jobs without a word: the process must not start. */
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
}

/** Jobs that could not be handed over are found again by the sweep, so a store may fail, but it may not hang. */
export async function withinMs<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

export const QUEUE_NAME = 'work';
export const ENQUEUE_TIMEOUT_MS = 3_000;

/**
 * A crash counts as a stall, not as an attempt, so stalls get room; a failed job is not tried again by the queue
 * because its row in PostgreSQL becomes due again and gets a job with a fresh id.
 */
export const WORKER_OPTIONS = {
  maxStalledCount: 10,
  removeOnComplete: { age: 600, count: 200 },
  removeOnFail: { age: 86_400, count: 1_000 },
} as const satisfies Partial<WorkerOptions>;

/** The form BullMQ's addBulk takes. */
export function toBulk(
  jobs: readonly Job[],
): { name: string; data: JobData; opts: { jobId: string; attempts: number } }[] {
  return jobs.map(({ name, id, data }) => ({ name, data, opts: { jobId: id, attempts: 1 } }));
}
