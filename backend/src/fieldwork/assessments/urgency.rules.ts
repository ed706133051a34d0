import type { FieldErrors, RiskLevel } from '../../casefile';
import type { Urgency } from '../../kernel';

/** The newest assessment in force that was made since the case has its urgency. */
export interface UrgencyEvidence {
  readonly level: RiskLevel;
  readonly assessedBy: string;
  /** A second person agreed to it. */
  readonly confirmed: boolean;
}

export interface UrgencyChange {
  readonly from: Urgency;
  readonly to: Urgency;
  readonly actorId: string;
  readonly emergencyOpen: boolean;
  readonly evidence: UrgencyEvidence | null;
}

const URGENT: readonly Urgency[] = ['U0', 'U1'];

/**
 * What stands against a change of urgency, by field. Raising needs nothing. U0 and U1 are lowered only on an assessment made
 * since, and by two people: a second one agreed to the assessment, or somebody else than the assessor lowers (D; domain §11).
 */
export function urgencyErrors(change: UrgencyChange): FieldErrors {
  const reason = refusal(change);
  return reason === null ? {} : { urgency: [reason] };
}

function refusal({ from, to, actorId, emergencyOpen, evidence }: UrgencyChange): string | null {
  if (to === from) return '紧急程度没有变化，请选择另一级';
  if (to < from) return null;
  if (emergencyOpen) return '应急处置没有结束，不能调低；请先结束应急处置';
  if (!URGENT.includes(from)) return null;
  if (evidence === null) return '定为现在的紧急程度以后还没有生效的评估，请先评估，再调低';
  if (evidence.level === 'high') return '最近一次生效的评估是「高」，不能调低；情况好转请先复评';
  if (!evidence.confirmed && evidence.assessedBy === actorId)
    return '调低需要两个人：评估是您做的，请由另一位负责人调低';
  return null;
}
