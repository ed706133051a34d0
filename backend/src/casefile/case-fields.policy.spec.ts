import { CASE_FIELDS, type CaseReader, maskedFields, maySeeClass } from './case-fields.policy';

const reader = (part: Partial<CaseReader>): CaseReader => ({
  role: 'agency_handler',
  agencyKind: 'education',
  works: true,
  isWorker: false,
  ...part,
});
/** Fields of these classes, in the order of the page: a new part of a narrative is covered without being listed here. */
const fieldsOf = (...classes: readonly string[]): string[] =>
  Object.entries(CASE_FIELDS).flatMap(([field, name]) => (classes.includes(name) ? [field] : []));
const CASEWORK = ['family', 'narrative', 'report', 'health', 'placementAddress'];
const PLACES = fieldsOf('placementAddress');

describe('what a reader sees of a case', () => {
  it('hides nothing from those who work on it', () => {
    for (const role of ['intake_officer', 'child_supervisor', 'civil_affairs', 'shelter_worker'] as const) {
      expect(maskedFields(reader({ role, agencyKind: 'township' }), ['MR4'])).toEqual([]);
    }
  });

  it('leaves an order holder the child and how to reach it', () => {
    const holder = reader({ works: false });
    expect(maskedFields(holder, ['MR4'])).toEqual(fieldsOf(...CASEWORK));
    expect(maySeeClass(holder, ['MR4'], 'identity')).toBe(true);
    expect(maySeeClass(holder, ['MR4'], 'contact')).toBe(true);
  });

  it.each(['school_reporter', 'administrator', 'system'] as const)('shows a %s nothing', (role) => {
    expect(maskedFields(reader({ role }), ['MR4'])).toEqual(fieldsOf('identity', 'contact', ...CASEWORK));
  });

  it.each(['MR1', 'MR2', 'MR3'])('in %s keeps the identity to those who need it', (code) => {
    for (const agencyKind of ['police', 'health', 'civil_affairs', 'shelter', 'intake']) {
      expect(maySeeClass(reader({ agencyKind }), ['MR9', code], 'identity')).toBe(true);
    }
    for (const agencyKind of ['education', 'women_federation', 'township', 'youth_league']) {
      expect(maskedFields(reader({ agencyKind }), [code])).toEqual(['childName', 'child', 'parties']);
    }
    expect(
      maskedFields(reader({ agencyKind: 'village', role: 'child_director', isWorker: true }), [code]),
    ).toEqual(PLACES);
  });

  it.each<[string, Partial<CaseReader>, boolean]>([
    [
      'the village that works on the case',
      { role: 'child_director', agencyKind: 'village', isWorker: true },
      false,
    ],
    ['another post in a village', { role: 'agency_handler', agencyKind: 'village' }, false],
    ['a school', { role: 'agency_handler', agencyKind: 'school' }, false],
    ['a reporter', { role: 'school_reporter', agencyKind: 'school' }, false],
    ['whoever holds one order', { role: 'police_handler', agencyKind: 'police', works: false }, false],
    ['the station', { role: 'child_supervisor', agencyKind: 'township' }, true],
    ['intake', { role: 'intake_officer', agencyKind: 'intake' }, true],
    ['civil affairs', { role: 'civil_affairs', agencyKind: 'civil_affairs' }, true],
    ['the shelter', { role: 'shelter_worker', agencyKind: 'shelter' }, true],
    ['an auditor', { role: 'auditor', agencyKind: 'civil_affairs' }, false],
  ])('tells %s where a placed child is: %#', (_who, part, may) => {
    for (const situations of [['MR6'], ['MR1'], []])
      expect(maySeeClass(reader(part), situations, 'placementAddress')).toBe(may);
    expect(PLACES.every((field) => maskedFields(reader(part), ['MR6']).includes(field))).toBe(!may);
  });
});
