import { type AlertFacts, ALERTS, alertsOf } from './alerts.rules';

const NOW = new Date('2026-03-20T08:00:00Z');
const day = (date: string): Date => new Date(`2026-03-${date}T15:59:59Z`);
const QUIET: AlertFacts = {
  reportsInYear: 1,
  siblingInDanger: false,
  visits: [{ seenChild: true, spokeAlone: true }],
  rhythm: { startAt: day('14'), dueAt: day('21') },
  placementReviewOverdue: false,
};
const of = (part: Partial<AlertFacts>) => alertsOf({ ...QUIET, ...part }, NOW);
const seen = { seenChild: true, spokeAlone: false };
const vain = { seenChild: false, spokeAlone: false };

describe('alerts that are no score', () => {
  it('are silent when nothing is odd', () => {
    expect(of({})).toEqual([]);
    expect(of({ visits: [], rhythm: null })).toEqual([]);
  });

  it.each<[string, Partial<AlertFacts>, string[]]>([
    ['a second report in a year', { reportsInYear: 2 }, ['REPEATED_REPORTS']],
    ['a sibling in danger', { siblingInDanger: true }, ['SIBLING_IN_DANGER']],
    ['two visits in vain', { visits: [vain, vain] }, ['VISITS_MISSED', 'NOT_SEEN_ALONE']],
    ['one visit in vain', { visits: [...QUIET.visits, vain] }, []],
    ['two rounds passed', { rhythm: { startAt: day('05'), dueAt: day('12') } }, ['VISITS_MISSED']],
    ['one round passed', { rhythm: { startAt: day('10'), dueAt: day('17') } }, []],
    ['seen twice, never alone', { visits: [seen, seen] }, ['NOT_SEEN_ALONE']],
    ['alone once in the last two', { visits: [seen, seen, { seenChild: true, spokeAlone: true }] }, []],
    ['a placement nobody looked at', { placementReviewOverdue: true }, ['PLACEMENT_REVIEW_OVERDUE']],
  ])('tell of %s', (_, part, codes) => {
    expect(of(part)).toEqual(codes);
  });

  it('each say what to do', () => {
    for (const { title, advice } of Object.values(ALERTS)) {
      expect(title).not.toMatch(/分|评分/);
      expect(advice.length).toBeGreaterThan(10);
    }
  });
});
