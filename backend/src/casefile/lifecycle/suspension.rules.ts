import { addDays, localDate, type LocalDate } from '../../kernel';
import type { FieldErrors } from '../child-voice.rules';
import { dayAheadErrors } from '../form.rules';

/** A case that rests is looked at again at least as often as the calmest case is visited (DL-045, U3; D). */
const LONGEST_REST_DAYS = 90;

/** What is wrong with a suspension, by field. */
export function suspensionErrors(nextCheckOn: LocalDate, now: Date): FieldErrors {
  const errors = dayAheadErrors('nextCheckOn', nextCheckOn, now, true);
  if (Object.keys(errors).length > 0) return errors;
  return nextCheckOn > addDays(localDate(now), LONGEST_REST_DAYS)
    ? { nextCheckOn: [`下次核查日期请在 ${LONGEST_REST_DAYS} 天以内`] }
    : {};
}
