import { InvalidInput } from '../../kernel';
import { idCheckCharacter } from './id-number';
import { checkIdentity, type IdentityInput } from './person-check';

const TODAY = '2026-11-23';
const DIGITS = '99010120150315001';
const NUMBER = `${DIGITS}${idCheckCharacter(DIGITS)}`;

function faults(input: IdentityInput, path?: string): readonly string[] {
  try {
    checkIdentity(input, TODAY, path);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return Object.keys(error.extras.errors ?? {});
  }
}

describe('checkIdentity', () => {
  it('takes birth date and sex from the number', () => {
    expect(checkIdentity({ sex: 'unknown', idNumber: ` ${NUMBER} ` }, TODAY)).toEqual({
      sex: 'male',
      birthDate: '2015-03-15',
      birthDateEstimated: false,
      idKind: 'id_card',
      idNumber: NUMBER,
      noIdReason: null,
    });
  });

  it('lets the number replace an estimate, and forgets why there was none', () => {
    const input = {
      sex: 'male',
      idNumber: NUMBER,
      birthDate: '2014-01-01',
      birthDateEstimated: true,
      noIdReason: 'NOT_AT_HAND',
    } as const;
    expect(checkIdentity(input, TODAY)).toMatchObject({
      birthDate: '2015-03-15',
      birthDateEstimated: false,
      noIdReason: null,
    });
  });

  it('accepts a child without any number', () => {
    expect(
      checkIdentity(
        { sex: 'female', birthDate: '2020-06-01', birthDateEstimated: true, noIdReason: 'NO_HUKOU' },
        TODAY,
      ),
    ).toEqual({
      sex: 'female',
      birthDate: '2020-06-01',
      birthDateEstimated: true,
      idKind: 'none',
      idNumber: null,
      noIdReason: 'NO_HUKOU',
    });
    expect(checkIdentity({ sex: 'unknown', birthDate: '', idNumber: '' }, TODAY)).toMatchObject({
      birthDate: null,
      idKind: 'none',
    });
  });

  it.each<[IdentityInput, string]>([
    [{ sex: 'male', idNumber: NUMBER, birthDate: '2015-03-16' }, 'birthDate'],
    [{ sex: 'female', idNumber: NUMBER }, 'sex'],
    [{ sex: 'male', idNumber: '123' }, 'idNumber'],
    [{ sex: 'male', birthDate: '2026-11-24' }, 'birthDate'],
    [{ sex: 'male', birthDate: '2015-02-30' }, 'birthDate'],
  ])('names the faulty field of %j', (input, field) => expect(faults(input)).toEqual([field]));

  it('names the field under its path', () => {
    expect(faults({ sex: 'male', idNumber: '123' }, 'children.0')).toEqual(['children.0.idNumber']);
  });
});
