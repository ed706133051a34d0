/** Shapes of the API, as its description states them: code tables and who exists. */
import type { components } from '../schema';

type S = components['schemas'];

export type CodeItem = S['CodeItemResponse'];
export type Region = S['RegionResponse'];
export type Instrument = S['InstrumentResponse'];
export type Reference = S['ReferenceResponse'];
export type StateTable = S['StateTableResponse'];
export type StateAction = S['StateActionResponse'];
