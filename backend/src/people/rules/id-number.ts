/** What a well-formed citizen ID number says about its holder. */
export interface IdNumberFacts {
  readonly ok: true;
  /** The number as stored: 18 characters, upper-case X. */
  readonly value: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  /** The six digits of the place of first registration. */
  readonly area: string;
  /** False is a warning only: area codes are retired, and the number keeps the one at issue. */
  readonly areaKnown: boolean;
}

export interface IdNumberFault {
  readonly ok: false;
  /** What is wrong and what to do, in Chinese, for the person at the form. */
  readonly reason: string;
}

const SHAPE = /^(\d{6})(\d{4})(\d{2})(\d{2})(\d{3})[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const OLDEST_YEARS = 120;

/** Province codes of GB/T 2260, and 81–83 of the residence permits for 港澳台 residents. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/**
 * Checks a citizen ID number (GB 11643-1999): shape, real birth date not after today and at most 120 years back, check
 * character. Spaces around it and a lower-case x are accepted. `today` is the date in China, 'YYYY-MM-DD'.
 */
export function checkIdNumber(value: string, today: string): IdNumberFacts | IdNumberFault {
  const number = value.trim().toUpperCase();
  const [, area, year, month, day, sequence] = SHAPE.exec(number) ?? [];
  if (area === undefined || sequence === undefined) {
    return fault(
      '身份证号应为18位：前17位是数字，最后一位是数字或X。请对照证件重新填写；没有证件可选“未登记”并写明原因。',
    );
  }
  const birthDate = `${year}-${month}-${day}`;
  if (!isRealDate(birthDate)) return fault('身份证号第7至14位不是有效的出生日期，请对照证件核对这几位。');
  if (birthDate > today) return fault('身份证号中的出生日期晚于今天，请对照证件核对第7至14位。');
  if (birthDate < yearsBefore(today, OLDEST_YEARS)) {
    return fault(`身份证号中的出生日期早于${OLDEST_YEARS}年前，请对照证件核对第7至14位。`);
  }
  if (number.at(-1) !== idCheckCharacter(number.slice(0, 17))) {
    return fault('身份证号校验不通过，可能有一位填错或两位颠倒，请对照证件逐位核对。');
  }
  const sex = Number(sequence) % 2 === 1 ? 'male' : 'female';
  return { ok: true, value: number, birthDate, sex, area, areaKnown: PROVINCES.has(area.slice(0, 2)) };
}

/** The check character (MOD 11-2) that completes the first 17 digits; throws RangeError for anything else. */
export function idCheckCharacter(digits: string): string {
  if (!/^\d{17}$/.test(digits)) throw new RangeError('An ID number has 17 digits before its check character');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function fault(reason: string): IdNumberFault {
  return { ok: false, reason };
}

function isRealDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

/** Dates compare as text, so a 29 February that the target year lacks needs no correction. */
function yearsBefore(today: string, years: number): string {
  return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
}
