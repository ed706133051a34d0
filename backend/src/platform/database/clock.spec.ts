import { DataSource } from 'typeorm';
import { Clock } from './clock';

/** A database whose answers about the time are given; it is never connected. */
class GivenTimes extends DataSource {
  constructor(private readonly times: number[]) {
    super({ type: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' });
  }

  override query<T>(): Promise<T> {
    return Promise.resolve([{ ms: String(this.times.shift()) }] as T);
  }
}

const NOON = Date.parse('2026-03-11T04:00:00Z');
const MINUTE = 60_000;

describe('clock', () => {
  it('never shows an earlier time because a new anchor lies a little back', async () => {
    const clock = new Clock(new GivenTimes([NOON, NOON - 400]));
    await clock.refresh();
    const before = clock.now().getTime();
    await clock.refresh();
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
  });

  it('follows a real correction in both directions', async () => {
    const clock = new Clock(new GivenTimes([NOON, NOON + MINUTE, NOON - MINUTE]));
    await clock.refresh();
    await clock.refresh();
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(NOON + MINUTE);
    await clock.refresh();
    expect(clock.now().getTime()).toBeLessThan(NOON);
  });
});
