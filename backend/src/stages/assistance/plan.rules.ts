import { type ChildVoice, childVoiceErrors, dayAheadErrors, type FieldErrors } from '../../casefile';

export interface PlanForm extends ChildVoice {
  readonly reviewOn: string;
  readonly services: readonly { readonly dueOn: string }[];
}

/** What is wrong with a plan (D15), by field: a review lies ahead, a service is not due before it was planned. */
export function planErrors(form: PlanForm, now: Date): FieldErrors {
  const errors: FieldErrors = {
    ...childVoiceErrors(form),
    ...dayAheadErrors('reviewOn', form.reviewOn, now, true),
  };
  for (const [index, { dueOn }] of form.services.entries())
    Object.assign(errors, dayAheadErrors(`services.${index}.dueOn`, dueOn, now));
  return errors;
}
