import type { Case } from '../../api';
import { needsDoctor } from './care-state';

const check = (arrivedAt: string, medicalNeeded: boolean) => ({ arrivedAt, medicalNeeded });
const seen = (checks: object[], visits: string[]): boolean =>
  needsDoctor({
    safetyChecks: checks as Case['safetyChecks'],
    medicalRecords: visits.map((visitedAt) => ({ visitedAt })) as Case['medicalRecords'],
  });

describe('先医后置 on the page', () => {
  it('follows the latest check only, until a visit to a doctor', () => {
    const [first, second] = [
      check('2026-03-01T01:00:00.000Z', true),
      check('2026-03-02T01:00:00.000Z', true),
    ];
    expect(seen([], [])).toBe(false);
    expect(seen([first], [])).toBe(true);
    expect(seen([first], ['2026-03-01T02:00:00.000Z'])).toBe(false);
    expect(seen([first, second], ['2026-03-01T02:00:00.000Z'])).toBe(true);
    expect(seen([first, check('2026-03-02T01:00:00.000Z', false)], [])).toBe(false);
  });
});
