import { documentErrors, RETENTIONS } from './archive.rules';
import { suspensionErrors } from './suspension.rules';

const NOW = new Date('2026-03-02T08:00:00Z');

describe('a case that rests', () => {
  it.each([
    ['2026-03-03', []],
    ['2026-05-31', []],
    ['2026-06-01', ['nextCheckOn']],
    ['2026-03-02', ['nextCheckOn']],
    ['2026-02-30', ['nextCheckOn']],
  ])('is looked at again on %s: %j', (day, fields) => {
    expect(Object.keys(suspensionErrors(day, NOW))).toEqual(fields);
  });
});

describe('an archived file', () => {
  it('is kept for ever or for thirty years (D, domain R15)', () => {
    expect(Object.values(RETENTIONS).map(({ years }) => years)).toEqual([null, 30]);
  });

  it('has a title for each of its papers', () => {
    expect(documentErrors(['结案审批表'])).toEqual({});
    expect(Object.keys(documentErrors(['结案审批表', ' ', '长'.repeat(201)]))).toEqual([
      'documents.1',
      'documents.2',
    ]);
  });
});
