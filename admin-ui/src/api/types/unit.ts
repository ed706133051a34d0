/** Shapes of the API, as its description states them: 工作站与单位. */
import type { components } from '../schema';

type S = components['schemas'];

export type UnitItem = S['UnitItemResponse'];
export type Unit = S['UnitResponse'];
export type UnitRecord = S['UnitRecordResponse'];
export type UnitDuty = S['UnitDutyResponse'];
export type UnitCoverage = S['UnitCoverageResponse'];
