/** Shapes of the API, as its description states them: 分诊. */
import type { components } from '../schema';

type S = components['schemas'];

export type ProposedOrder = S['ProposedOrder'];
export type ProposedNotice = S['ProposedNotice'];
export type TriageMatch = S['ChildMatch'];
export type TriageCaseMatch = S['TriageCaseMatch'];
export type TriageProposal = S['TriageProposalResponse'];
export type Triage = S['TriageReportRequest'];
