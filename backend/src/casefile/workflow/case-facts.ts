import type { CasePhase, CaseStage, RiskLevel } from '../case-phases';

/** 会商结论 (D13; 24号文 19). */
export type ConferenceConclusion = 'return' | 'continue' | 'revoke' | 'other';

/**
 * What the guards of the case table need to know, read under the lock. Each room gives its own part through
 * CaseFactSources.register; a part nobody gives has the value of NO_CASE_FACTS.
 */
export interface CaseFacts {
  readonly actorId: string;
  /** The actor's part in the case: works on it, holds an order of it, was called to a conference, or only sees it. */
  readonly part: 'works' | 'order' | 'seat' | 'sees';

  // casefile
  readonly phase: CasePhase;
  readonly openStages: readonly CaseStage[];
  readonly latestRisk: RiskLevel | null;
  readonly closingReason: string | null;
  readonly closingRequestedBy: string | null;
  /** A village asked to close: its township looks first (三级审核). */
  readonly closingNeedsEndorsement: boolean;
  readonly closingEndorsed: boolean;
  readonly transferState: 'requested' | 'accepted' | 'refused' | null;
  /** The receiver uses this system and answers itself. */
  readonly transferOnSystem: boolean;
  readonly deathRecordedBy: string | null;
  readonly deathReviewed: boolean;
  /** 跟踪回访 that are still to be made after the last closing; 0 when its reason asks for none. */
  readonly followUpsLeft: number;
  /** Running clocks with a limit of law whose time has passed. */
  readonly overdueStatutory: number;

  // desk/intake
  readonly triageFeedbackGiven: boolean;
  readonly policePending: boolean;
  /** A report of the case says that the guardian must not know of it: the guardian may be the danger. */
  readonly guardianSuspected: boolean;

  // desk/coordination
  readonly openOrders: number;

  // stages/emergency
  readonly latestSafetyDecision: 'safe' | 'safe_with_plan' | 'unsafe' | null;
  readonly safetyChecks: number;

  // fieldwork/placements
  /** 0 or 1: a child lives in one place at a time. */
  readonly openPlacements: number;
  /** When the child came into the care it is in now, ISO; a move does not begin it anew. Null when it is not placed. */
  readonly placedSince: string | null;
  readonly custodyRunning: boolean;
  /** Whole days since the running 临时监护 began; 0 without one. */
  readonly custodyDays: number;
  /** When it began or was last extended, ISO; null without one. */
  readonly custodySince: string | null;
  /** 先医后置: the latest safety check asks for a doctor, and no visit to one is recorded since. */
  readonly medicalPending: boolean;
  /** The guardian was told to collect the child (领回通知), and has not yet. */
  readonly returnNotified: boolean;
  /** Hand-overs by the police that still wait for their 案件情况说明. */
  readonly policeReportsDue: number;

  // fieldwork/assessments, fieldwork/services, stages/assistance
  /** Who made the latest assessment, while it waits for a second person. */
  readonly assessmentProposedBy: string | null;
  /** Plans that count: made by a leader, or approved. */
  readonly plans: number;
  /** Who drafted the latest plan, while it waits for its approval. */
  readonly planProposedBy: string | null;
  /** Services of plans that count and are neither done nor cancelled. */
  readonly openServices: number;
  /** Those of them that have not begun. */
  readonly plannedServices: number;

  // fieldwork/conferences, fieldwork/proceedings, stages/guardianship
  /** A conference was called and has no conclusion yet. */
  readonly conferenceOpen: boolean;
  /** A conference reached a conclusion, whichever. */
  readonly conferenceConcluded: boolean;
  /** The latest conclusion, unless an emergency was opened after it: what was safe before a new danger proves nothing. */
  readonly conferenceConclusion: ConferenceConclusion | null;
  /** It says the child may go home (24号文 19). */
  readonly conferenceForReturn: boolean;
  /** When it was reached, ISO; null when there is none. */
  readonly conferenceConcludedAt: string | null;
  readonly openConferenceTasks: number;
  /** 监护干预措施: all, applications without a decision, in force, and in force so that the stage cannot end. */
  readonly measures: number;
  readonly pendingMeasures: number;
  readonly measuresInForce: number;
  readonly measuresHoldingStage: number;
}

/** Before anybody has said anything. */
export const NO_CASE_FACTS: Omit<CaseFacts, 'actorId'> = {
  part: 'works',
  // casefile
  phase: 'open',
  openStages: [],
  latestRisk: null,
  closingReason: null,
  closingRequestedBy: null,
  closingNeedsEndorsement: false,
  closingEndorsed: false,
  transferState: null,
  transferOnSystem: false,
  deathRecordedBy: null,
  deathReviewed: false,
  followUpsLeft: 0,
  overdueStatutory: 0,

  // desk/intake
  triageFeedbackGiven: false,
  policePending: false,
  guardianSuspected: false,

  // desk/coordination
  openOrders: 0,

  // stages/emergency
  latestSafetyDecision: null,
  safetyChecks: 0,

  // fieldwork/placements
  openPlacements: 0,
  placedSince: null,
  custodyRunning: false,
  custodyDays: 0,
  custodySince: null,
  medicalPending: false,
  returnNotified: false,
  policeReportsDue: 0,

  // fieldwork/assessments, fieldwork/services, stages/assistance
  assessmentProposedBy: null,
  plans: 0,
  planProposedBy: null,
  openServices: 0,
  plannedServices: 0,

  // fieldwork/conferences, fieldwork/proceedings, stages/guardianship
  conferenceOpen: false,
  conferenceConcluded: false,
  conferenceConclusion: null,
  conferenceForReturn: false,
  conferenceConcludedAt: null,
  openConferenceTasks: 0,
  measures: 0,
  pendingMeasures: 0,
  measuresInForce: 0,
  measuresHoldingStage: 0,
};

export const emergencyOpen = (facts: CaseFacts): boolean => facts.openStages.includes('emergency');

/** The work on the child has ended: closed, perhaps with 跟踪回访 still to come. */
export const caseEnded = ({ phase }: CaseFacts): boolean => phase === 'closed' || phase === 'follow_up';
