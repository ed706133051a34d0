import { ROLES } from '@tonghu/backend/kernel';
import { AGENCY_KINDS, REGIONS, ROUTING } from '../reference';
import { DEMO_DISTRICT } from './demo-district';
import { TEST_DISTRICT } from './test-district';

describe.each([
  ['demo', DEMO_DISTRICT],
  ['test', TEST_DISTRICT],
])('the %s district', (_, { agencies, accounts }) => {
  it('has unique ids and usernames, and nothing points into the void', () => {
    const ids = [...agencies, ...accounts].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(accounts.map(({ username }) => username)).size).toBe(accounts.length);
    const known = new Set(agencies.map(({ id }) => id));
    const regions = new Set(REGIONS.map(({ code }) => code));
    const kinds = new Set<string>(AGENCY_KINDS.map(({ code }) => code));
    for (const { agencyId } of accounts) expect(known).toContain(agencyId);
    for (const agency of agencies) {
      expect(kinds).toContain(agency.kind);
      expect(regions).toContain(agency.regionCode);
      if (agency.supervisorId !== undefined) expect(known).toContain(agency.supervisorId);
    }
  });
});

describe('the demo district', () => {
  const { agencies, accounts } = DEMO_DISTRICT;

  it('has an account of every role and a second intake officer to sign closings', () => {
    for (const role of Object.keys(ROLES)) expect(accounts.map((account) => account.role)).toContain(role);
    expect(accounts.filter(({ role }) => role === 'intake_officer')).toHaveLength(2);
  });

  it('has somebody to lead in every situation', () => {
    const kinds = new Set(agencies.map(({ kind }) => kind));
    const leads = new Set(ROUTING.filter(({ role }) => role === 'lead').map(({ agencyKind }) => agencyKind));
    expect([...leads].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('covers every township and every village', () => {
    const places = (kind: string): string[] =>
      agencies
        .filter((agency) => agency.kind === kind)
        .map(({ regionCode }) => regionCode)
        .sort();
    const regions = (level: string): string[] =>
      REGIONS.filter((region) => region.demo && region.level === level)
        .map(({ code }) => code)
        .sort();
    expect(places('township')).toEqual(regions('township'));
    expect(places('village')).toEqual(regions('village'));
  });
});
