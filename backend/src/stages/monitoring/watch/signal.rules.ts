import { addDays, localDate, type LocalDate } from '../../../kernel';
import type { Rating } from '../../../fieldwork/visits';

/** One visit as the signals read it. */
export interface SeenVisit {
  readonly visitedAt: Date;
  readonly seenChild: boolean;
  readonly items: Readonly<Record<string, Rating>>;
  readonly leftUnattended: boolean;
  readonly livesAlone: boolean;
}

export interface SignalFacts {
  readonly now: Date;
  readonly missed: number;
  /** Full years; null when nobody knows. */
  readonly age: number | null;
  /** Newest first. */
  readonly visits: readonly SeenVisit[];
  readonly care: {
    readonly state: 'running' | 'unfit' | 'ended';
    readonly startedOn: LocalDate;
    readonly lastContactOn: LocalDate | null;
  } | null;
  /** The last report that the reader knows of. */
  readonly reportedAt: Date | null;
}

export const SIGNALS = {
  UNATTENDED: '不满八周岁或需要特别照顾的孩子无人看护',
  LIVING_ALONE: '不满十六周岁的孩子脱离监护单独生活',
  CARER_UNFIT: '照护人不符合条件',
  ABNORMAL_TWICE: '同一方面连续两次异常',
  ABNORMAL: '最近一次走访有异常',
  MISSED_TWICE: '连续两次没有按计划走访',
  NO_CONTACT: '外出父母两周没有联系孩子',
  TURNED_16: '已满16周岁，请核对类别',
} as const;
export type SignalCode = keyof typeof SIGNALS;

export interface Signal {
  readonly code: SignalCode;
  /** What the screen offers: report at once, go and look, or correct the file. */
  readonly offer: 'report' | 'visit' | 'revise';
}

const CONTACT_DAYS = 14;

/**
 * 预警: rules over data that say "go and look" or "report now"; none of them is a finding. Dangers of 未成年人保护法 art 21
 * come first, then arts 22–23, then what visits showed (D). A sign that was reported afterwards is no longer repeated.
 */
export function signalsOf(facts: SignalFacts): Signal[] {
  const signals: Signal[] = [];
  const add = (on: boolean, code: SignalCode, offer: Signal['offer']): void => {
    if (on) signals.push({ code, offer });
  };
  const seen = facts.visits.filter(({ seenChild }) => seenChild);
  const [latest, before] = seen;
  // The two dangers may be told by neighbours at a closed door, too.
  const told = facts.visits[0];
  const fresh = (visit: SeenVisit | undefined): boolean =>
    visit !== undefined && (facts.reportedAt === null || facts.reportedAt < visit.visitedAt);
  const atLeast = (years: number): boolean => facts.age !== null && facts.age >= years;
  add(fresh(told) && told?.leftUnattended === true, 'UNATTENDED', 'report');
  add(fresh(told) && told?.livesAlone === true && !atLeast(16), 'LIVING_ALONE', 'report');
  add(facts.care?.state === 'unfit', 'CARER_UNFIT', 'report');
  const abnormal = abnormalItems(latest);
  const twice = abnormal.some((code) => before?.items[code] === 'abnormal');
  add(fresh(latest) && twice, 'ABNORMAL_TWICE', 'report');
  add(fresh(latest) && !twice && abnormal.length > 0, 'ABNORMAL', 'report');
  add(facts.missed >= 2, 'MISSED_TWICE', 'visit');
  add(noContact(facts), 'NO_CONTACT', 'visit');
  return signals;
}

/** 留守、流动: the category no longer fits (国发〔2016〕13号). */
export function ageSignal(age: number | null, categories: readonly string[]): Signal[] {
  const outgrown =
    age !== null && age >= 16 && categories.some((code) => code === 'LEFT_BEHIND' || code === 'MIGRANT');
  return outgrown ? [{ code: 'TURNED_16', offer: 'revise' }] : [];
}

export function abnormalItems(visit: Pick<SeenVisit, 'items'> | undefined): string[] {
  return Object.entries(visit?.items ?? {}).flatMap(([code, rating]) =>
    rating === 'abnormal' ? [code] : [],
  );
}

/** At least once a week is the law (art 23); after two weeks somebody asks how the child is (D). */
function noContact({ care, now }: SignalFacts): boolean {
  if (care?.state !== 'running') return false;
  return addDays(care.lastContactOn ?? care.startedOn, CONTACT_DAYS) < localDate(now);
}
