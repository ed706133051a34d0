/** Shapes of the API, as its description states them: 个案. */
import type { components } from '../schema';

type S = components['schemas'];

export type CaseStage = S['CaseStageResponse'];
export type Case = S['CaseResponse'];
export type Closing = S['ClosingResponse'];
export type FollowUp = S['FollowUpResponse'];
export type Suspension = S['SuspensionResponse'];
export type Death = S['DeathResponse'];
export type Archive = S['ArchiveResponse'];
export type CaseTransfer = S['TransferResponse'];
export type TransferSheet = S['TransferSheetResponse'];
