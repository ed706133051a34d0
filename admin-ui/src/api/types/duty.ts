/** Shapes of the API, as its description states them: 值班. */
import type { components } from '../schema';

type S = components['schemas'];

export type DutyRoster = S['DutyRosterResponse'];
export type DutyShift = S['DutyShiftResponse'];
export type DutyDay = S['DutyDayResponse'];
export type DutyGap = S['DutyGapResponse'];
export type DutyHandover = S['DutyHandoverResponse'];
export type DutyAgency = S['DutyAgencyResponse'];
