import type { FieldErrors, RiskLevel } from '../../casefile';
import { moreUrgent, type Urgency } from '../../kernel';

const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];
export type Answers = Readonly<Record<string, unknown>>;

export interface ScreenItem {
  readonly code: string;
  /** The least urgency a yes asks for. */
  readonly ifYes: Urgency | null;
}

export interface ScreenResult {
  readonly level: RiskLevel;
  /** The most urgent of the items answered yes; null when none is. */
  readonly urgency: Urgency | null;
}

/** So many open questions are a risk of their own (D). */
const TOO_MANY_UNKNOWN = 3;

/**
 * Form A, the safety screen (表A 安全筛查, a local proposal (D) after the safety step of structured decision making; domain
 * §11): a yes to any item that means danger now (U0, U1) is high; three or more unknown are medium; else low.
 */
export function scoreScreen(items: readonly ScreenItem[], answers: Answers): ScreenResult {
  const yes = items.flatMap(({ code, ifYes }) => (answers[code] === 'yes' && ifYes !== null ? [ifYes] : []));
  const urgency = yes.length === 0 ? null : yes.reduce(moreUrgent);
  if (urgency === 'U0' || urgency === 'U1') return { level: 'high', urgency };
  const unknown = items.filter(({ code }) => answers[code] === 'unknown').length;
  return { level: unknown >= TOO_MANY_UNKNOWN ? 'medium' : 'low', urgency };
}

/** Every item is answered, and nothing else. */
export function screenErrors(items: readonly ScreenItem[], answers: Answers): FieldErrors {
  const errors: FieldErrors = {};
  const known = new Set(items.map(({ code }) => code));
  for (const code of known) {
    if (!(ANSWERS as readonly unknown[]).includes(answers[code]))
      errors[`answers.${code}`] = ['请选择「是」「否」或「不清楚」'];
  }
  for (const code of Object.keys(answers))
    if (!known.has(code)) errors[`answers.${code}`] = ['评估工具里没有这一项，请刷新页面后重填'];
  return errors;
}
