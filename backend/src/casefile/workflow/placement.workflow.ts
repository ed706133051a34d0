import type { CaseActions } from './case-table';

/** 就医、临时监护、安置、交接、送回 (domain §4.3; 未成年人保护法92–93). */
export const PLACEMENT_ACTIONS = {} as const satisfies CaseActions;
