import { maskAddress, maskIdNumber, maskName, maskPhone } from './masking';

describe('masking', () => {
  it.each([
    ['张明', '张*'],
    ['张小明', '张*明'],
    ['欧阳明', '欧阳*'],
    ['欧阳小明', '欧阳*明'],
    ['张李小明', '张**明'],
    ['阿卜杜拉·买买提', '阿***提'],
    ['欧阳', '欧*'],
    ['𠮷小明', '𠮷*明'],
    ['张', '*'],
    ['  ', ''],
  ])('name %s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it.each([
    ['99010120150101001X', '990***********001X'],
    ['990101150101001', '990********1001'],
    ['E12345678', '****'],
    ['', ''],
  ])('ID number %s → %s', (value, masked) => expect(maskIdNumber(value)).toBe(masked));

  it.each([
    ['13800001234', '138****1234'],
    ['+86 138 0000 1234', '138****1234'],
    ['0375-12345678', '037****5678'],
    ['1234567', '****67'],
    ['110', '****'],
    ['', ''],
  ])('phone %s → %s', (value, masked) => expect(maskPhone(value)).toBe(masked));

  it.each([
    ['平新县城关镇和平村三组', '平新县城关镇****'],
    ['平新县城关镇', '平新县****'],
    ['和平路12号3单元', '和平路****'],
    ['2号院', '****'],
    ['', ''],
  ])('address %s → %s', (value, masked) => expect(maskAddress(value)).toBe(masked));
});
