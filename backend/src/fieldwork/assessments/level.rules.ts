import type { FieldErrors, RiskLevel } from '../../casefile';

const RANK: Readonly<Record<RiskLevel, number>> = { low: 0, medium: 1, high: 2 };

/** The higher of the two. */
export function atLeast(level: RiskLevel, floor: RiskLevel): RiskLevel {
  return RANK[floor] > RANK[level] ? floor : level;
}

export interface Override {
  readonly overrideLevel?: RiskLevel;
  readonly overrideReason?: string;
}

export interface Decision {
  /** What the assessor says. */
  readonly level: RiskLevel;
  readonly overridden: boolean;
  /**
   * Lower than what the form gave or than the case has: it waits for a second person (domain §11), and until then the case
   * keeps the higher of the two.
   */
  readonly proposed: boolean;
  /** The level of the case from now on. */
  readonly effective: RiskLevel;
}

/** A person may decide otherwise than the form, up or down, and says why. */
export function overrideErrors(
  computed: RiskLevel,
  { overrideLevel, overrideReason }: Override,
): FieldErrors {
  const differs = overrideLevel !== undefined && overrideLevel !== computed;
  return differs && (overrideReason ?? '').trim() === ''
    ? { overrideReason: ['调整风险等级时请写明理由'] }
    : {};
}

/** What an assessment does to a case whose level is `previous` (null: not assessed yet). Raising takes effect at once. */
export function decideLevel(
  computed: RiskLevel,
  previous: RiskLevel | null,
  { overrideLevel }: Override,
): Decision {
  const level = overrideLevel ?? computed;
  const guard = atLeast(computed, previous ?? 'low');
  const proposed = RANK[level] < RANK[guard];
  return { level, overridden: level !== computed, proposed, effective: proposed ? guard : level };
}

/** Where an assessment stands. */
export const ASSESSMENT_STATES = {
  effective: '已生效',
  proposed: '待复核，暂不生效',
  confirmed: '复核同意，已生效',
  rejected: '复核不同意，未生效',
  superseded: '未复核，已被后来的评估取代',
} as const;
export type AssessmentState = keyof typeof ASSESSMENT_STATES;

export interface AssessmentMark {
  readonly proposed: boolean;
  /** Null until a second person looked at it. */
  readonly agreed: boolean | null;
}

/** The state of each assessment of a case, oldest first. */
export function assessmentStates(marks: readonly AssessmentMark[]): AssessmentState[] {
  return marks.map(({ proposed, agreed }, index) => {
    if (!proposed) return 'effective';
    if (agreed !== null) return agreed ? 'confirmed' : 'rejected';
    return index === marks.length - 1 ? 'proposed' : 'superseded';
  });
}

/** Whether an assessment in this state says what the risk is. */
export const inForce = (state: AssessmentState | undefined): boolean =>
  state === 'effective' || state === 'confirmed';
