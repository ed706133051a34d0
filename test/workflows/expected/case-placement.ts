import type { CasePart } from './table';

export const PLACEMENT: CasePart = { expected: {}, facts: {} };
