import { type ChildVoice, childVoiceErrors, type FieldErrors, pastDayErrors } from '../../casefile';
import { addDays, type LocalDate, localDate, startOfDay } from '../../kernel';

/** 未成年人保护法92, its seven situations. */
export const CUSTODY_REASONS = ['TC1', 'TC2', 'TC3', 'TC4', 'TC5', 'TC6', 'TC7'] as const;
export type CustodyReason = (typeof CUSTODY_REASONS)[number];

/** 未成年人保护法94, its five situations: when civil affairs becomes the guardian for good. */
export const LONG_TERM_GROUNDS = ['LT1', 'LT2', 'LT3', 'LT4', 'LT5'] as const;
export type LongTermGround = (typeof LONG_TERM_GROUNDS)[number];

/** Situations in which nobody suspects the guardian of harm: missing, absent, or unable through no fault. */
const BLAMELESS: ReadonlySet<string> = new Set<CustodyReason>(['TC1', 'TC2', 'TC3']);

/** Whether the reasons rule out that the guardian is the danger; without any reason nothing is ruled out. */
export function isBlameless(reasons: readonly string[]): boolean {
  return reasons.length > 0 && reasons.every((reason) => BLAMELESS.has(reason));
}

/** 临时监护一般不超过一年 (24号15): from these days on a list shows it in another colour. */
export const CUSTODY_BANDS = [180, 270, 330, 365] as const;
export type CustodyBand = (typeof CUSTODY_BANDS)[number];

const DAY_MS = 86_400_000;

/** Whole days from the first day of a custody to today; the first day is 0. */
export function custodyDays(startedOn: LocalDate, now: Date): number {
  return Math.round((startOfDay(localDate(now)).getTime() - startOfDay(startedOn).getTime()) / DAY_MS);
}

/** The highest band that is reached, or null. */
export function custodyBand(days: number): CustodyBand | null {
  return CUSTODY_BANDS.findLast((band) => days >= band) ?? null;
}

/** The last first day of a custody that has reached a band today. */
export function startedByFor(band: CustodyBand, now: Date): LocalDate {
  return addDays(localDate(now), -band);
}

export interface CustodyForm extends ChildVoice {
  readonly startedOn: LocalDate;
}

/** What is wrong with a decision on custody (D08), by field. */
export function custodyErrors(form: CustodyForm, now: Date): FieldErrors {
  return { ...pastDayErrors('startedOn', form.startedOn, now), ...childVoiceErrors(form) };
}
