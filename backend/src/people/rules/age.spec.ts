import { ageOn } from './age';

describe('ageOn', () => {
  it.each([
    ['2015-03-15', '2026-03-14', 10],
    ['2015-03-15', '2026-03-15', 11],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2026-11-23', '2026-11-23', 0],
  ])('%s on %s is %i', (birthDate, day, age) => expect(ageOn(birthDate, day)).toBe(age));
});
