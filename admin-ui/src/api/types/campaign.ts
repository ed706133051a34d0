/** Shapes of the API, as its description states them: 重点时段排查. */
import type { components } from '../schema';

type S = components['schemas'];

export type Campaign = S['CampaignResponse'];
export type CampaignSheet = S['CampaignSheetResponse'];
export type Coverage = S['CoverageResponse'];
export type DrawUpCampaign = S['DrawUpCampaignRequest'];
export type ScreenedChild = S['ScreenedChildResponse'];
export type SheetSummary = S['SheetSummaryResponse'];
