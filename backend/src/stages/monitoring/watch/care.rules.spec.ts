import { carerErrors, contactErrors, pastDayErrors } from './care.rules';

const NOW = new Date('2026-09-15T01:00:00Z');
const no = { violence: false, habits: false, neglect: false, unfit: false };

describe('an entrusted carer (未成年人保护法 arts 22–23)', () => {
  it('may be one after four times no', () => expect(carerErrors(no)).toEqual({}));

  it.each(['violence', 'habits', 'neglect', 'unfit'] as const)('may not after a yes to %s', (field) => {
    const errors = carerErrors({ ...no, [field]: true });
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]?.[0]).toContain('第二十二条');
  });

  it('days lie behind, and are days', () => {
    expect(pastDayErrors('on', undefined, NOW)).toEqual({});
    expect(pastDayErrors('on', '2026-09-15', NOW)).toEqual({});
    expect(pastDayErrors('on', '2026-09-16', NOW)).toHaveProperty('on');
    expect(pastDayErrors('on', '2026-02-30', NOW)).toHaveProperty('on');
  });

  it('a contact lies between the beginning of the care and today', () => {
    expect(contactErrors('2026-09-15', '2026-09-01', NOW)).toEqual({});
    expect(contactErrors('2026-08-31', '2026-09-01', NOW)).toHaveProperty('contactedOn');
    expect(contactErrors('2026-09-16', '2026-09-01', NOW)).toHaveProperty('contactedOn');
  });
});
