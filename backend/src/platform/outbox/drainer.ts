import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Job } from '../queue';
import { type DueWork, DueWorkRegistry } from './due-work';

const BATCH = 200;
/** Kept below the size of the smallest worker pool. */
const AT_A_TIME = 3;
const POLL_MS = 20;
const DEFAULT_TIMEOUT_MS = 120_000;

/** Does in this process everything that is due, without the queue: for advance(), seeds and tests. */
@Injectable()
export class Drainer {
  constructor(private readonly works: DueWorkRegistry) {}

  /**
   * Runs until nothing is due and nobody works, whatever follows from it included; a failed delivery waits for its next
   * try and is not waited for. Returns how many jobs ran here. Throws after `timeoutMs`.
   */
  async drain(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<number> {
    const end = performance.now() + timeoutMs;
    let ran = 0;
    for (;;) {
      const before = ran;
      for (const work of this.works.all()) ran += await runClaimed(work);
      if (ran > before) continue;
      if (await this.isIdle()) return ran;
      if (performance.now() > end) throw new Error(`Due work was not finished within ${timeoutMs} ms`);
      await sleep(POLL_MS);
    }
  }

  private async isIdle(): Promise<boolean> {
    for (const work of this.works.all()) if (!(await work.isIdle())) return false;
    return true;
  }
}

async function runClaimed(work: DueWork): Promise<number> {
  const jobs = await work.claim(BATCH, 'all');
  const waiting: Job[] = [...jobs];
  const runner = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await work.run(job.data);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, runner));
  return jobs.length;
}
