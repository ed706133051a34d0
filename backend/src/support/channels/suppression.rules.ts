import type { Reach } from '../../platform/notifier';

/** Why a message stays at home; 'excluded' is never shown as such: that somebody must not know is itself a secret. */
export type Suppression =
  | 'answered' // somebody has said 收到, or it fell away
  | 'nobody-on-duty'
  | 'account-disabled'
  | 'excluded'
  | 'off-duty'
  | 'no-consent'
  | 'contact-changed'
  | 'no-address'
  | 'quiet-hours'
  | 'channel-removed';

/** What is known at the moment of sending. */
export interface SendFacts {
  readonly reach: Reach;
  readonly answered: boolean;
  readonly urgent: boolean;
  /** China, HH:MM. */
  readonly timeOfDay: string;
  /** Somebody at all must not know of the record. */
  readonly recordHasExclusions: boolean;
  readonly person: PersonFacts | null;
}

export interface PersonFacts {
  readonly disabled: boolean;
  readonly excluded: boolean;
  readonly onDuty: boolean;
  readonly agreed: boolean;
  readonly contactChanged: boolean;
  readonly hasPhone: boolean;
  readonly hasEmail: boolean;
  readonly quiet: { readonly from: string; readonly to: string } | null;
}

/** Nobody is contacted unless everything speaks for it (security.md S02, S03); null: send. */
export function suppressionOf(facts: SendFacts): Suppression | null {
  if (facts.answered) return 'answered';
  // Who reads along in a group is not ours to know.
  if (facts.reach === 'group') return facts.recordHasExclusions ? 'excluded' : null;
  const { person, reach } = facts;
  if (person === null) return 'nobody-on-duty';
  if (person.disabled) return 'account-disabled';
  if (person.excluded) return 'excluded';
  if (!person.onDuty) return 'off-duty';
  if (!person.agreed) return 'no-consent';
  if (person.contactChanged) return 'contact-changed';
  if ((reach === 'phone' && !person.hasPhone) || (reach === 'email' && !person.hasEmail)) return 'no-address';
  return !facts.urgent && isQuiet(person.quiet, facts.timeOfDay) ? 'quiet-hours' : null;
}

/** Quiet hours hold their first minute, not their last, and may last over midnight. */
function isQuiet(quiet: PersonFacts['quiet'], at: string): boolean {
  if (quiet === null) return false;
  const { from, to } = quiet;
  return from <= to ? from <= at && at < to : at >= from || at < to;
}
