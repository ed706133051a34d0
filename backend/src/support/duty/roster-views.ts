import type { Tx } from '../../platform/database';
import type { DutyGapResponse, DutyShiftResponse } from './dto/duty.response';
import type { NamedShift } from './roster';
import { isTaken, postName, type Span } from './roster.rules';

/** A shift as screens show it, with what this person may do with it. */
export function toShift(
  shift: NamedShift,
  known: readonly NamedShift[],
  tx: Pick<Tx, 'actor' | 'now'>,
  keeps: boolean,
): DutyShiftResponse {
  const taken = known.some(({ standsInFor }) => standsInFor === shift.id);
  const isOwn = shift.userId === tx.actor.userId;
  const isOver = shift.endsAt <= tx.now;
  const hasBegun = shift.startsAt <= tx.now;
  const holds = hasBegun && !isTaken(shift, known, tx.now);
  return {
    id: shift.id,
    userId: shift.userId,
    userName: shift.userName,
    post: shift.post,
    postName: postName(shift),
    rank: shift.rank,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    standsInForName: known.find(({ id }) => id === shift.standsInFor)?.userName ?? null,
    taken,
    enteredByName: shift.enteredByName,
    enteredAt: shift.enteredAt.toISOString(),
    allowedActions: [
      ...(!isOver && !taken && (isOwn || keeps) ? (['stand-in'] as const) : []),
      ...(!isOver && isOwn && holds && shift.post === 'officer' ? (['hand-over'] as const) : []),
    ],
  };
}

export function toGap({ from, to }: Span): DutyGapResponse {
  return { from: from.toISOString(), to: to.toISOString() };
}
