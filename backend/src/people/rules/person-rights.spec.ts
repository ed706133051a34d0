import { ROLES, type Role } from '../../kernel';
import { mayReadClass } from './person-rights';

describe('mayReadClass', () => {
  const readers = (dataClass: 'identity' | 'contact'): string[] =>
    (Object.keys(ROLES) as Role[]).filter((role) => mayReadClass(role, dataClass));

  it('gives nothing to reporters and administrators', () => {
    expect(readers('identity')).not.toContain('school_reporter');
    expect(readers('identity')).not.toContain('administrator');
  });

  it('keeps contact data from co-handling agencies', () => {
    expect(readers('identity')).toContain('agency_handler');
    expect(readers('contact')).not.toContain('agency_handler');
  });
});
