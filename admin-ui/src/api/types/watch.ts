/** Shapes of the API, as its description states them: 监测对象. */
import type { components } from '../schema';

type S = components['schemas'];

export type WatchItem = S['WatchItemResponse'];
export type WatchVisit = S['WatchVisitResponse'];
export type EntrustedCare = S['EntrustedCareResponse'];
export type SimilarWatched = S['SimilarWatchedResponse'];
export type LookUpChild = S['LookUpChildRequest'];
export type LookedUpChildren = S['LookUpChildResponse'];
export type ProposeWatch = S['ProposeWatchRequest'];
