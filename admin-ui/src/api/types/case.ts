/** Shapes of the API, as its description states them: 个案. */
import type { components } from '../schema';

type S = components['schemas'];

export type CaseStage = S['CaseStageResponse'];
export type Case = S['CaseResponse'];
export type Closing = S['ClosingResponse'];
