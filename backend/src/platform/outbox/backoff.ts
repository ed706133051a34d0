/** After this many tries a delivery is dead: a person has to look at it (admin page, error log). */
export const MAX_ATTEMPTS = 12;
const MAX_BACKOFF_S = 600;

/** Milliseconds until the next try after `attempts` failed ones: 2, 4, 8 … seconds, ten minutes at most. */
export function backoffMs(attempts: number): number {
  return Math.min(2 ** attempts, MAX_BACKOFF_S) * 1_000;
}
