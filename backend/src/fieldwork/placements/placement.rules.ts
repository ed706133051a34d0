import {
  type ChildVoice,
  childVoiceErrors,
  dayAheadErrors,
  type FieldErrors,
  pastDayErrors,
  pastInstantErrors,
} from '../../casefile';
import { addDays, type LocalDate, localDate } from '../../kernel';

/** Where a child may stay (未成年人保护法93; domain §9), and the kind of agency that receives it. */
export const PLACEMENT_KINDS = {
  KIN: null,
  ENTRUSTED: null,
  FOSTER: null,
  SHELTER: 'shelter',
  WELFARE_HOME: 'welfare_home',
  HOSPITAL: 'hospital',
  BOARDING: 'school',
} as const;
export type PlacementKind = keyof typeof PLACEMENT_KINDS;

/** What the placement rests on: the police took the child away (24号11), the guardian agrees (22), civil affairs has custody (92). */
export const PLACEMENT_BASES = ['POLICE', 'CONSENT', 'CUSTODY'] as const;
export type PlacementBasis = (typeof PLACEMENT_BASES)[number];

/** 不得作为被委托人的四种情形 (未成年人保护法22第三款), in the words of the law. */
export const CARER_CHECKS = {
  violence: '曾实施性侵害、虐待、遗弃、拐卖、暴力伤害等违法犯罪行为',
  habits: '有吸毒、酗酒、赌博等恶习',
  neglect: '曾拒不履行或者长期怠于履行监护、照护职责',
  unfit: '有其他不适宜担任照料人的情形',
} as const;
export type CarerCheck = keyof typeof CARER_CHECKS;
export type CheckAnswer = 'yes' | 'no' | 'unknown';
export type CarerChecks = Readonly<Partial<Record<CarerCheck, CheckAnswer>>>;

/** Days until a placement is looked at again (D): sooner the first time, and at once where it does not fit. */
export const REVIEW_DAYS = { first: 30, later: 90, unfit: 7 } as const;

export const isFamily = (kind: PlacementKind): boolean => PLACEMENT_KINDS[kind] === null;

export interface PlacementForm extends ChildVoice {
  readonly kind: PlacementKind;
  readonly basis: PlacementBasis;
  readonly agencyId?: string;
  readonly agencyName?: string;
  readonly carerName?: string;
  readonly address?: string;
  readonly consentBy?: string;
  readonly carerChecks?: CarerChecks;
  readonly startedOn: LocalDate;
  readonly plannedEndOn?: LocalDate;
  readonly nextReviewOn: LocalDate;
}

const said = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** What is wrong with a placement, by field. Custody and hand-over behind its basis are looked up elsewhere. */
export function placementErrors(form: PlacementForm, now: Date): FieldErrors {
  const errors: FieldErrors = {
    ...pastDayErrors('startedOn', form.startedOn, now),
    ...reviewDayErrors(form.nextReviewOn, REVIEW_DAYS.first, now),
    ...keeperErrors(form),
    ...carerErrors(form),
    ...childVoiceErrors(form),
  };
  if (form.plannedEndOn !== undefined)
    Object.assign(errors, dayAheadErrors('plannedEndOn', form.plannedEndOn, now));
  if (form.basis === 'CONSENT' && !said(form.consentBy))
    errors.consentBy = ['请写明哪位监护人、什么时候同意'];
  return errors;
}

/** Somebody with a name and a place takes the child in. */
function keeperErrors({ kind, agencyId, agencyName, carerName, address }: PlacementForm): FieldErrors {
  if (!isFamily(kind))
    return agencyId === undefined && !said(agencyName)
      ? { agencyId: ['请选择接收单位；不在列表里的，请填写单位名称'] }
      : {};
  return {
    ...(said(carerName) ? {} : { carerName: ['请填写照料人姓名'] }),
    ...(said(address) ? {} : { address: ['请填写孩子住在哪里'] }),
  };
}

/** A carer in a family answers no four times; an answer yes is refused everywhere (未成年人保护法22第三款). */
function carerErrors({ kind, carerChecks = {} }: PlacementForm): FieldErrors {
  const errors: FieldErrors = {};
  for (const [check, words] of Object.entries(CARER_CHECKS)) {
    const answer = carerChecks[check as CarerCheck];
    if (answer === 'yes')
      errors[`carerChecks.${check}`] = [
        `${words}的人，依法不能照料孩子（未成年人保护法第二十二条），请另选照料人`,
      ];
    else if (isFamily(kind) && answer !== 'no')
      errors[`carerChecks.${check}`] = ['请先核查清楚，确认没有这种情形再安置'];
  }
  return errors;
}

export interface ReviewForm extends ChildVoice {
  readonly reviewedAt: string;
  readonly seenChild: boolean;
  readonly suitable: CheckAnswer;
  readonly carerFit: CheckAnswer;
  readonly nextReviewOn: LocalDate;
}

/** What is wrong with a review, by field: nobody finds a place right for a child that was not seen there. */
export function reviewErrors(form: ReviewForm, now: Date): FieldErrors {
  const unfit = form.suitable === 'no' || form.carerFit === 'no' || !form.seenChild;
  const errors: FieldErrors = {
    ...pastInstantErrors('reviewedAt', form.reviewedAt, now),
    ...reviewDayErrors(form.nextReviewOn, unfit ? REVIEW_DAYS.unfit : REVIEW_DAYS.later, now),
  };
  if (form.seenChild) return { ...errors, ...childVoiceErrors(form) };
  if (form.suitable === 'yes') errors.suitable = ['没有在安置的地方见到孩子，不能认为合适'];
  return errors;
}

function reviewDayErrors(day: LocalDate, days: number, now: Date): FieldErrors {
  const errors = dayAheadErrors('nextReviewOn', day, now, true);
  if (errors.nextReviewOn !== undefined) return errors;
  const latest = addDays(localDate(now), days);
  return day > latest
    ? { nextReviewOn: [`请在 ${days} 天以内（${latest} 前）再看一次（系统建议时限）`] }
    : {};
}
