import type { CasePart } from './table';

export const GUARDIANSHIP: CasePart = { expected: {}, facts: {} };
