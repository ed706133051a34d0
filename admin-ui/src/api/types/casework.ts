/** Shapes of the API, as its description states them: what the stages record about a case. */
import type { components } from '../schema';

type S = components['schemas'];

export type SafetyCheck = S['SafetyCheckResponse'];
export type Assessment = S['AssessmentResponse'];
export type Plan = S['PlanResponse'];
export type CaseAlert = S['AlertResponse'];
export type PlanReview = S['PlanReviewResponse'];
export type Guidance = S['GuidanceResponse'];
export type ServiceItem = S['PlanServiceResponse'];
export type VisitItem = S['VisitItemResponse'];
export type Conference = S['ConferenceResponse'];
export type ConferenceConclusion = S['ConferenceConclusionResponse'];
export type ConferenceTask = S['ConferenceTaskResponse'];
export type ConferenceInvitation = S['ConferenceInvitationResponse'];
export type Proceeding = S['ProceedingResponse'];
export type ProceedingKind = S['ProceedingKindResponse'];
export type Measure = S['MeasureResponse'];
export type MeasureKind = S['MeasureKindResponse'];
export type Guardianship = S['GuardianshipResponse'];
export type Visit = S['VisitResponse'];
