import { AGENCY_KINDS, DEADLINE_RULES, OWNER_ROLES, ROUTING, ROUTING_CONDITIONS, SITUATIONS } from './index';
import { furtherLadder, hours, months } from './deadline-ladders';
import type { DeadlineRule, Limit } from './types';

/** The registry's kinds by number: S statutory, L a rule of another place, D our suggestion. */
const REGISTRY = new Map<string, DeadlineRule['basis']>([
  ...Array.from({ length: 57 }, (_, index): [string, DeadlineRule['basis']] => {
    return [`DL-${String(index + 1).padStart(3, '0')}`, 'statutory'];
  }),
  ['DL-019b', 'statutory'],
  ['DL-030', 'reference'],
  ...[1, 42, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57].map((number): [string, 'suggested'] => {
    return [`DL-${String(number).padStart(3, '0')}`, 'suggested'];
  }),
]);
const WITHOUT_NUMBER = ['DL-023', 'DL-032', 'DL-038', 'DL-041', 'DL-050'];
const AGENCY_CODES = new Set<string>(AGENCY_KINDS.map((kind) => kind.code));
const NOT_SUPERVISED = AGENCY_KINDS.filter((kind) => !kind.canBeSupervised).map((kind): string => kind.code);
const MINUTES: Record<Limit['unit'], number> = {
  minute: 1,
  hour: 60,
  natural_day: 1440,
  working_day: 1440,
  month: 43_200,
};
const inMinutes = (limit: Limit): number => limit.amount * MINUTES[limit.unit];
const ruleOf = (id: string): DeadlineRule => {
  const rule = DEADLINE_RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`No rule ${id}`);
  return rule;
};

describe('situations', () => {
  it('have the nine of the law and a text each', () => {
    const codes = SITUATIONS.map((situation) => situation.code);
    expect(codes.slice(0, 9)).toEqual(Array.from({ length: 9 }, (_, index) => `MR${index + 1}`));
    expect(new Set(codes).size).toBe(codes.length);
    for (const situation of SITUATIONS) {
      expect(situation.name.length).toBeGreaterThan(1);
      expect(situation.text.length).toBeGreaterThan(5);
    }
  });

  it('ask for the police in MR1 to MR8', () => {
    for (const { code, policeRequired } of SITUATIONS.filter((situation) =>
      situation.code.startsWith('MR'),
    )) {
      expect(policeRequired).toBe(code !== 'MR9');
    }
  });
});

describe('routing', () => {
  it('gives every situation exactly one lead, first, and nothing else', () => {
    for (const { code } of SITUATIONS) {
      const roles = ROUTING.filter((row) => row.situation === code).map((row) => row.role);
      expect([code, roles[0], roles.filter((role) => role === 'lead').length]).toEqual([code, 'lead', 1]);
    }
    const codes = new Set(SITUATIONS.map((situation) => situation.code));
    expect(ROUTING.filter((row) => !codes.has(row.situation))).toEqual([]);
  });

  it('names known agencies and conditions, one task per agency, and an article for every duty of law', () => {
    const conditions = new Set<string>(ROUTING_CONDITIONS.map((condition) => condition.code));
    for (const row of ROUTING) {
      expect(AGENCY_CODES).toContain(row.agencyKind);
      expect(row.onlyIf === undefined || conditions.has(row.onlyIf)).toBe(true);
      expect(row.kind === 'S').toBe(row.article !== undefined);
      expect(row.task.length).toBeGreaterThan(3);
    }
    const notices = ROUTING.filter((row) => row.role === 'notify').map(
      (row) => row.situation + row.agencyKind,
    );
    const orders = ROUTING.filter((row) => row.role !== 'notify').map(
      (row) => row.situation + row.agencyKind,
    );
    expect(new Set(orders).size).toBe(orders.length);
    expect(notices.filter((notice) => orders.includes(notice))).toEqual([]);
  });

  it('never lets a lead refuse, and asks courts and procuratorates politely', () => {
    for (const row of ROUTING.filter(({ role }) => role === 'lead')) expect(row.refusable).toBe(false);
    for (const row of ROUTING.filter(({ agencyKind }) => NOT_SUPERVISED.includes(agencyKind))) {
      expect(row.task).toContain('商请');
    }
  });

  it('tells neither village nor township about sexual harm', () => {
    const local = ROUTING.filter((row) => ['MR1', 'MR2', 'MR3'].includes(row.situation)).filter((row) =>
      ['village', 'township'].includes(row.agencyKind),
    );
    expect(local).toEqual([]);
  });
});

describe('deadline rules', () => {
  it('are the registry, each once, suggested exactly where the registry says D', () => {
    expect(DEADLINE_RULES.map((rule) => rule.id)).toEqual([...REGISTRY.keys()].sort());
    for (const rule of DEADLINE_RULES) {
      expect([rule.id, rule.basis]).toEqual([rule.id, REGISTRY.get(rule.id)]);
      expect(rule.basis === 'suggested').toBe(rule.verified === 'D');
    }
  });

  it('have a known owner, and a number or a note why not', () => {
    const owners = new Set<string>([...AGENCY_CODES, ...OWNER_ROLES.map((role) => role.code)]);
    for (const rule of DEADLINE_RULES) {
      expect(owners).toContain(rule.ownerKind);
      expect(Object.keys(rule.limits).length === 0).toBe(WITHOUT_NUMBER.includes(rule.id));
      expect(Object.keys(rule.limits).length > 0 || rule.note !== undefined).toBe(true);
    }
  });

  it('never give a more urgent child more time', () => {
    for (const { limits } of DEADLINE_RULES) {
      const { U0, U1, U2, U3 } = limits;
      const amounts = [U0, U1, U2, U3].flatMap((limit) => (limit === undefined ? [] : [inMinutes(limit)]));
      expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    }
  });

  it('tell further numbers of one rule apart by name, and count each', () => {
    for (const { id, further = [] } of DEADLINE_RULES) {
      expect([id, new Set(further.map(({ name }) => name)).size]).toEqual([id, further.length]);
      for (const { limit } of further) expect(limit.amount).toBeGreaterThan(0);
    }
    expect(furtherLadder(ruleOf('DL-034').ladder, hours(2)).map(({ at }) => at)).toEqual([
      { direction: 'before', unit: 'hour', amount: 1 },
      { direction: 'after', unit: 'minute', amount: 0 },
      { direction: 'after', unit: 'hour', amount: 1 },
    ]);
    const polite = furtherLadder(ruleOf('DL-020').ladder, months(3)).map(({ step }) => step);
    expect(polite).toEqual(['remind', 'remind']);
  });

  it('climb: a reminder before, urging at the due time, supervision after', () => {
    const stepsOf = (urgency: string) => ruleOf('DL-051').ladder.filter((step) => step.urgency === urgency);
    expect(stepsOf('U0')).toEqual([
      { step: 'remind', at: { direction: 'before', unit: 'minute', amount: 7 }, urgency: 'U0' },
      { step: 'urge', at: { direction: 'after', unit: 'minute', amount: 0 }, urgency: 'U0' },
      { step: 'supervise', at: { direction: 'after', unit: 'minute', amount: 10 }, urgency: 'U0' },
    ]);
    expect(stepsOf('U2')[0]?.at).toEqual({ direction: 'before', unit: 'hour', amount: 2 });
    expect(stepsOf('U3').map((step) => step.step)).toEqual(['urge', 'supervise']);
    expect(ruleOf('DL-012').ladder[0]?.at).toEqual({ direction: 'before', unit: 'working_day', amount: 1 });
  });

  it('never supervise courts, procuratorates or private parties', () => {
    const polite = DEADLINE_RULES.filter((rule) => {
      return [...NOT_SUPERVISED, 'complainant', 'party', 'guardian', 'applicant_side'].includes(
        rule.ownerKind,
      );
    });
    expect(polite.length).toBeGreaterThan(5);
    for (const rule of polite) expect(rule.ladder.filter((step) => step.step !== 'remind')).toEqual([]);
  });
});
