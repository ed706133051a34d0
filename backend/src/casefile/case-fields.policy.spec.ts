import { CASE_FIELDS, type CaseReader, maskedFields, maySeeClass } from './case-fields.policy';

const reader = (part: Partial<CaseReader>): CaseReader => ({
  role: 'agency_handler',
  agencyKind: 'education',
  works: true,
  isWorker: false,
  ...part,
});
/** By the class, in the order of the page: a new part of a narrative is covered without being listed here. */
const NARRATIVE = Object.entries(CASE_FIELDS).flatMap(([field, name]) =>
  name === 'narrative' ? [field] : [],
);

describe('what a reader sees of a case', () => {
  it('hides nothing from those who work on it', () => {
    for (const role of ['intake_officer', 'child_supervisor', 'civil_affairs', 'child_director'] as const) {
      expect(maskedFields(reader({ role, agencyKind: 'township' }), ['MR4'])).toEqual([]);
    }
  });

  it('leaves an order holder the child and how to reach it', () => {
    const holder = reader({ works: false });
    expect(maskedFields(holder, ['MR4'])).toEqual(['parties', 'report', ...NARRATIVE]);
    expect(maySeeClass(holder, ['MR4'], 'identity')).toBe(true);
    expect(maySeeClass(holder, ['MR4'], 'contact')).toBe(true);
  });

  it.each(['school_reporter', 'administrator', 'system'] as const)('shows a %s nothing', (role) => {
    expect(maskedFields(reader({ role }), ['MR4'])).toEqual([
      'childName',
      'child',
      'parties',
      'report',
      ...NARRATIVE,
    ]);
  });

  it.each(['MR1', 'MR2', 'MR3'])('in %s keeps the identity to those who need it', (code) => {
    for (const agencyKind of ['police', 'health', 'civil_affairs', 'shelter', 'intake']) {
      expect(maySeeClass(reader({ agencyKind }), ['MR9', code], 'identity')).toBe(true);
    }
    for (const agencyKind of ['education', 'women_federation', 'township', 'village', 'youth_league']) {
      expect(maskedFields(reader({ agencyKind }), [code])).toEqual(['childName', 'child', 'parties']);
    }
    expect(
      maskedFields(reader({ agencyKind: 'village', role: 'child_director', isWorker: true }), [code]),
    ).toEqual([]);
  });

  it('hides where a child was placed from village and school', () => {
    expect(
      maySeeClass(
        reader({ role: 'child_director', agencyKind: 'village', isWorker: true }),
        ['MR6'],
        'placementAddress',
      ),
    ).toBe(false);
    expect(maySeeClass(reader({ agencyKind: 'school' }), ['MR6'], 'placementAddress')).toBe(false);
    expect(
      maySeeClass(
        reader({ role: 'civil_affairs', agencyKind: 'civil_affairs' }),
        ['MR6'],
        'placementAddress',
      ),
    ).toBe(true);
  });
});
