/**
 * 不变式: a promise about everything that is committed. Its query names what breaks it, as (subject_kind, subject_id); no
 * row is the promise kept. `$1` is the time of the check. Looked at after every integration test, by
 * `npm run check:invariants` and every hour in service (security.md C08).
 */
export interface Invariant {
  /** Stable, e.g. `case.phase-follows-log`. */
  readonly id: string;
  /** What holds, in Chinese, for the administrator's page. */
  readonly promise: string;
  readonly sql: string;
}
