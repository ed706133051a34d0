import { type FieldErrors, pastInstantErrors } from '../../casefile';
import { addMonths, localDate, type LocalDate } from '../../kernel';
import type { MeasureRecorder } from './measure.policy';
import { recordingOf } from './measure.policy';
import {
  EVIDENCE_PACK,
  EVIDENCE_TYPES,
  type MeasureRule,
  PO_MEASURES,
  REVOKE_APPLICANTS,
  REVOKE_GROUNDS,
} from './measures.rules';

export interface PackLine {
  readonly item: string;
  readonly present: boolean;
  readonly note?: string;
}

export interface MeasureForm {
  readonly kind: string;
  readonly happenedAt: string;
  readonly facts: string;
  readonly expiresOn?: string;
  readonly person?: string;
  readonly terms?: readonly string[];
  readonly urgent?: boolean;
  readonly evidence?: readonly string[];
  readonly applicant?: string;
  readonly grounds?: readonly string[];
  readonly pack?: readonly PackLine[];
  readonly noConferenceReason?: string;
  readonly deliberateCrime?: boolean;
  readonly outsideWindowReason?: string;
}

/** What the case knows when a measure is asked for. */
export interface MeasureContext {
  readonly stageOpen: boolean;
  readonly assessed: boolean;
  readonly conferenceSaysRevoke: boolean;
  /** Day of the judgment that revoked the guardianship; null when there is none. */
  readonly revokedOn: LocalDate | null;
}

const said = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** What is wrong with a measure or an application, by field. */
export function measureErrors(
  rule: MeasureRule,
  form: MeasureForm,
  context: MeasureContext,
  recorder: MeasureRecorder,
  now: Date,
): FieldErrors {
  const recording = recordingOf(recorder, rule);
  if (recording === null)
    return {
      kind: [
        rule.recordedBy === undefined
          ? '这项措施不由您的单位作出，请联系区未保办受理员代登记'
          : '这一项在别处登记：临时监护、领回在「处置与安置」，会商在「召集会商」',
      ],
    };
  if (rule.needsStage === true && !context.stageOpen) return { kind: ['请先启动监护干预'] };
  const errors: FieldErrors = { ...pastInstantErrors('happenedAt', form.happenedAt, now) };
  if (recording === 'on-behalf' && !said(form.person)) errors.person = ['代登记请写明是对方单位的谁告知的'];
  if (form.expiresOn !== undefined) Object.assign(errors, expiryErrors(rule, form.expiresOn, now));
  switch (form.kind) {
    case 'protection-order':
      return { ...errors, ...protectionErrors(form) };
    case 'revocation':
      return { ...errors, ...revocationErrors(form, context) };
    case 'restoration':
      return { ...errors, ...restorationErrors(form, context) };
    default:
      return errors;
  }
}

/** A day that a measure ends on: not in the past, and within its longest time from the day it counts from. */
export function expiryErrors(rule: MeasureRule, expiresOn: LocalDate, from: Date): FieldErrors {
  if (rule.lasts === 'at-once' || rule.applied === true) return { expiresOn: ['这一项没有期限，请去掉'] };
  return dayErrors(rule, expiresOn, from);
}

/** The same for a decision or an extension, where an application has become a measure. */
export function dayErrors(rule: MeasureRule, expiresOn: LocalDate, from: Date): FieldErrors {
  if (!isDay(expiresOn)) return { expiresOn: ['请填写日期'] };
  const day = localDate(from);
  if (expiresOn <= day) return { expiresOn: ['到期日期应当在作出日期之后'] };
  if (rule.months !== undefined && expiresOn > addMonths(day, rule.months))
    return { expiresOn: [`有效期不超过 ${rule.months} 个月`] };
  return {};
}

function isDay(day: string): boolean {
  try {
    return addMonths(day, 0) === day;
  } catch {
    return false;
  }
}

/** 反家庭暴力法23, 29; 法释〔2022〕17号6. */
function protectionErrors({ terms = [], urgent, evidence = [] }: MeasureForm): FieldErrors {
  return {
    ...listErrors('terms', terms, PO_MEASURES, '请选择申请的保护措施'),
    ...listErrors('evidence', evidence, EVIDENCE_TYPES, '请选择有哪些证据'),
    ...(urgent === undefined ? { urgent: ['请选择情况是否紧急'] } : {}),
  };
}

/** 民法典36; 法发〔2014〕24号27–35: an assessment, a conference that said so or why none, and each item of the pack. */
function revocationErrors(form: MeasureForm, context: MeasureContext): FieldErrors {
  const errors: FieldErrors = {
    ...listErrors('grounds', form.grounds ?? [], REVOKE_GROUNDS, '请选择撤销的情形'),
  };
  if (!context.assessed) errors.kind = ['还没有调查评估，请先完成评估'];
  if (!Object.hasOwn(REVOKE_APPLICANTS, form.applicant ?? '')) errors.applicant = ['请选择由谁申请'];
  if (!context.conferenceSaysRevoke && !said(form.noConferenceReason))
    errors.noConferenceReason = ['没有「申请撤销」的会商结论，请写明为什么'];
  for (const [item, name] of Object.entries(EVIDENCE_PACK)) {
    const line = form.pack?.filter((candidate) => candidate.item === item) ?? [];
    const [only] = line;
    if (only === undefined || line.length > 1) errors.pack = ['请逐项核对证据材料，每项一次'];
    else if (!only.present && !said(only.note)) errors.pack = [`没有「${name}」，请写明原因`];
  }
  return errors;
}

/** 民法典38: never after a deliberate crime against the child; 24号38 (M9): three to twelve months after the judgment. */
function restorationErrors(form: MeasureForm, { revokedOn }: MeasureContext): FieldErrors {
  if (revokedOn === null) return { kind: ['本案没有撤销监护人资格的判决，不能申请恢复'] };
  if (form.deliberateCrime === undefined)
    return { deliberateCrime: ['请选择是否因对孩子实施故意犯罪被撤销'] };
  if (form.deliberateCrime)
    return { deliberateCrime: ['对孩子实施故意犯罪的，不能恢复监护人资格（民法典第三十八条）'] };
  const day = localDate(new Date(form.happenedAt));
  const isInside = day >= addMonths(revokedOn, 3) && day <= addMonths(revokedOn, 12);
  return isInside || said(form.outsideWindowReason)
    ? {}
    : { outsideWindowReason: ['一般在判决后三个月至一年内申请；不在这段时间的，请写明原因'] };
}

function listErrors(
  field: string,
  codes: readonly string[],
  known: Readonly<Record<string, string>>,
  missing: string,
): FieldErrors {
  if (codes.length === 0) return { [field]: [missing] };
  return codes.every((code) => Object.hasOwn(known, code)) ? {} : { [field]: ['请从列表中选择'] };
}
