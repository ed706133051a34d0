/** What the caller wants; nobody calls a number back that is not safe (domain §12). */
export const CALLBACKS = ['wanted', 'unwanted', 'unsafe'] as const;
export const SEXES = ['male', 'female', 'unknown'] as const;
/** 不清楚 is always an answer. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
/** 谁不能知道? The first four name people by their place; intake turns them into agencies and persons. */
export const EXCLUSION_HINTS = [
  'SAME_UNIT',
  'GUARDIAN',
  'HOUSEHOLD',
  'VILLAGE',
  'TOWNSHIP',
  'OTHER',
] as const;
export type ExclusionHint = (typeof EXCLUSION_HINTS)[number];
export const PHONE = /^[0-9+\-() ]{5,30}$/;
