/** The short form in which the registry's rules with a source in law are written. */
import { ladderOf, reminderOnly } from './deadline-ladders';
import type { DeadlineRule, Limit, Limits, Verified } from './types';

type Row = [
  id: DeadlineRule['id'],
  name: string,
  startEvent: string,
  limits: Limits,
  ownerKind: string,
  source: string,
  verified: Verified,
];

/** `further` and `note` in one place with what differs from the usual ladder. */
type Extras = Partial<Pick<DeadlineRule, 'basis' | 'ladder' | 'further' | 'note'>>;

/** Never 催办/督办: courts and procuratorates are asked, and a party's own time limit is the party's to use. */
const ONLY_REMINDED = new Set(['court', 'complainant', 'party', 'guardian']);

/** A rule with a source in law; `extras` say what differs from the usual ladder. */
export function statutory(row: Row, extras: Extras = {}): DeadlineRule {
  const [id, name, startEvent, limits, ownerKind, source, verified] = row;
  const ladder = ONLY_REMINDED.has(ownerKind) ? reminderOnly(limits) : ladderOf(limits);
  return {
    id,
    name,
    startEvent,
    limits,
    basis: 'statutory',
    ownerKind,
    source,
    verified,
    ladder,
    ...extras,
  };
}

/** A further number of the same rule. */
export const extra = (name: string, limit: Limit) => ({ name, limit });

/** For duties that the law leaves without a number to count. */
export const NO_NUMBER: Limits = {};
