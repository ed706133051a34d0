import type { FieldErrors, RiskLevel } from '../../casefile';
import type { InstrumentItem, Scoring } from '../../support/reference';
import { atLeast } from './level.rules';

type Item = Pick<InstrumentItem, 'code' | 'options'>;
type Answers = Readonly<Record<string, unknown>>;

/** Nobody knows: an answer of its own, worth nothing in the sum and shown beside it. */
const UNKNOWN = 'unknown';

export interface FormScore {
  readonly level: RiskLevel;
  /** The sum of what is known. */
  readonly score: number;
  /** The sum if everything that nobody knows were at its worst. */
  readonly upTo: number;
}

/**
 * Form B and any form like it (表B 监护风险评分, a local proposal (D), on trial; domain §11): the scores add up, the cut-offs of
 * the instrument give the band. A single answer that says enough (`floors`) and many 不清楚 (`unknownFrom`) hold the level up.
 */
export function scoreForm(
  items: readonly Item[],
  { bands, unknownFrom, floors }: Scoring,
  answers: Answers,
): FormScore {
  const scores = items.map((item) => ({ code: item.code, score: scoreOf(item, answers[item.code]) }));
  const score = scores.reduce((sum, item) => sum + (item.score ?? 0), 0);
  const unknown = items.filter(({ code }) => answers[code] === UNKNOWN);
  const upTo = unknown.reduce((sum, item) => sum + worstOf(item), score);
  const band: RiskLevel = score >= bands.high ? 'high' : score >= bands.medium ? 'medium' : 'low';
  const held = floors.filter((floor) =>
    scores.some((item) => (floor.item ?? item.code) === item.code && (item.score ?? 0) >= floor.score),
  );
  const levels = held.map(({ level }) => level);
  const level = [...levels, ...(unknown.length >= unknownFrom ? (['medium'] as const) : [])].reduce(
    (least: RiskLevel, floor) => atLeast(least, floor),
    band,
  );
  return { level, score, upTo };
}

/** Every item has one of its answers or 不清楚, and nothing else is answered. */
export function formErrors(items: readonly Item[], answers: Answers): FieldErrors {
  const errors: FieldErrors = {};
  for (const item of items) {
    const answer = answers[item.code];
    if (answer !== UNKNOWN && scoreOf(item, answer) === null)
      errors[`answers.${item.code}`] = ['请选择最接近的一句话；不知道的选「不清楚」'];
  }
  const known = new Set(items.map(({ code }) => code));
  for (const code of Object.keys(answers))
    if (!known.has(code)) errors[`answers.${code}`] = ['评估工具里没有这一项，请刷新页面后重填'];
  return errors;
}

function scoreOf({ options }: Item, answer: unknown): number | null {
  return options?.find(({ value }) => value === answer)?.score ?? null;
}

function worstOf({ options }: Item): number {
  return Math.max(...(options ?? []).map(({ score }) => score), 0);
}
