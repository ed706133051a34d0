import { CASE_INVARIANTS } from '../casefile';
import { WORK_ORDER_INVARIANTS } from '../desk/coordination';
import { REPORT_INVARIANTS } from '../desk/intake';
import type { Invariant } from '../kernel';
import { OUTBOX_INVARIANTS } from '../platform/outbox';
import { DEADLINE_INVARIANTS } from '../support/deadlines';

/** 不变式 of every room, from the ground up. */
export const ALL_INVARIANTS: readonly Invariant[] = [
  ...OUTBOX_INVARIANTS,
  ...DEADLINE_INVARIANTS,
  ...CASE_INVARIANTS,
  ...REPORT_INVARIANTS,
  ...WORK_ORDER_INVARIANTS,
];
