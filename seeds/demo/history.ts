import type { INestApplicationContext } from '@nestjs/common';
import { addDays, atTime, localDate } from '@tonghu/backend/kernel';
import { Clock, WorkerDatabase } from '@tonghu/backend/platform/database';
import { Drainer } from '@tonghu/backend/platform/outbox';
import { TimeTravel } from '@tonghu/backend/support/deadlines';

/** A tale told in time: it yields the instant at which it goes on. */
export type Story = AsyncGenerator<Date, void, void>;

/** From here on notices and ladders happen as they did; what is older was read and dealt with long ago. */
const LIVELY_DAYS = 30;

/**
 * Tells stories whose days overlap, each step at its own moment of the past: the clock of the demo is set back, walks
 * forward from step to step, and ends at the present. 18 months of history leave 30 days of notices.
 */
export class History {
  private lively = false;
  private readonly livelyFrom: Date;
  /** Today, and the instant at which the last step may happen. */
  readonly today: string;
  readonly end: Date;

  constructor(private readonly app: INestApplicationContext) {
    this.end = app.get(Clock).now();
    this.today = localDate(this.end);
    this.livelyFrom = this.day(-LIVELY_DAYS, '00:00');
  }

  /** A day counted from today (negative: ago), at a time of day in China. */
  day(offset: number, time: string): Date {
    const [hour, minute] = time.split(':').map(Number);
    return atTime(addDays(this.today, offset), hour ?? 0, minute ?? 0);
  }

  async tell(stories: readonly Story[]): Promise<void> {
    const waiting: { readonly at: Date; readonly story: Story }[] = [];
    const resume = async (story: Story): Promise<void> => {
      const { value, done } = await story.next();
      if (done !== true) waiting.push({ at: value, story });
    };
    for (const story of stories) await resume(story);
    for (;;) {
      waiting.sort((a, b) => b.at.getTime() - a.at.getTime());
      const next = waiting.pop();
      if (next === undefined) break;
      if (next.at > this.end) throw new Error('A demo story reaches into the future');
      await this.moveTo(next.at);
      await resume(next.story);
    }
    await this.moveTo(this.end);
    await this.setOffset(0);
    await this.app.get(Drainer).drain();
  }

  private async moveTo(instant: Date): Promise<void> {
    if (instant >= this.livelyFrom && !this.lively) await this.wakeUp();
    if (this.lively) await this.app.get(TimeTravel).advanceTo(instant);
    else await this.setOffset(instant.getTime() - Date.now());
  }

  /** Everything sent before is taken as read; from now on the clocks ring. */
  private async wakeUp(): Promise<void> {
    this.lively = true;
    await this.setOffset(this.livelyFrom.getTime() - Date.now());
    const { dataSource } = this.app.get(WorkerDatabase);
    await dataSource.query(
      `UPDATE outbox_delivery SET state = 'done', done_at = due_at WHERE state = 'pending'`,
    );
  }

  private async setOffset(ms: number): Promise<void> {
    await this.app
      .get(WorkerDatabase)
      .dataSource.query('UPDATE installation SET clock_offset_ms = $1', [Math.round(ms)]);
    await this.app.get(Clock).refresh();
  }
}
