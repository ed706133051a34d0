import { moreUrgent, type Urgency } from '../../kernel';
import type { CreateReportRequest } from './dto/report.request';

interface SituationRule {
  readonly defaultUrgency: Urgency;
  readonly policeRequired: boolean;
}

/**
 * What a report must have (domain.md §3.2): a situation or words about it, and one way to find the child. No proof, no
 * completeness: a report is not a judgement. Returns field errors in Chinese; empty when it can be filed.
 */
export function filingErrors(dto: CreateReportRequest, now: Date): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  if (dto.situations.length === 0 && !dto.facts?.trim()) {
    errors.situations = ['请至少选择一种情形，或者用自己的话写下您担心什么'];
  }
  const locatable = dto.children.some(
    (child) => child.name ?? child.school ?? child.address ?? child.guardianPhone ?? child.idNumber,
  );
  if (!locatable) {
    errors['children.0.name'] = ['请至少填写一项能找到孩子的线索：姓名、学校、住址或家长电话，任填一项即可'];
  }
  for (const field of ['discoveredAt', 'policeToldAt', 'authorityToldAt'] as const) {
    const value = dto[field];
    if (value !== undefined && new Date(value).getTime() > now.getTime() + 60_000)
      errors[field] = ['时间不能晚于现在'];
  }
  const { call } = dto;
  if (call !== undefined && new Date(call.answeredAt).getTime() > now.getTime() + 60_000)
    errors['call.answeredAt'] = ['时间不能晚于现在'];
  if (call?.callback === 'wanted' && dto.reporterPhone === undefined)
    errors.reporterPhone = ['要回电的，请填写来电号码'];
  return errors;
}

/** When the district learned of it: a caller reports at the moment the call is answered, not when it is typed in. */
export function discoveredOf({
  call,
  discoveredAt,
}: Pick<CreateReportRequest, 'call' | 'discoveredAt'>): Date | undefined {
  const at = discoveredAt ?? call?.answeredAt;
  return at === undefined ? undefined : new Date(at);
}

/** The clock of an unopened report runs by the most urgent situation ticked; a child in danger now makes it U0 (design §9.1). */
export function urgencyOf(
  dto: Pick<CreateReportRequest, 'childSafeNow'>,
  situations: readonly SituationRule[],
): Urgency {
  if (dto.childSafeNow === 'no') return 'U0';
  // Without a situation nobody has judged yet: treated as U1 until intake has looked.
  return (
    situations
      .map(({ defaultUrgency }) => defaultUrgency)
      .reduce<Urgency | undefined>((a, b) => (a ? moreUrgent(a, b) : b), undefined) ?? 'U1'
  );
}

/** Situations 1–8 must reach the police whatever else happens (domain.md §3.2). */
export function policeRequired(situations: readonly SituationRule[]): boolean {
  return situations.some((situation) => situation.policeRequired);
}
