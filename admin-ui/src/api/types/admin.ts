/** Shapes of the API, as its description states them: administration. */
import type { components } from '../schema';

type S = components['schemas'];

export type AdminSystem = S['AdminSystemResponse'];
export type DeadLetter = S['DeadLetterResponse'];
export type Limit = S['LimitResponse'];
export type DeadlineRule = S['DeadlineRuleResponse'];
export type AuditEntry = S['AuditEntryResponse'];
