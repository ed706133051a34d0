/** Shapes of the HTTP API as docs/api.md states them. Instants are ISO strings; `…On` are YYYY-MM-DD. */
export type Urgency = 'U0' | 'U1' | 'U2' | 'U3';
export type Answer = 'yes' | 'no' | 'unknown';
export type Sex = 'male' | 'female' | 'unknown';
export type Role =
  | 'school_reporter'
  | 'intake_officer'
  | 'police_handler'
  | 'agency_handler'
  | 'child_supervisor'
  | 'child_director'
  | 'civil_affairs'
  | 'administrator';

export interface AllowedAction {
  action: string;
  label: string;
  reason?: string;
}

export interface Session {
  user: { id: string; username: string; displayName: string; role: Role; roleName: string };
  agency: { id: string; name: string; kind: string; kindName: string };
  district: { code: string; name: string };
  permissions: string[];
  draftKey: string;
  installation: { kind: 'demo' | 'real' | 'test' };
  now: string;
  expiresAt: string;
}

export interface CodeItem {
  code: string;
  name: string;
}
export interface Situation extends CodeItem {
  text: string;
  mandatory: boolean;
  policeRequired: boolean;
  defaultUrgency: Urgency;
}
export interface Region extends CodeItem {
  level: string;
  parentCode: string | null;
}
export interface AgencyRef {
  id: string;
  name: string;
  kind: string;
  kindName: string;
  regionCode: string;
  logsIn: boolean;
}
export interface UserRef {
  id: string;
  displayName: string;
  role: Role;
  agencyId: string;
}
export interface InstrumentItem {
  code: string;
  question: string;
  help: string | null;
  ifYes: string | null;
}
export interface Instrument {
  code: string;
  version: number;
  title: string;
  items: InstrumentItem[];
}
export interface Reference {
  situations: Situation[];
  codeSets: Record<string, CodeItem[]>;
  regions: Region[];
  agencies: AgencyRef[];
  users: UserRef[];
  instruments: Record<string, Instrument>;
}

export interface LadderStep {
  step: string;
  stepName: string;
  at: string;
  takenAt: string | null;
  number: string | null;
}
export interface Deadline {
  id: string;
  ruleId: string;
  name: string;
  startAt: string;
  dueAt: string;
  state: 'running' | 'done' | 'cancelled';
  overdue: boolean;
  basis: 'statutory' | 'reference' | 'suggested';
  basisName: string;
  source: string;
  provisional: boolean;
  ownerName: string | null;
  closedAt: string | null;
  ladder: LadderStep[];
}
export interface TimelineEntry {
  id: string;
  at: string;
  upcoming: boolean;
  action: string;
  label: string;
  stage: string | null;
  actorName: string | null;
  agencyName: string | null;
  note: string | null;
}

export interface ReportedChild {
  name?: string;
  sex: Sex;
  age?: number;
  birthDate?: string;
  idNumber?: string;
  school?: string;
  className?: string;
  address?: string;
  guardianName?: string;
  guardianPhone?: string;
  guardianRelation?: string;
}
export interface ReportedSuspect {
  name?: string;
  perpetratorType: string;
  relation?: string;
  note?: string;
}
export interface CreateReport {
  channel: string;
  unitType: string;
  situations: string[];
  regionCode?: string;
  discoveredAt?: string;
  childSafeNow: Answer;
  medicalSent: Answer;
  children: ReportedChild[];
  suspects: ReportedSuspect[];
  facts?: string;
  childWords?: string;
  injury?: string;
  presentPlace?: string;
  evidence?: string;
  othersAtRisk?: string;
  exclusionHints: string[];
  exclusionNote?: string;
  policeToldAt?: string;
  policeReceiptNo?: string;
  authorityToldAt?: string;
  reporterName?: string;
  reporterPhone?: string;
  reporterPosition?: string;
  wantsSecrecy: boolean;
}
export interface ReportContent {
  children: ReportedChild[];
  suspects: ReportedSuspect[];
  facts: string | null;
  childWords: string | null;
  injury: string | null;
  medicalSent: Answer;
  presentPlace: string | null;
  evidence: string | null;
  othersAtRisk: string | null;
  exclusionNote: string | null;
}
export interface Report {
  id: string;
  reportNo: string;
  state: 'submitted' | 'received' | 'triaged' | 'closed';
  stateName: string;
  progress: string;
  urgency: Urgency;
  urgencyName: string;
  channel: string;
  unitType: string;
  situations: string[];
  regionCode: string | null;
  regionName: string | null;
  childCount: number;
  childSafeNow: Answer;
  discoveredAt: string | null;
  reportedAt: string;
  receivedAt: string | null;
  triagedAt: string | null;
  policeRequired: boolean;
  policeToldAt: string | null;
  policeReceiptNo: string | null;
  authorityToldAt: string | null;
  exclusionHints: string[];
  isOwn: boolean;
  content: ReportContent | null;
  wantsSecrecy: boolean;
  cases: { id: string; caseNo: string; phaseName: string }[] | null;
  additions: { id: string; text: string; addedAt: string }[] | null;
  feedback: { id: string; stage: string; stageName: string; text: string; givenAt: string }[] | null;
  deadlines: Deadline[] | null;
  timeline: TimelineEntry[] | null;
  allowedActions: AllowedAction[];
  version: number;
  _masked: string[];
}

export interface TriageGuardian {
  name: string;
  phone?: string;
  relation: string;
  idNumber?: string;
}
export interface TriageChild {
  personId?: string;
  name?: string;
  sex: Sex;
  birthDate?: string;
  birthDateEstimated?: boolean;
  idNumber?: string;
  noIdReason?: string;
  phone?: string;
  address?: string;
  school?: string;
  guardians: TriageGuardian[];
}
export interface TriageSuspect {
  name?: string;
  perpetratorType: string;
  relation?: string;
}
export interface TriageOrder {
  agencyId: string;
  role: 'lead' | 'co';
  task: string;
}
export interface ProposedOrder extends TriageOrder {
  /** Ticked by the routing table; the others are offered with their condition. */
  selected: boolean;
  conditionName: string | null;
  agencyName: string;
  agencyKind: string;
  refusable: boolean;
  article: string | null;
  basis: string | null;
  isLetter: boolean;
  excludedBecause: string | null;
}
export interface TriageMatch {
  childIndex: number;
  personId: string;
  maskedName: string;
  sex: Sex;
  birthDate: string | null;
  cases: { id: string; caseNo: string; phaseName: string }[];
}
export interface TriageExclusion {
  principalId: string;
  hint: string;
}
export interface TriageProposal {
  urgency: Urgency;
  situations: string[];
  regionCode: string | null;
  children: TriageChild[];
  suspects: TriageSuspect[];
  orders: ProposedOrder[];
  exclusions: (TriageExclusion & { name: string })[];
  matches: TriageMatch[];
}
export interface Triage {
  urgency: Urgency;
  situations: string[];
  summary: string;
  regionCode: string;
  place?: string;
  policeToldAt?: string;
  policeReceiptNo?: string;
  children: TriageChild[];
  suspects: TriageSuspect[];
  exclusions: TriageExclusion[];
  orders: TriageOrder[];
}

export interface WorkOrderStep {
  id: string;
  at: string;
  step: string;
  stepName: string;
  actorName: string | null;
  agencyName: string | null;
  codeName: string | null;
  number: string | null;
  note: string | null;
}
export interface WorkOrder {
  id: string;
  orderNo: string;
  caseId: string | null;
  caseNo: string | null;
  agencyId: string;
  agencyName: string;
  issuedByName: string | null;
  role: 'lead' | 'co';
  roleName: string;
  isLetter: boolean;
  situation: string | null;
  situationName: string | null;
  task: string;
  article: string | null;
  refusable: boolean;
  urgency: Urgency;
  urgencyName: string;
  state: 'issued' | 'accepted' | 'returned' | 'finished' | 'withdrawn';
  stateName: string;
  issuedAt: string;
  acceptedAt: string | null;
  finishedAt: string | null;
  onBehalf: boolean;
  receiptNo: string | null;
  receiptPerson: string | null;
  receiptAt: string | null;
  summary: string | null;
  childName: string | null;
  canOpenCase: boolean;
  deadline: Deadline | null;
  steps: WorkOrderStep[] | null;
  allowedActions: AllowedAction[];
  version: number;
}

export interface Person {
  id: string;
  kind: string;
  name: string | null;
  sex: Sex;
  birthDate: string | null;
  birthDateEstimated: boolean;
  age: number | null;
  idKind: string | null;
  idNumber: string | null;
  noIdReason: string | null;
  phone: string | null;
  address: string | null;
  regionCode: string | null;
  regionName: string | null;
  school: string | null;
  /** What somebody is to a child; null in lists. */
  relations: PersonRelation[] | null;
  cases: { id: string; caseNo: string; phaseName: string }[] | null;
  version: number;
  _masked: string[];
}
export interface PersonRelation {
  id: string;
  personId: string;
  personName: string | null;
  childId: string;
  childName: string | null;
  code: string;
  relationName: string;
}

export interface CaseStage {
  stage: 'emergency' | 'assessment' | 'assistance' | 'guardianship';
  stageName: string;
  openedAt: string;
  closedAt: string | null;
}
export interface CaseParty {
  role: string;
  roleName: string;
  relationName: string | null;
  person: Person;
}
export interface ChildVoice {
  childOpinion: string | null;
  noOpinionReason: string | null;
}
export interface SafetyCheck extends ChildVoice {
  id: string;
  arrivedAt: string;
  seenChild: boolean;
  spokeAlone: boolean;
  medicalNeeded: boolean;
  injuries: string | null;
  homeCondition: string | null;
  decision: string;
  decisionName: string;
  decisionReason: string | null;
  /** 先医后置: what to do first when the child needs care. */
  medical: string | null;
  checkedByName: string | null;
  recordedAt: string;
}
export interface Assessment extends ChildVoice {
  id: string;
  instrument: string;
  instrumentVersion: number;
  level: string;
  levelName: string;
  computedLevelName: string | null;
  overrideReason: string | null;
  answers: Record<string, Answer>;
  narrative: string | null;
  assessedByName: string | null;
  assessedAt: string;
}
export interface Plan extends ChildVoice {
  id: string;
  goals: string | null;
  measures: string | null;
  emergencyPlan: string | null;
  reviewOn: string;
  madeByName: string | null;
  madeAt: string;
}
export interface ServiceItem {
  id: string;
  supportType: string;
  supportTypeName: string;
  provider: string;
  dueOn: string;
  state: string;
  result: string | null;
  completedAt: string | null;
}
export interface VisitItem {
  rating: 'normal' | 'watch' | 'abnormal';
  note?: string | null;
}
export interface Visit {
  id: string;
  visitType: string;
  visitTypeName: string;
  visitedAt: string;
  seenChild: boolean;
  spokeAlone: boolean;
  guardianPresent: boolean;
  items: Record<string, VisitItem>;
  problems: string | null;
  actions: string | null;
  nextDueOn: string | null;
  visitedByName: string | null;
}
export interface Closing extends ChildVoice {
  state: 'requested' | 'returned' | 'signed';
  stateName: string;
  reason: string;
  reasonName: string;
  riskLevel: string;
  riskLevelName: string;
  checklist: Record<string, boolean>;
  note: string | null;
  requestedByName: string | null;
  requestedAt: string;
  signedByName: string | null;
  signedAt: string | null;
}
export interface Case {
  id: string;
  caseNo: string;
  phase: 'open' | 'closing' | 'closed';
  phaseName: string;
  stages: CaseStage[];
  urgency: Urgency;
  urgencyName: string;
  riskLevel: string | null;
  riskLevelName: string | null;
  situations: string[];
  situationNames: string[];
  regionCode: string | null;
  regionName: string | null;
  openedAt: string;
  closedAt: string | null;
  ownerAgencyName: string | null;
  workerAgencyId: string | null;
  workerAgencyName: string | null;
  workerUserId: string | null;
  workerUserName: string | null;
  childName: string | null;
  child: Person | null;
  parties: CaseParty[] | null;
  summary: string | null;
  report: { id: string; reportNo: string } | null;
  siblings: { id: string; caseNo: string }[] | null;
  deadlines: Deadline[] | null;
  workOrders: WorkOrder[] | null;
  timeline: TimelineEntry[] | null;
  safetyChecks: SafetyCheck[] | null;
  assessments: Assessment[] | null;
  plans: Plan[] | null;
  services: ServiceItem[] | null;
  visits: Visit[] | null;
  closing: Closing | null;
  allowedActions: AllowedAction[];
  version: number;
  _masked: string[];
}

export interface Notice {
  id: string;
  kind: string;
  title: string;
  number: string | null;
  urgency: Urgency | null;
  createdAt: string;
  readAt: string | null;
  link: string | null;
}
export interface HomeCard {
  key: string;
  label: string;
  count: number;
  capped: boolean;
  link: string;
}
export interface HomeNext {
  key: string;
  title: string;
  number: string | null;
  urgency: Urgency | null;
  dueAt: string | null;
  overdue: boolean;
  link: string;
}
export interface Home {
  title: string;
  hint: string;
  cards: HomeCard[];
  next: HomeNext[];
}
export interface DemoAccount {
  role: Role;
  roleName: string;
  username: string;
  password: string;
  hint: string;
}
export interface AdminSystem {
  installation: { kind: string };
  now: string;
  clockOffsetMinutes: number;
  queueBackend: 'postgres' | 'redis';
  outbox: { pending: number; dead: number; oldestPendingSeconds: number | null };
  deadlines: { running: number; overdue: number; provisional: number };
  holidayYears: number[];
  districts: { code: string; name: string }[];
}
export interface Limit {
  unit: 'minute' | 'hour' | 'natural_day' | 'working_day' | 'month';
  amount: number;
}
export interface DeadlineRule {
  id: string;
  name: string;
  basis: Deadline['basis'];
  basisName: string;
  source: string;
  limits: Record<string, Limit>;
  ownerName: string;
  note: string | null;
}
export interface DisclosedReporter {
  name: string | null;
  phone: string | null;
  position: string | null;
  until: string;
}

export interface Page<T> {
  data: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  meta: { asOf: string };
}

/** RFC 9457 problem as the API writes it. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: Record<string, string[]>;
  possible?: AllowedAction[];
  current?: unknown;
}
