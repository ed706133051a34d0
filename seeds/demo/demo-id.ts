/** An area code that no place in China has: a demo number can belong to nobody, yet passes the check of GB 11643. */
export const DEMO_AREA = '990101';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A citizen ID number for an invented person. `birthDate` is 'YYYY-MM-DD'; `seq` is 0–499 and tells people of the same birth
 * date and sex apart. Throws RangeError for other values.
 */
export function makeDemoIdNumber(birthDate: string, sex: 'male' | 'female', seq: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) throw new RangeError(`Not a date: ${birthDate}`);
  if (!Number.isInteger(seq) || seq < 0 || seq > 499) throw new RangeError(`Sequence is 0 to 499: ${seq}`);
  // GB 11643: an odd sequence number is male, an even one female.
  const sequence = String(seq * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const digits = DEMO_AREA + birthDate.replaceAll('-', '') + sequence;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}
