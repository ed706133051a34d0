/** Shapes of the API, as its description states them: who is signed in. */
import type { components } from '../schema';

type S = components['schemas'];

export type Session = S['SessionResponse'];
export type DemoAccount = S['DemoAccountResponse'];
