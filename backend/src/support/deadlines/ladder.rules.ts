import {
  computeDue,
  type Due,
  endOfDay,
  type Limit,
  localDate,
  type LocalDate,
  type Offset,
  offsetFrom,
  type Urgency,
  type WorkingCalendar,
  yearOf,
} from '../../kernel';

/** 提醒, 催办, 督办; and the call of the next person on duty, which presses nobody. */
export const STEP_NAMES = { remind: '提醒', urge: '催办', supervise: '督办', call: '转下一值班人' } as const;
export type StepKind = keyof typeof STEP_NAMES;

export const BASIS_NAMES = {
  statutory: '法定时限',
  reference: '参考时限',
  suggested: '系统建议时限',
} as const;
export type Basis = keyof typeof BASIS_NAMES;

/**
 * What running out means. `duty`: late. `asked`: a court or procuratorate answers in its own time (预计办结), never late
 * (design §9.6). `right`: a party's own time to ask for something; it lapses.
 */
export type Manner = 'duty' | 'asked' | 'right';
const MANNERS: Readonly<Record<string, Manner>> = {
  court: 'asked',
  procuratorate: 'asked',
  complainant: 'right',
  party: 'right',
};

/** Owner kinds whose time lapses. */
export const RIGHTS = Object.keys(MANNERS).filter((kind) => MANNERS[kind] === 'right');

/** The manner of a rule, by whose time it is. */
export function mannerOf(ownerKind: string): Manner {
  return MANNERS[ownerKind] ?? 'duty';
}

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

/** A further number of a rule, which a person chooses by its name: an extension, a kind of matter. */
export interface FurtherLimit {
  readonly name: string;
  readonly limit: Limit;
  readonly ladder: readonly LadderStep[];
}

export interface DeadlineRule {
  readonly id: string;
  readonly name: string;
  readonly limits: Limits;
  readonly further: readonly FurtherLimit[];
  readonly ladder: readonly LadderStep[];
  readonly basis: Basis;
  /** An agency kind, or one of OWNER_ROLES: whose duty or right it is. */
  readonly ownerKind: string;
  /** The article or paper behind the rule, as people read it. */
  readonly source: string;
}

/** What a person chose about a clock; nothing: the usual number of the rule. */
export interface ClockChoice {
  readonly variant?: string | undefined;
  readonly endsOn?: LocalDate | undefined;
}

export interface Clockwork {
  readonly dueAt: Date;
  /** 暂算: counted over a year whose holidays are not published. */
  readonly provisional: boolean;
  readonly ladder: readonly LadderRung[];
}

/**
 * Due time and ladder of a clock that started at `start`. A reminder that would lie before the start is left out; other
 * rungs stay, so a duty that is already overdue when its clock is opened is urged at once. `variant` names one of the
 * rule's further numbers instead of the usual one; `endsOn` is a day somebody agreed on, which counts when it comes before
 * the end of the limit. Throws when the rule states no limit for the urgency, or no such number.
 */
export function clockworkOf(
  rule: DeadlineRule,
  urgency: Urgency,
  start: Date,
  calendar: WorkingCalendar,
  { variant, endsOn }: ClockChoice = {},
): Clockwork {
  const { limit, steps } = chosen(rule, urgency, variant);
  const { due, provisional } = earlier(computeDue(start, limit, calendar), endsOn);
  const ladder = steps
    .filter((rung) => rung.urgency === undefined || rung.urgency === urgency)
    .map(({ step, at }) => ({ step, at: offsetFrom(due, at, calendar) }))
    .filter(({ step, at }) => step !== 'remind' || at > start)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ step, at }) => ({ step, at: at.toISOString() }));
  return { dueAt: due, provisional, ladder };
}

function earlier(computed: Due, endsOn: LocalDate | undefined): Due {
  if (endsOn === undefined || endOfDay(endsOn) >= computed.due) return computed;
  return { due: endOfDay(endsOn), provisional: false };
}

function chosen(
  { id, limits, ladder, further }: DeadlineRule,
  urgency: Urgency,
  variant: string | undefined,
): { limit: Limit; steps: readonly LadderStep[] } {
  if (variant !== undefined) {
    const found = further.find(({ name }) => name === variant);
    if (found === undefined) throw new Error(`Deadline rule ${id} has no further number called ${variant}`);
    return { limit: found.limit, steps: found.ladder };
  }
  const limit = limits[urgency] ?? limits.any;
  if (limit === undefined) throw new Error(`Deadline rule ${id} states no limit for ${urgency}`);
  return { limit, steps: ladder };
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
  const left: Record<StepKind, number> = { remind: 0, urge: 0, supervise: 0, call: 0 };
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
