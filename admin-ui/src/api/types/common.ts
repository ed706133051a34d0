/** Shapes of the API, as its description states them: words that every shape uses. */
import type { components } from '../schema';

type S = components['schemas'];

export type Urgency = S['ReportResponse']['urgency'];
export type Answer = S['ReportResponse']['childSafeNow'];
export type Sex = S['PersonResponse']['sex'];
export type Role = S['SessionUserResponse']['role'];
export type ExclusionHint = S['ProposedExclusion']['hint'];
export type AllowedAction = S['AllowedActionResponse'];
export type LadderStep = S['LadderRungResponse'];
export type Deadline = S['DeadlineResponse'];
export type TimelineEntry = S['TimelineEntryResponse'];
/** What every decision about a child carries; the API repeats it in each of them. */
export type ChildVoice = Pick<S['PlanResponse'], 'childOpinion' | 'noOpinionReason'>;

/** A page of any list; OpenAPI has no generics. */
export interface Page<T> {
  data: T[];
  pageInfo: S['PageInfo'];
  meta: S['PageMeta'];
}

/** RFC 9457 problem as the API writes it; the API's description has no shape for it. */
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
