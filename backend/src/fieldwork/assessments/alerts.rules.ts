/** What a reader should think about, computed from facts alone: never a score, and no score goes in (domain §11, D). */
export interface AlertFacts {
  /** Reports about this child in the last twelve months. */
  readonly reportsInYear: number;
  /** Another child of the incident, the household or the same guardian was found in danger. */
  readonly siblingInDanger: boolean;
  /** Oldest first. */
  readonly visits: readonly { readonly seenChild: boolean; readonly spokeAlone: boolean }[];
  /** The running clock of regular visits. */
  readonly rhythm: { readonly startAt: Date; readonly dueAt: Date } | null;
  /** A clock of a placement's review has run out. */
  readonly placementReviewOverdue: boolean;
}

export const ALERTS = {
  REPEATED_REPORTS: {
    title: '一年内有两次以上报告',
    advice: '把几次报告放在一起看，核实是不是同一件事、有没有加重，再复评风险。',
  },
  SIBLING_IN_DANGER: {
    title: '家里另一个孩子曾被认定有危险',
    advice: '同时核实这个孩子的安全，尽快见面并单独谈话。',
  },
  VISITS_MISSED: {
    title: '连续两次应做的走访没有见到孩子',
    advice: '今天就去找孩子；找不到或家里拒绝的，联系派出所一起上门。',
  },
  NOT_SEEN_ALONE: {
    title: '最近两次走访都没有和孩子单独谈',
    advice: '下次到学校或别的安全地方，安排和孩子单独谈话。',
  },
  PLACEMENT_REVIEW_OVERDUE: {
    title: '安置复核已经超期',
    advice: '尽快到安置的地方看孩子，登记安置复核。',
  },
} as const;
export type AlertCode = keyof typeof ALERTS;

const MANY_REPORTS = 2;
const MANY_VISITS = 2;

/** The alerts of a case, in the order of the table. */
export function alertsOf(facts: AlertFacts, now: Date): AlertCode[] {
  const lastTwo = facts.visits.slice(-MANY_VISITS);
  const holds: Readonly<Record<AlertCode, boolean>> = {
    REPEATED_REPORTS: facts.reportsInYear >= MANY_REPORTS,
    SIBLING_IN_DANGER: facts.siblingInDanger,
    VISITS_MISSED: missedInARow(facts, now) >= MANY_VISITS,
    NOT_SEEN_ALONE: lastTwo.length === MANY_VISITS && lastTwo.every(({ spokeAlone }) => !spokeAlone),
    PLACEMENT_REVIEW_OVERDUE: facts.placementReviewOverdue,
  };
  return (Object.keys(ALERTS) as AlertCode[]).filter((code) => holds[code]);
}

/** Visits that did not find the child since it was last seen, and rounds that passed without any. */
function missedInARow({ visits, rhythm }: AlertFacts, now: Date): number {
  const seen = visits.findLastIndex(({ seenChild }) => seenChild);
  const inVain = visits.length - 1 - seen;
  if (rhythm === null || now <= rhythm.dueAt) return inVain;
  const round = rhythm.dueAt.getTime() - rhythm.startAt.getTime();
  const passed = 1 + Math.floor((now.getTime() - rhythm.dueAt.getTime()) / Math.max(round, 1));
  // A visit in vain was made for a round that passed: the same round is not counted twice.
  return Math.max(inVain, passed);
}
