/** 紧急程度 (domain.md §3.3): U0 紧急, U1 高, U2 中, U3 低. The hours tied to them are suggestions (D). */
export const URGENCIES = ['U0', 'U1', 'U2', 'U3'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = { U0: '紧急', U1: '高', U2: '中', U3: '低' };

/** The more urgent of the two; U0 is the most urgent. */
export function moreUrgent(a: Urgency, b: Urgency): Urgency {
  return a <= b ? a : b;
}
