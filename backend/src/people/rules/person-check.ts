import { InvalidInput } from '../../kernel';
import { checkIdNumber } from './id-number';

export type Sex = 'male' | 'female' | 'unknown';

/** What a form says about who somebody is; empty texts count as absent. */
export interface IdentityInput {
  readonly sex: Sex;
  readonly birthDate?: string | null | undefined;
  readonly birthDateEstimated?: boolean | undefined;
  readonly idNumber?: string | null | undefined;
  readonly noIdReason?: string | null | undefined;
}

export interface Identity {
  readonly sex: Sex;
  readonly birthDate: string | null;
  readonly birthDateEstimated: boolean;
  readonly idKind: 'id_card' | 'none';
  readonly idNumber: string | null;
  readonly noIdReason: string | null;
}

/**
 * Brings ID number, birth date and sex together: the number decides what is not stated and must agree with what is. A
 * number is never required: unregistered and unidentified children are core users. `today` is the date in China; the
 * names of faulty fields come under `path` ('children.0').
 * @throws InvalidInput 422 with the field and what to do
 */
export function checkIdentity(input: IdentityInput, today: string, path = ''): Identity {
  const number = input.idNumber?.trim() ?? '';
  const birthDate = orNull(input.birthDate);
  const fail = (field: string, text: string): never => {
    throw new InvalidInput({ [fieldPath(path, field)]: [text] });
  };
  if (birthDate !== null && !isRealDate(birthDate))
    fail('birthDate', '请填写真实的出生日期，例如 2015-03-15。');
  if (birthDate !== null && birthDate > today) fail('birthDate', '出生日期不能晚于今天，请核对。');
  if (number === '') {
    const estimated = birthDate !== null && input.birthDateEstimated === true;
    const noIdReason = orNull(input.noIdReason);
    return {
      sex: input.sex,
      birthDate,
      birthDateEstimated: estimated,
      idKind: 'none',
      idNumber: null,
      noIdReason,
    };
  }
  const facts = checkIdNumber(number, today);
  if (!facts.ok) return fail('idNumber', facts.reason);
  if (birthDate !== null && input.birthDateEstimated !== true && birthDate !== facts.birthDate) {
    fail('birthDate', '出生日期与身份证号第7至14位不一致，请对照证件核对；不确定时请勾选“估计”。');
  }
  if (input.sex !== 'unknown' && input.sex !== facts.sex)
    fail('sex', '性别与身份证号第17位不一致，请对照证件核对。');
  return {
    sex: facts.sex,
    birthDate: facts.birthDate,
    birthDateEstimated: false,
    idKind: 'id_card',
    idNumber: facts.value,
    noIdReason: null,
  };
}

/** 'children.0' (or 'children.0.') and 'name' → 'children.0.name'. */
export function fieldPath(path: string, field: string): string {
  return path === '' || path.endsWith('.') ? `${path}${field}` : `${path}.${field}`;
}

function isRealDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return (
    /^(19|20)\d{2}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(date)
  );
}

/** An empty field of a form says nothing. */
function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
