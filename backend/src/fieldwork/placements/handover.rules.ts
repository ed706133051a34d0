import { type ChildVoice, childVoiceErrors, type FieldErrors, pastInstantErrors } from '../../casefile';

/** Who gives the child over. */
export const HANDOVER_FROM = [
  'POLICE',
  'HOSPITAL',
  'SCHOOL',
  'VILLAGE',
  'FAMILY',
  'CARER',
  'AGENCY',
  'OTHER',
] as const;
export type HandoverFrom = (typeof HANDOVER_FROM)[number];

/** Who receives it; the guardian only by 送回监护人. */
export const HANDOVER_TO = [
  'OTHER_GUARDIAN',
  'RELATIVE',
  'CARER',
  'SHELTER',
  'WELFARE_HOME',
  'HOSPITAL',
  'VILLAGE',
  'OTHER',
  'GUARDIAN',
] as const;
export type HandoverTo = (typeof HANDOVER_TO)[number];

export const RECEIVERS = HANDOVER_TO.filter((party) => party !== 'GUARDIAN');
export type Receiver = Exclude<HandoverTo, 'GUARDIAN'>;

export interface HandoverForm extends ChildVoice {
  readonly handedAt: string;
  readonly toParty: Receiver;
}

export interface HandoverFacts {
  /** In custody or placed: from then on nobody but a conference gives the child back to a guardian (24号19). */
  readonly inCare: boolean;
  readonly mayGoHome: boolean;
}

/** What is wrong with a hand-over (D07), by field. */
export function handoverErrors(form: HandoverForm, facts: HandoverFacts, now: Date): FieldErrors {
  const errors: FieldErrors = {
    ...pastInstantErrors('handedAt', form.handedAt, now),
    ...childVoiceErrors(form),
  };
  if (form.toParty === 'OTHER_GUARDIAN' && facts.inCare && !facts.mayGoHome)
    errors.toParty = ['孩子已在临时监护或安置中：没有「送回」的会商结论，不得交给监护人'];
  return errors;
}
