import { type ChildVoice, childVoiceErrors, type FieldErrors, pastDayErrors } from '../../casefile';
import type { LocalDate } from '../../kernel';
import type { LongTermGround } from './custody.rules';

/** How care ends (domain §9 CARE_EXIT). RETURNED and CHANGED have actions of their own. */
export const CARE_EXITS = [
  'RETURNED',
  'OTHER_GUARDIAN',
  'PARENT_FOUND',
  'PARENT_RELEASED',
  'GUARDIANSHIP_RESTORED',
  'LONG_TERM',
  'ADOPTED',
  'TURNED_18',
  'MOVED_AWAY',
  'DIED',
  'CHANGED',
  'OTHER',
] as const;
export type CareExit = (typeof CARE_EXITS)[number];

/** The ends a person may name when a placement or a custody ends; going home is 送回监护人. */
export const NAMED_EXITS = CARE_EXITS.filter((exit) => exit !== 'CHANGED' && exit !== 'RETURNED');
export type NamedExit = Exclude<CareExit, 'CHANGED' | 'RETURNED'>;

/** Ends that put the child back into the hands of a parent. */
const TO_PARENT: ReadonlySet<string> = new Set<CareExit>(['RETURNED', 'PARENT_FOUND', 'PARENT_RELEASED']);

const NO_CONCLUSION =
  '把孩子交给父母之前要有「送回」的会商结论（法发〔2014〕24号第十九条）；有结论后请用「送回监护人」';

export interface ExitForm extends ChildVoice {
  readonly endedOn: LocalDate;
  readonly reason: CareExit;
}

export interface CustodyExitForm extends ExitForm {
  /** Which of the five situations of 未成年人保护法94 makes it 长期监护. */
  readonly longTermGround?: LongTermGround | undefined;
  /** 判决书文号, where a court appointed civil affairs. */
  readonly judgmentNo?: string | undefined;
}

export interface ExitFacts {
  readonly startedOn: LocalDate;
  readonly mayGoHome: boolean;
  /** Reasons of the custody and parties of the case rule out that the guardian is the danger. */
  readonly blameless: boolean;
}

/** What is wrong with the end of a placement or custody, by field. Nobody asks a child that died for its opinion. */
export function exitErrors(form: ExitForm, facts: ExitFacts, now: Date): FieldErrors {
  const errors: FieldErrors = {
    ...pastDayErrors('endedOn', form.endedOn, now),
    ...(form.reason === 'DIED' ? {} : childVoiceErrors(form)),
  };
  if (errors.endedOn === undefined && form.endedOn < facts.startedOn)
    errors.endedOn = ['结束日期不能早于开始日期'];
  if (TO_PARENT.has(form.reason) && !facts.mayGoHome && !facts.blameless) errors.reason = [NO_CONCLUSION];
  return errors;
}

/** The same for a custody: 长期监护 only in a situation of 未成年人保护法94, and with the judgment where a court decides. */
export function custodyExitErrors(form: CustodyExitForm, facts: ExitFacts, now: Date): FieldErrors {
  const errors: FieldErrors = exitErrors(form, facts, now);
  if (form.reason !== 'LONG_TERM') return errors;
  if (form.longTermGround === undefined)
    return { ...errors, longTermGround: ['请选择属于哪一种长期监护情形（未成年人保护法第九十四条）'] };
  return form.longTermGround === 'LT4' && form.judgmentNo === undefined
    ? { ...errors, judgmentNo: ['请填写撤销监护人资格、指定监护人的判决书文号'] }
    : errors;
}
