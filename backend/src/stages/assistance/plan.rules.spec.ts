import { planErrors, type PlanForm, planStates } from './plan.rules';

const NOW = new Date('2026-03-02T08:00:00Z');
const form = (part: Partial<PlanForm> = {}): PlanForm => ({
  reviewOn: '2026-04-02',
  goals: [{ dueOn: '2026-03-30' }],
  childInformed: true,
  services: [{ dueOn: '2026-03-02' }],
  childOpinion: '想回学校',
  ...part,
});
const fields = (part: Partial<PlanForm>): string[] => Object.keys(planErrors(form(part), NOW)).sort();

describe('a plan (D15)', () => {
  it('is sound with a review ahead, and goals and services that can still be done', () => {
    expect(fields({})).toEqual([]);
  });

  it.each<[string, Partial<PlanForm>, string[]]>([
    ['a review today', { reviewOn: '2026-03-02' }, ['reviewOn']],
    ['a goal of yesterday', { goals: [{ dueOn: '2026-03-09' }, { dueOn: '2026-03-01' }] }, ['goals.1.dueOn']],
    ['a service of yesterday', { services: [{ dueOn: '2026-03-01' }] }, ['services.0.dueOn']],
    ['a day no calendar has', { services: [{ dueOn: '2026-02-30' }] }, ['services.0.dueOn']],
    ['a child nobody asked', { childOpinion: ' ' }, ['childOpinion']],
    ['a child nobody told, without a reason', { childInformed: false }, ['notInformedReason']],
  ])('names %s', (_, part, expected) => {
    expect(fields(part)).toEqual(expected);
  });

  it('takes a child nobody told, with a reason', () => {
    expect(fields({ childInformed: false, notInformedReason: '孩子住院，等医生同意' })).toEqual([]);
  });
});

describe('the plans of a case', () => {
  const leader = { proposed: false, approved: null };
  const waiting = { proposed: true, approved: null };
  const approved = { proposed: true, approved: true };
  const returned = { proposed: true, approved: false };

  it.each([
    ['a leader’s plan counts at once', [leader], ['approved']],
    ['a draft waits', [waiting], ['proposed']],
    ['a draft beside a plan that counts', [leader, waiting], ['approved', 'proposed']],
    ['an approved draft replaces the plan before', [leader, approved], ['replaced', 'approved']],
    ['a returned draft replaces nothing', [leader, returned], ['approved', 'returned']],
    ['a leader’s plan overtakes a waiting draft', [waiting, leader], ['replaced', 'approved']],
    ['a second draft overtakes the first', [waiting, waiting], ['replaced', 'proposed']],
  ])('%s', (_, plans, states) => {
    expect(planStates(plans)).toEqual(states);
  });
});
