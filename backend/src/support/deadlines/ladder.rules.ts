import {
  computeDue,
  type Limit,
  localDate,
  type Offset,
  offsetFrom,
  type Urgency,
  type WorkingCalendar,
  yearOf,
} from '../../kernel';

/** 提醒, 催办, 督办. */
export const STEP_NAMES = { remind: '提醒', urge: '催办', supervise: '督办' } as const;
export type StepKind = keyof typeof STEP_NAMES;

export const BASIS_NAMES = {
  statutory: '法定时限',
  reference: '参考时限',
  suggested: '系统建议时限',
} as const;
export type Basis = keyof typeof BASIS_NAMES;

/** A limit per urgency, or one for all. */
export type Limits = Readonly<Partial<Record<Urgency | 'any', Limit>>>;

/** One rung as a rule states it; without an urgency it is for all. */
export interface LadderStep {
  readonly step: StepKind;
  readonly at: Offset;
  readonly urgency?: Urgency;
}

/** One rung of a running clock; `at` is an ISO instant. */
export interface LadderRung {
  readonly step: StepKind;
  readonly at: string;
}

export interface DeadlineRule {
  readonly id: string;
  readonly name: string;
  readonly limits: Limits;
  readonly ladder: readonly LadderStep[];
  readonly basis: Basis;
  /** The article or paper behind the rule, as people read it. */
  readonly source: string;
}

export interface Clockwork {
  readonly dueAt: Date;
  /** 暂算: counted over a year whose holidays are not published. */
  readonly provisional: boolean;
  readonly ladder: readonly LadderRung[];
}

/**
 * Due time and ladder of a clock that started at `start`. A reminder that would lie before the start is left out; other
 * rungs stay, so a duty that is already overdue when its clock is opened is urged at once. Throws when the rule states
 * no limit for the urgency.
 */
export function clockworkOf(
  rule: DeadlineRule,
  urgency: Urgency,
  start: Date,
  calendar: WorkingCalendar,
): Clockwork {
  const limit = rule.limits[urgency] ?? rule.limits.any;
  if (limit === undefined) throw new Error(`Deadline rule ${rule.id} states no limit for ${urgency}`);
  const { due, provisional } = computeDue(start, limit, calendar);
  const ladder = rule.ladder
    .filter((rung) => rung.urgency === undefined || rung.urgency === urgency)
    .map(({ step, at }) => ({ step, at: offsetFrom(due, at, calendar) }))
    .filter(({ step, at }) => step !== 'remind' || at > start)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ step, at }) => ({ step, at: at.toISOString() }));
  return { dueAt: due, provisional, ladder };
}

/**
 * A ladder whose first `taken` rungs were climbed, continued by a fresh one: what was taken stays as it was, and no kind
 * of step is repeated more often than the fresh ladder has it.
 */
export function continueLadder(
  old: readonly LadderRung[],
  taken: number,
  fresh: readonly LadderRung[],
): LadderRung[] {
  const done = old.slice(0, taken);
  const left: Record<StepKind, number> = { remind: 0, urge: 0, supervise: 0 };
  for (const { step } of done) left[step] += 1;
  const rest = fresh.filter(({ step }) => {
    if (left[step] === 0) return true;
    left[step] -= 1;
    return false;
  });
  return [...done, ...rest];
}

/** The instant of the rung at `index`, or null when the ladder is climbed. */
export function rungAt(ladder: readonly LadderRung[], index: number): Date | null {
  const rung = ladder[index];
  return rung === undefined ? null : new Date(rung.at);
}

/** 督办〔2026〕12号: year in China and running number (GB/T 9704 form). */
export function supervisionNumber(at: Date, sequence: string): string {
  return `督办〔${yearOf(localDate(at))}〕${sequence}号`;
}
