import { checkIdNumber } from '@tonghu/backend/people';
import { makeDemoIdNumber } from './demo-id';

describe('makeDemoIdNumber', () => {
  it('passes the real check, for every sequence, and stays on the invented area', () => {
    const seen = new Set<string>();
    for (const sex of ['male', 'female'] as const) {
      for (let seq = 0; seq < 500; seq += 1) {
        const value = makeDemoIdNumber('2015-03-15', sex, seq);
        seen.add(value);
        expect(checkIdNumber(value, '2026-11-23')).toEqual({
          ok: true,
          value,
          birthDate: '2015-03-15',
          sex,
          area: '990101',
          areaKnown: false,
        });
      }
    }
    expect(seen.size).toBe(1000);
  });

  it('refuses what it cannot encode', () => {
    expect(() => makeDemoIdNumber('2015-3-15', 'male', 0)).toThrow(RangeError);
    expect(() => makeDemoIdNumber('2015-03-15', 'male', 500)).toThrow(RangeError);
  });
});
