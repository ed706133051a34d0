import { ageOn, checkIdNumber } from '@tonghu/backend/people';
import { demoFamilies } from './people';

describe('demoFamilies', () => {
  it.each(['2026-11-23', '2027-02-28', '2028-02-29'])(
    'are well-formed and of the intended age on %s',
    (today) => {
      const families = demoFamilies(today);
      expect(
        families.flatMap(({ children }) => children.map(({ birthDate }) => ageOn(birthDate, today))),
      ).toEqual([9, 11, 6, 13]);
      for (const { birthDate, sex, idNumber } of families.flatMap(({ children, guardians }) => [
        ...children,
        ...guardians,
      ])) {
        expect(checkIdNumber(idNumber, today)).toMatchObject({ ok: true, birthDate, sex, area: '990101' });
      }
    },
  );
});
