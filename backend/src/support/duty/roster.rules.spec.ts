import { findDouble, gapsIn, nextOfficer, onDuty, type Post, type Shift, shiftSpan } from './roster.rules';

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const shift = (
  id: string,
  from: string,
  to: string,
  part: Partial<Shift> & { readonly post?: Post } = {},
): Shift => ({
  id,
  userId: `user-${id}`,
  post: 'officer',
  rank: 1,
  startsAt: at(from),
  endsAt: at(to),
  standsInFor: null,
  ...part,
});
const ids = (shifts: readonly Shift[]): string[] => shifts.map(({ id }) => id);

describe('shiftSpan', () => {
  it('counts in China, and goes on past midnight', () => {
    expect(shiftSpan('2026-01-31', '08:30', '08:30')).toEqual({
      from: new Date('2026-01-31T00:30:00Z'),
      to: new Date('2026-02-01T00:30:00Z'),
    });
    expect(shiftSpan('2026-01-31', '20:00', '08:00').to).toEqual(at('2026-02-01T08:00'));
    expect(shiftSpan('2026-01-31', '08:00', '20:00').to).toEqual(at('2026-01-31T20:00'));
  });
});

describe('onDuty', () => {
  const night = shift('night', '2026-01-12T20:00', '2026-01-13T08:00');
  const day = shift('day', '2026-01-13T08:00', '2026-01-13T20:00');

  it('holds the first instant and not the last, across midnight', () => {
    expect(ids(onDuty([night, day], at('2026-01-13T00:30')).officers)).toEqual(['night']);
    expect(ids(onDuty([night, day], at('2026-01-13T08:00')).officers)).toEqual(['day']);
    expect(onDuty([night, day], at('2026-01-13T20:00'))).toEqual({ officers: [], leader: null });
  });

  it('orders officers by rank and names the leader apart', () => {
    const second = { ...day, id: 'second', rank: 2 };
    const leader = { ...day, id: 'leader', post: 'leader' as const };
    const found = onDuty([second, leader, day], at('2026-01-13T09:00'));
    expect([ids(found.officers), found.leader?.id]).toEqual([['day', 'second'], 'leader']);
  });

  it('lets a stand-in take the rest of a shift, and another the rest of that', () => {
    const first = shift('first', '2026-01-13T12:00', '2026-01-13T20:00', { standsInFor: 'day' });
    const second = shift('second', '2026-01-13T18:00', '2026-01-13T20:00', { standsInFor: 'first' });
    const roster = [day, first, second];
    const hours = ['11:59', '12:00', '18:00'].map((time) =>
      ids(onDuty(roster, at(`2026-01-13T${time}`)).officers),
    );
    expect(hours).toEqual([['day'], ['first'], ['second']]);
  });
});

describe('nextOfficer', () => {
  it('is who comes on next, or the one who stands in from the beginning', () => {
    const tomorrow = shift('tomorrow', '2026-01-14T08:00', '2026-01-15T08:00');
    const leader = shift('leader', '2026-01-13T08:00', '2026-01-14T08:00', { post: 'leader' });
    expect(nextOfficer([tomorrow, leader], at('2026-01-13T07:00'))?.id).toBe('tomorrow');
    const instead = { ...tomorrow, id: 'instead', standsInFor: 'tomorrow' };
    expect(nextOfficer([tomorrow, instead], at('2026-01-13T07:00'))?.id).toBe('instead');
    expect(nextOfficer([tomorrow], at('2026-01-14T08:01'))).toBeNull();
  });
});

describe('gapsIn', () => {
  const span = { from: at('2026-01-13T08:00'), to: at('2026-01-15T08:00') };
  const gaps = (...shifts: Shift[]): string[] =>
    gapsIn(shifts, span).map(({ from, to }) => `${from.toISOString()} ${to.toISOString()}`);

  it('is everything when nobody is entered, and a leader alone covers nothing', () => {
    expect(gapsIn([], span)).toEqual([span]);
    expect(gapsIn([shift('l', '2026-01-13T08:00', '2026-01-15T08:00', { post: 'leader' })], span)).toEqual([
      span,
    ]);
  });

  it('finds the hole between two shifts and the end, and none in shifts that meet', () => {
    const first = shift('a', '2026-01-12T20:00', '2026-01-13T20:00');
    const later = shift('b', '2026-01-14T08:00', '2026-01-14T20:00');
    expect(gaps(later, first)).toEqual([
      '2026-01-13T12:00:00.000Z 2026-01-14T00:00:00.000Z',
      '2026-01-14T12:00:00.000Z 2026-01-15T00:00:00.000Z',
    ]);
    expect(gaps(first, shift('c', '2026-01-13T20:00', '2026-01-16T08:00'))).toEqual([]);
  });
});

describe('findDouble', () => {
  it('is the same place at the same time; meeting is no doubling', () => {
    const day = shift('day', '2026-01-13T08:00', '2026-01-13T20:00');
    expect(findDouble(shift('x', '2026-01-13T19:00', '2026-01-13T21:00'), [day])?.id).toBe('day');
    expect(findDouble(shift('x', '2026-01-13T20:00', '2026-01-14T08:00'), [day])).toBeUndefined();
    expect(
      findDouble(shift('x', '2026-01-13T09:00', '2026-01-13T10:00', { rank: 2 }), [day]),
    ).toBeUndefined();
    expect(
      findDouble(shift('x', '2026-01-13T09:00', '2026-01-13T10:00', { post: 'leader' }), [day]),
    ).toBeUndefined();
  });
});
