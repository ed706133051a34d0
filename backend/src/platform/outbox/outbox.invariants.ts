import type { Invariant } from '../../kernel';

/** Longer than any lease of a delivery that is at work. */
const LATE = `interval '60 seconds'`;

/** No message is lost or left lying: what is due is delivered, and what was given up is looked at by a person. */
export const OUTBOX_INVARIANTS: readonly Invariant[] = [
  {
    id: 'outbox.delivered-in-time',
    promise: '每条消息到期后一分钟内送达',
    sql: `SELECT 'delivery' AS subject_kind, id AS subject_id FROM outbox_delivery
           WHERE state = 'pending' AND due_at < $1::timestamptz - ${LATE}`,
  },
  {
    id: 'outbox.none-given-up',
    promise: '没有多次失败后停下的消息',
    sql: `SELECT 'delivery' AS subject_kind, id AS subject_id FROM outbox_delivery WHERE state = 'dead' AND $1::timestamptz IS NOT NULL`,
  },
];
