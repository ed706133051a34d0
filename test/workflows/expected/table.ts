import { type CaseFacts, NO_CASE_FACTS } from '@tonghu/backend/casefile';

/** Action → state before → state after, as a lawyer would read it aloud. What is not written is refused. */
export type Expected = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Facts under which every guard that can be met at once is met. */
export const CASE_READY: CaseFacts = {
  ...NO_CASE_FACTS,
  openStages: ['assistance'],
  latestSafetyDecision: 'safe',
  safetyChecks: 1,
  latestRisk: 'low',
  plans: 1,
  triageFeedbackGiven: true,
  closingReason: 'GOALS_MET',
  closingRequestedBy: 'someone-else',
  actorId: 'me',
};

/** A part of the case table: what is expected, and the facts that an action needs beyond CASE_READY. */
export interface CasePart {
  readonly expected: Expected;
  readonly facts: Readonly<Record<string, Partial<CaseFacts>>>;
}
