/** Shapes of the API, as its description states them: 汇总数字. */
import type { components } from '../schema';

type S = components['schemas'];

export type Totals = S['TotalsResponse'];
export type TotalLine = S['TotalLineResponse'];
