import { DEMO_ACCOUNTS } from './demo-accounts';
import { DEMO_AGENCIES } from './demo-agencies';
import { DEMO_DISTRICT_CODE } from './regions';
import type { SeedDistrict } from './types';

/** 平新县: no real agency and no real person stands in an invented case. */
export const DEMO_DISTRICT: SeedDistrict = {
  districtCode: DEMO_DISTRICT_CODE,
  agencies: DEMO_AGENCIES,
  accounts: DEMO_ACCOUNTS,
};
