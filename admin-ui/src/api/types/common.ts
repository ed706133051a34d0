/** Shapes of the HTTP API (docs/api.md): words that every shape uses. */
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
export interface CodeItem {
  code: string;
  name: string;
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
export interface ChildVoice {
  childOpinion: string | null;
  noOpinionReason: string | null;
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
