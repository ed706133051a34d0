/** Shapes of the API, as its description states them: 就医、临时监护、安置、交接. */
import type { components } from '../schema';

type S = components['schemas'];

export type MedicalRecord = S['MedicalRecordResponse'];
export type Custody = S['CustodyResponse'];
export type Placement = S['PlacementResponse'];
export type PlacementReview = S['PlacementReviewResponse'];
export type ReturnNotice = S['ReturnNoticeResponse'];
export type PlacementItem = S['PlacementItem'];
export type Handover = S['HandoverResponse'];
