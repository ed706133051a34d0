import { Global, Injectable, Module } from '@nestjs/common';
import { Clock, ClockMover, WorkerDatabase } from '../../platform/database';
import { Drainer } from '../../platform/outbox';

/**
 * 时光快进: moves the clock of a demo or test installation and lets everything happen on the way, at its own moment:
 * the clock stops at each rung of each ladder, the sweep and the queues are drained, and only then does it go on.
 */
@Injectable()
export class TimeTravel extends ClockMover {
  constructor(
    private readonly database: WorkerDatabase,
    private readonly clock: Clock,
    private readonly drainer: Drainer,
  ) {
    super();
  }

  /** Moves forward by whole minutes. Returns the new time. */
  advance(minutes: number): Promise<Date> {
    return this.advanceTo(new Date(this.clock.now().getTime() + minutes * 60_000));
  }

  /** Moves forward to an instant; a real installation refuses (constraint installation_real_clock). */
  async advanceTo(target: Date): Promise<Date> {
    await this.clock.refresh();
    await this.drainer.drain();
    for (;;) {
      const next = await this.nextRung();
      const stop = next !== undefined && next < target ? next : target;
      await this.moveTo(stop);
      await this.drainer.drain();
      if (stop === target) return this.clock.now();
    }
  }

  private async nextRung(): Promise<Date | undefined> {
    const [row] = await this.database.dataSource.query<{ at: Date | null }[]>(
      `SELECT min(next_step_at) AS at FROM deadline WHERE state = 'running' AND next_step_at > $1`,
      [this.clock.now()],
    );
    return row?.at ?? undefined;
  }

  private async moveTo(instant: Date): Promise<void> {
    const ms = Math.max(0, Math.ceil(instant.getTime() - this.clock.now().getTime()) + 1);
    await this.database.dataSource.query('UPDATE installation SET clock_offset_ms = clock_offset_ms + $1', [
      ms,
    ]);
    await this.clock.refresh();
  }
}

@Global()
@Module({
  providers: [TimeTravel, { provide: ClockMover, useExisting: TimeTravel }],
  exports: [TimeTravel, ClockMover],
})
export class TimeTravelModule {}
