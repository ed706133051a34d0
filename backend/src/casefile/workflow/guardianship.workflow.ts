import type { CaseActions } from './case-table';

/** 监护干预、会商、法律程序 (domain §4.5). */
export const GUARDIANSHIP_ACTIONS = {} as const satisfies CaseActions;
