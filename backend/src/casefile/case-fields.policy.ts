import type { Role } from '../kernel';

/** Classes of what a case page holds (design §7). The reporter is no class here: no case page ever shows one. */
export const CASE_FIELD_CLASSES = [
  'identity',
  'contact',
  'family',
  'narrative',
  'health',
  'report',
  'placementAddress',
] as const;
export type CaseFieldClass = (typeof CASE_FIELD_CLASSES)[number];

/** `visible`: to whoever sees the case, holders of one order too; `casework`: to those who work on it; `hidden`: never. */
type Rule = 'visible' | 'casework' | 'hidden';
type RuleRow = Readonly<Record<CaseFieldClass, Rule>>;

/** An order holder needs to know which child and how to reach it, and nothing else (个人信息保护法 6: 最小范围). */
const CASEWORK: RuleRow = {
  identity: 'visible',
  contact: 'visible',
  family: 'casework',
  narrative: 'casework',
  health: 'casework',
  report: 'casework',
  placementAddress: 'casework',
};
const NOTHING: RuleRow = {
  identity: 'hidden',
  contact: 'hidden',
  family: 'hidden',
  narrative: 'hidden',
  health: 'hidden',
  report: 'hidden',
  placementAddress: 'hidden',
};

/** Role × field class. */
export const CASE_FIELD_RULES: Readonly<Record<Role, RuleRow>> = {
  intake_officer: CASEWORK,
  police_handler: CASEWORK,
  agency_handler: CASEWORK,
  child_supervisor: CASEWORK,
  // A village may know the danger by name: where the child was taken is not told to it (design §9.7).
  child_director: { ...CASEWORK, placementAddress: 'hidden' },
  civil_affairs: CASEWORK,
  // A shelter keeps the child, so it knows where; the address is told to nobody who may be the danger.
  shelter_worker: CASEWORK,
  medical_reporter: CASEWORK,
  school_reporter: NOTHING,
  unit_reporter: NOTHING,
  hotline_operator: NOTHING,
  wcc_officer: NOTHING,
  auditor: NOTHING,
  administrator: NOTHING,
  system: NOTHING,
};

/** 疑似性侵害: MR1–MR3 of the report situations (强制报告意见4（一）–（三）). */
const SEALED_SITUATIONS: ReadonlySet<string> = new Set(['MR1', 'MR2', 'MR3']);
/** Agency kinds that keep the child's identity in such a case; the assigned worker does too (未成年人保护法 103, 110). */
const SEALED_KEEPERS: ReadonlySet<string> = new Set([
  'police',
  'health',
  'civil_affairs',
  'shelter',
  'welfare_home',
  'intake',
]);
const SEALED_CLASSES: ReadonlySet<CaseFieldClass> = new Set(['identity', 'contact', 'family']);

/** Agencies that are never told where a child was taken, whatever the post (design §9.7). */
const NOT_TOLD: ReadonlySet<string> = new Set(['village', 'school']);

export interface CaseReader {
  readonly role: Role;
  readonly agencyKind: string;
  /** Works on the case: more than holding one order of it. */
  readonly works: boolean;
  /** Is the assigned worker, or of the assigned agency. */
  readonly isWorker: boolean;
}

/** Whether a reader may see one class of fields in a case about these situations. */
export function maySeeClass(
  reader: CaseReader,
  situations: readonly string[],
  fieldClass: CaseFieldClass,
): boolean {
  const rule = CASE_FIELD_RULES[reader.role][fieldClass];
  if (rule === 'hidden' || (rule === 'casework' && !reader.works)) return false;
  if (fieldClass === 'placementAddress' && NOT_TOLD.has(reader.agencyKind)) return false;
  const sealed = situations.some((code) => SEALED_SITUATIONS.has(code));
  return !(
    sealed &&
    SEALED_CLASSES.has(fieldClass) &&
    !reader.isWorker &&
    !SEALED_KEEPERS.has(reader.agencyKind)
  );
}

/** The class of each part of a case page that a rule may hide. */
export const CASE_FIELDS = {
  childName: 'identity',
  child: 'identity',
  parties: 'family',
  reports: 'report',
  safetyChecks: 'narrative',
  assessments: 'narrative',
  alerts: 'narrative',
  plans: 'narrative',
  services: 'narrative',
  planReviews: 'narrative',
  guidance: 'narrative',
  visits: 'narrative',
  conferences: 'narrative',
  guardianship: 'narrative',
  closing: 'narrative',
  attachments: 'narrative',
  followUps: 'narrative',
  suspensions: 'narrative',
  // Where a child moves to is where it will be found (design §9.7).
  transfers: 'placementAddress',
  death: 'narrative',
  archive: 'narrative',
  medicalRecords: 'health',
  custodies: 'narrative',
  placements: 'narrative',
  handovers: 'narrative',
  'medicalRecords.hospital': 'placementAddress',
  'placements.place': 'placementAddress',
  'handovers.place': 'placementAddress',
} as const satisfies Record<string, CaseFieldClass>;

/** The parts this reader may not see, as `_masked` names them. */
export function maskedFields(reader: CaseReader, situations: readonly string[]): string[] {
  return Object.entries(CASE_FIELDS)
    .filter(([, fieldClass]) => !maySeeClass(reader, situations, fieldClass))
    .map(([field]) => field);
}
