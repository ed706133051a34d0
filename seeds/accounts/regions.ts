import { REGIONS } from '../reference';

export const DEMO_DISTRICT_CODE = '990101000000';

/** Places of 平新县. */
export const REGION_SEEDS = REGIONS.filter(({ demo }) => demo);
