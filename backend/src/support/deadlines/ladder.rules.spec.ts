import { WorkingCalendar } from '../../kernel';
import {
  clockworkOf,
  continueLadder,
  type DeadlineRule,
  type LadderRung,
  mannerOf,
  RIGHTS,
  rungAt,
  supervisionNumber,
} from './ladder.rules';

const calendar = new WorkingCalendar(new Map(), new Set([2026]));
const receive: DeadlineRule = {
  id: 'DL-051',
  name: '受理',
  limits: { U0: { unit: 'minute', amount: 15 }, U3: { unit: 'working_day', amount: 1 } },
  ladder: [
    { step: 'supervise', at: { direction: 'after', unit: 'minute', amount: 10 }, urgency: 'U0' },
    { step: 'remind', at: { direction: 'before', unit: 'minute', amount: 7 }, urgency: 'U0' },
    { step: 'urge', at: { direction: 'after', unit: 'minute', amount: 0 } },
    { step: 'remind', at: { direction: 'before', unit: 'working_day', amount: 1 }, urgency: 'U3' },
  ],
  further: [
    {
      name: '经批准延长',
      limit: { unit: 'natural_day', amount: 30 },
      ladder: [{ step: 'urge', at: { direction: 'after', unit: 'minute', amount: 0 } }],
    },
  ],
  basis: 'suggested',
  ownerKind: 'intake',
  source: '',
};
const noon = new Date('2026-03-11T04:00:00Z');
const rungs = (...texts: string[]): LadderRung[] =>
  texts.map((text) => {
    const [step, at] = text.split('@');
    return { step: step as LadderRung['step'], at: at ?? '' };
  });

describe('clockworkOf', () => {
  it('orders the rungs of the urgency by time', () => {
    expect(clockworkOf(receive, 'U0', noon, calendar)).toEqual({
      dueAt: new Date('2026-03-11T04:15:00Z'),
      provisional: false,
      ladder: rungs(
        'remind@2026-03-11T04:08:00.000Z',
        'urge@2026-03-11T04:15:00.000Z',
        'supervise@2026-03-11T04:25:00.000Z',
      ),
    });
  });

  it('leaves out a reminder that lies before the start', () => {
    const { ladder } = clockworkOf(receive, 'U3', noon, calendar);
    expect(ladder.map(({ step }) => step)).toEqual(['urge']);
  });

  it('says so when the holidays of a year are not known', () => {
    expect(clockworkOf(receive, 'U3', new Date('2027-03-11T04:00:00Z'), calendar).provisional).toBe(true);
  });

  it('runs by a further number when a person chose one, whatever the urgency', () => {
    const { dueAt, ladder } = clockworkOf(receive, 'U1', noon, calendar, { variant: '经批准延长' });
    expect(dueAt).toEqual(new Date('2026-04-10T15:59:59.999Z'));
    expect(ladder).toEqual(rungs('urge@2026-04-10T15:59:59.999Z'));
  });

  it('ends on a day agreed on, if that comes first', () => {
    const until = (endsOn: string) => clockworkOf(receive, 'U3', noon, calendar, { endsOn });
    expect(until('2027-01-01')).toEqual(clockworkOf(receive, 'U3', noon, calendar));
    const agreed = clockworkOf(receive, 'U1', noon, calendar, {
      variant: '经批准延长',
      endsOn: '2026-03-20',
    });
    expect(agreed.dueAt).toEqual(new Date('2026-03-20T15:59:59.999Z'));
    expect(agreed.ladder).toEqual(rungs('urge@2026-03-20T15:59:59.999Z'));
  });

  it('names a further number it does not have', () => {
    expect(() => clockworkOf(receive, 'U0', noon, calendar, { variant: '延长' })).toThrow(
      'DL-051 has no further number called 延长',
    );
  });

  it('names a rule without a limit', () => {
    expect(() => clockworkOf(receive, 'U1', noon, calendar)).toThrow('DL-051 states no limit for U1');
  });
});

describe('continueLadder', () => {
  const old = rungs('remind@a', 'urge@b', 'supervise@c');

  it('starts over when nothing was taken', () => {
    expect(continueLadder(old, 0, rungs('urge@x'))).toEqual(rungs('urge@x'));
  });

  it('keeps what was taken and does not repeat it', () => {
    expect(continueLadder(old, 2, rungs('remind@x', 'urge@y', 'supervise@z'))).toEqual(
      rungs('remind@a', 'urge@b', 'supervise@z'),
    );
  });

  it('counts steps of one kind', () => {
    expect(continueLadder(rungs('remind@a', 'remind@b'), 1, rungs('remind@x', 'remind@y', 'urge@z'))).toEqual(
      rungs('remind@a', 'remind@y', 'urge@z'),
    );
  });
});

describe('rungAt', () => {
  it('is null at the end of the ladder', () => {
    expect(rungAt(rungs('urge@2026-03-11T04:15:00.000Z'), 0)).toEqual(new Date('2026-03-11T04:15:00Z'));
    expect(rungAt([], 0)).toBeNull();
  });
});

describe('supervisionNumber', () => {
  it('takes the year of China', () => {
    expect(supervisionNumber(new Date('2026-12-31T16:00:00Z'), '12')).toBe('督办〔2027〕12号');
    expect(supervisionNumber(new Date('2026-12-31T15:59:59Z'), '12')).toBe('督办〔2026〕12号');
  });
});

describe('what running out means', () => {
  it('is late for a duty only: courts are asked, parties may ask', () => {
    expect(['police', 'intake', 'applicant_side', 'guardian'].map(mannerOf)).toEqual(Array(4).fill('duty'));
    expect(['court', 'procuratorate'].map(mannerOf)).toEqual(['asked', 'asked']);
    expect(['complainant', 'party'].map(mannerOf)).toEqual(['right', 'right']);
    expect([...RIGHTS].sort()).toEqual(['complainant', 'party']);
  });
});
