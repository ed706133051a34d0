import { ageOn, checkIdNumber } from '@tonghu/backend/people';
import { Families } from './families';

describe('demo families', () => {
  it.each(['2026-11-23', '2027-02-28', '2028-02-29'])(
    'are well-formed and of the wished age on %s',
    (today) => {
      const families = new Families(today);
      const made = Array.from({ length: 60 }, (_, index) =>
        families.make({ regionCode: '990101100200', ages: [index % 18, 6], adults: ['51', '62'] }),
      );
      const numbers = new Set<string>();
      for (const [index, family] of made.entries()) {
        expect(family.children.map(({ birthDate }) => ageOn(birthDate, today))).toEqual([index % 18, 6]);
        for (const { birthDate, sex, idNumber } of [...family.children, ...family.guardians]) {
          expect(checkIdNumber(idNumber, today)).toMatchObject({ ok: true, birthDate, sex, area: '990101' });
          numbers.add(idNumber);
        }
      }
      expect(numbers.size).toBe(60 * 4);
    },
  );

  it('are the same whenever they are made on one day', () => {
    const one = (): unknown => new Families('2026-11-23').make({ regionCode: '990101100201', ages: [9, 4] });
    expect(one()).toEqual(one());
  });
});
