import type { Deadline } from '../api';
import { deadlineBand, findNextDeadline } from './deadline-band';

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

describe('findNextDeadline', () => {
  const clock = (part: Partial<Deadline>) => ({ state: 'running', manner: 'duty', ...part }) as Deadline;

  it('is the duty that ends first; what a court is asked, or a party may ask, presses nobody', () => {
    const next = findNextDeadline([
      clock({ id: 'court', manner: 'asked', dueAt: '2026-10-08T00:00:00Z' }),
      clock({ id: 'party', manner: 'right', dueAt: '2026-10-09T00:00:00Z' }),
      clock({ id: 'late', dueAt: '2026-10-11T00:00:00Z' }),
      clock({ id: 'soon', dueAt: '2026-10-10T00:00:00Z' }),
      clock({ id: 'done', state: 'done', dueAt: '2026-10-01T00:00:00Z' }),
    ]);
    expect(next?.id).toBe('soon');
    expect(findNextDeadline([clock({ manner: 'asked', dueAt: '2026-10-08T00:00:00Z' })])).toBeUndefined();
  });
});
