import type { Person } from '../api';
import { changesOf, editableOf } from './person-form';

const person: Person = {
  id: 'p',
  kind: 'child',
  name: '张*明',
  sex: 'male',
  birthDate: '2018-05-01',
  birthDateEstimated: false,
  age: 8,
  idKind: 'ID_CARD',
  idNumber: null,
  noIdReason: null,
  phone: null,
  address: null,
  regionCode: null,
  regionName: null,
  school: '某小学',
  relations: null,
  cases: null,
  version: 3,
  _masked: ['phone', 'address'],
};

describe('person form', () => {
  it('leaves out what the reader may not see', () => {
    expect(Object.keys(editableOf(person))).toEqual([
      'name',
      'sex',
      'birthDate',
      'birthDateEstimated',
      'school',
    ]);
  });

  it('sends only what was changed', () => {
    expect(changesOf(person, { ...editableOf(person), school: '另一小学' })).toEqual({ school: '另一小学' });
    expect(changesOf(person, editableOf(person))).toEqual({});
  });

  it('sends null for what was emptied', () => {
    expect(changesOf(person, { ...editableOf(person), school: ' ' })).toEqual({ school: null });
  });
});
