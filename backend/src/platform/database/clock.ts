import type { DataSource } from 'typeorm';

/** How far a new anchor may be off because the round trip was slow; a larger step is a real correction. */
const JITTER_MS = 1_000;

/**
 * The one clock: database time plus the offset stored with the installation (demo and test only). Between refreshes it
 * runs on this process's monotonic clock, so a wrong or stepped machine clock changes nothing.
 */
export class Clock {
  private anchorDb = 0;
  private anchorMono = 0;
  private latest = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Now, as rules and rows use it. */
  now(): Date {
    if (this.anchorDb === 0) throw new Error('The clock was read before it was started');
    const at = this.anchorDb + (performance.now() - this.anchorMono);
    // A new anchor may lie some milliseconds back; whoever just wrote a row valid from now must see it in the next read.
    if (at > this.latest || this.latest - at > JITTER_MS) this.latest = at;
    return new Date(this.latest);
  }

  async start(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), 1_000);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Re-anchors on the database; half the round trip is taken off. */
  async refresh(): Promise<void> {
    const before = performance.now();
    const rows = await this.dataSource.query<{ ms: string }[]>(
      `SELECT (extract(epoch FROM clock_timestamp()) * 1000 + clock_offset_ms)::text AS ms FROM installation`,
    );
    const after = performance.now();
    this.anchorDb = Number(rows[0]?.ms ?? Date.now());
    this.anchorMono = (before + after) / 2;
  }
}
