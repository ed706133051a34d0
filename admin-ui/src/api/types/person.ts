/** Shapes of the API, as its description states them: 人员. */
import type { components } from '../schema';

type S = components['schemas'];

export type Person = S['PersonResponse'];
export type PersonRelation = S['PersonRelationResponse'];
export type UpdatePerson = S['UpdatePersonRequest'];
