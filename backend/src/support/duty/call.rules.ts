import type { OnDuty } from './roster.rules';

/** One call: a person, or everybody of an agency. */
export type Call = { readonly userId: string } | { readonly agencyId: string };

export interface CallRound {
  /** A key of NOTICE_TITLES. */
  readonly kind: 'duty.call' | 'duty.call-next' | 'duty.call-all' | 'duty.call-above' | 'duty.call-district';
  readonly calls: readonly Call[];
}

export interface CallPlace {
  readonly agencyId: string;
  /** Itself when nobody stands above it. */
  readonly supervisorId: string;
  /** The district's intake desk and civil affairs. */
  readonly districtIds: readonly string[];
}

/** At once: the first on duty. All of the agency have the message itself already. */
export function firstRound({ officers }: OnDuty): CallRound[] {
  const [first] = officers;
  return first === undefined ? [] : [{ kind: 'duty.call', calls: [{ userId: first.userId }] }];
}

/**
 * Who is called at a rung of DL-055 (domain §5, D): after 5 minutes the next on duty, after 10 the leader and the agency
 * above, after 15 the district. Where the roster names nobody, everybody of the agency is called: no rung is silent.
 */
export function roundsAt(rung: number, { officers, leader }: OnDuty, place: CallPlace): CallRound[] {
  const everybody: CallRound = { kind: 'duty.call-all', calls: [{ agencyId: place.agencyId }] };
  const person = (userId: string): CallRound => ({ kind: 'duty.call-next', calls: [{ userId }] });
  if (rung === 0) {
    const next = officers[1] ?? leader;
    return [next === null ? everybody : person(next.userId)];
  }
  if (rung === 1) {
    const above: CallRound[] =
      place.supervisorId === place.agencyId
        ? []
        : [{ kind: 'duty.call-above', calls: [{ agencyId: place.supervisorId }] }];
    return [leader === null ? everybody : person(leader.userId), ...above];
  }
  return [
    {
      kind: 'duty.call-district',
      calls: place.districtIds.map((agencyId) => ({ agencyId })),
    },
  ];
}
