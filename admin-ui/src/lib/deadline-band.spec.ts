import { deadlineBand } from './deadline-band';

const HOUR = 3_600_000;
const start = Date.parse('2026-03-02T00:00:00Z');
const at = (hours: number): number => start + hours * HOUR;
const running = {
  state: 'running',
  startAt: new Date(start).toISOString(),
  dueAt: new Date(at(100)).toISOString(),
} as const;

describe('deadlineBand', () => {
  it.each([
    [0, 'calm'],
    [49, 'calm'],
    [50, 'half'],
    [75, 'half'],
    [76, 'short'],
    [99, 'short'],
    [100, 'overdue'],
    [400, 'overdue'],
  ])('after %i of 100 hours is %s', (hours, band) => {
    expect(deadlineBand(running, at(hours))).toBe(band);
  });

  it('has no colour of urgency once it ended', () => {
    expect(deadlineBand({ ...running, state: 'done' }, at(400))).toBe('done');
  });
});
