import fc from 'fast-check';
import { checkIdNumber, idCheckCharacter } from './id-number';

const TODAY = '2026-11-23';
const reasonOf = (value: string, today = TODAY): string => {
  const result = checkIdNumber(value, today);
  return result.ok ? '' : result.reason;
};

describe('checkIdNumber', () => {
  // Synthetic numbers: well-formed, known to belong to nobody.
  it.each([
    ['410402201503159999', 'male', '2015-03-15'],
    ['41040220120229998X', 'female', '2012-02-29'],
    ['410402200806019972', 'male', '2008-06-01'],
    ['410402201901019967', 'female', '2019-01-01'],
    ['410421201009109952', 'male', '2010-09-10'],
    ['410402201311119992', 'male', '2013-11-11'],
    ['41040220140505902X', 'female', '2014-05-05'],
  ])('reads %s', (value, sex, birthDate) => {
    expect(checkIdNumber(value, TODAY)).toEqual({
      ok: true,
      value,
      sex,
      birthDate,
      area: value.slice(0, 6),
      areaKnown: true,
    });
  });

  it('accepts a lower-case x and spaces around, and normalises them', () => {
    expect(checkIdNumber(' 41040220120229998x ', TODAY)).toMatchObject({
      ok: true,
      value: '41040220120229998X',
    });
  });

  it('only warns about an area code that no province has', () => {
    const value = `99010120150315001${idCheckCharacter('99010120150315001')}`;
    expect(checkIdNumber(value, TODAY)).toMatchObject({ ok: true, area: '990101', areaKnown: false });
  });

  it.each([
    ['', '18位'],
    ['41040220150315999', '18位'],
    ['41040220150315999Y', '18位'],
    ['4104022015031599990', '18位'],
    ['410402201302299995', '有效的出生日期'],
    ['410402201513159999', '有效的出生日期'],
    ['410402201500159999', '有效的出生日期'],
    ['410402202611249999', '晚于今天'],
    ['410402190611229999', '早于120年前'],
    ['410402201503159998', '校验不通过'],
  ])('refuses %p and says why', (value, words) => {
    expect(reasonOf(value)).toContain(words);
  });

  it('takes a child born today and refuses one born tomorrow', () => {
    const value = `41040220261123001${idCheckCharacter('41040220261123001')}`;
    expect(reasonOf(value)).toBe('');
    expect(reasonOf(value, '2026-11-22')).toContain('晚于今天');
  });

  it('notices every single wrong digit and every swap of neighbours', () => {
    const good = '41040220120229998X';
    const position = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = (Number(good[at]) + by) % 10;
        expect(checkIdNumber(`${good.slice(0, at)}${wrong}${good.slice(at + 1)}`, TODAY).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
    for (let at = 0; at < 16; at += 1) {
      const swapped = `${good.slice(0, at)}${good.charAt(at + 1)}${good.charAt(at)}${good.slice(at + 2)}`;
      if (swapped !== good) expect(checkIdNumber(swapped, TODAY).ok).toBe(false);
    }
  });
});

describe('idCheckCharacter', () => {
  it('wants exactly 17 digits', () => {
    expect(idCheckCharacter('41040220120229998')).toBe('X');
    expect(() => idCheckCharacter('4104022012022999')).toThrow(RangeError);
  });
});
