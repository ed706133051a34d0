/**
 * 主管行政机关 to whom a reporting unit files besides the police (强制报告意见 5). A state organ or a person has none that
 * could be told from the kind of unit.
 */
const AUTHORITY_OF_UNIT: Readonly<Record<string, string>> = {
  SCHOOL: 'education',
  KINDERGARTEN: 'education',
  TRAINING: 'education',
  CHILDCARE: 'health',
  MEDICAL: 'health',
  WELFARE: 'civil_affairs',
  VILLAGE: 'township',
  HOTEL: 'police',
};

/** Kinds of units that file at all. */
export const FILING_UNITS: readonly string[] = Object.keys(AUTHORITY_OF_UNIT);

/** The authority to propose for a kind of unit; null when a person has to say. */
export function authorityOf(unitType: string): string | null {
  return AUTHORITY_OF_UNIT[unitType] ?? null;
}

/** 备案 is part of the duty to report (意见 4, 5): a mandated situation, from a unit that has an authority. */
export function filingRequired(
  unitType: string,
  situations: readonly { readonly mandatory: boolean }[],
): boolean {
  return authorityOf(unitType) !== null && situations.some(({ mandatory }) => mandatory);
}
