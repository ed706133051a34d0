import type { Invariant } from '../../kernel';

/** A clock that runs is attended to: its ladder is climbed when it is time. */
export const DEADLINE_INVARIANTS: readonly Invariant[] = [
  {
    id: 'deadline.ladder-climbed',
    promise: '到了提醒、催办、督办的时间，一分钟内已经发出',
    sql: `SELECT subject_kind, subject_id FROM deadline
           WHERE state = 'running' AND next_step_at < $1::timestamptz - interval '60 seconds'`,
  },
  {
    id: 'deadline.steps-recorded',
    promise: '每一级提醒、催办、督办都有记录',
    sql: `SELECT d.subject_kind, d.subject_id FROM deadline d
           WHERE d.next_step > 0 AND $1::timestamptz IS NOT NULL
             AND EXISTS (SELECT 1 FROM generate_series(0, d.next_step - 1) i
                          WHERE NOT EXISTS (SELECT 1 FROM deadline_step s WHERE s.deadline_id = d.id AND s.step_index = i))`,
  },
];
