import * as codes from './codes';
import { AGENCY_KINDS, HOLIDAYS, LOADED_YEARS, REGIONS, SAFETY_SCREEN_A } from './index';

describe('regions', () => {
  it('have 12 digits once each, and a parent of the level above that stands earlier in the list', () => {
    const seen = new Map<string, string>();
    const above = { district: undefined, township: 'district', village: 'township' };
    for (const region of REGIONS) {
      expect(region.code).toMatch(/^\d{12}$/);
      expect(seen.has(region.code)).toBe(false);
      expect(region.parent === null ? undefined : seen.get(region.parent)).toBe(above[region.level]);
      seen.set(region.code, region.level);
    }
  });

  it('keep the invented county apart from real places', () => {
    const demo = REGIONS.filter((region) => region.demo);
    const countOf = (level: string): number => demo.filter((region) => region.level === level).length;
    expect([countOf('district'), countOf('township'), countOf('village')]).toEqual([1, 3, 36]);
    for (const region of REGIONS) expect(region.demo).toBe(region.code.startsWith('990101'));
  });

  it('mark the places that another zone manages', () => {
    expect(REGIONS.filter((region) => region.managedBy !== undefined).map((region) => region.name)).toEqual([
      '湖滨路街道',
      '滍阳镇',
    ]);
  });
});

describe('holidays', () => {
  const kindOf = (date: string) => HOLIDAYS.find((day) => day.date === date)?.kind;

  it('are in order, once each, in the loaded years, and name only worked weekends', () => {
    const dates = HOLIDAYS.map((day): string => day.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const day of HOLIDAYS) {
      expect(LOADED_YEARS).toContain(Number(day.date.slice(0, 4)));
      const weekday = new Date(`${day.date}T00:00:00Z`).getUTCDay();
      if (day.kind === 'workday') expect([0, 6]).toContain(weekday);
    }
  });

  it('know National Day 2026', () => {
    for (let day = 1; day <= 7; day += 1) expect(kindOf(`2026-10-0${day}`)).toBe('holiday');
    expect(kindOf('2026-10-08')).toBeUndefined();
    expect(kindOf('2026-10-10')).toBe('workday');
  });
});

describe('code sets', () => {
  it.each([...Object.entries(codes), ['AGENCY_KINDS', AGENCY_KINDS] as const])(
    '%s: codes once, names given',
    (_, set) => {
      const items: readonly { code: string; name: string }[] = set;
      expect(new Set(items.map((item) => item.code)).size).toBe(items.length);
      for (const item of items) expect(item.name).not.toBe('');
    },
  );

  it('have eight items for a visit and seven reasons of temporary custody', () => {
    expect(codes.VISIT_ITEMS).toHaveLength(8);
    expect(codes.TEMP_CUSTODY_REASONS).toHaveLength(7);
  });
});

describe('the safety screen', () => {
  it('asks nine questions and calls itself a suggestion', () => {
    expect(SAFETY_SCREEN_A.items).toHaveLength(9);
    expect(SAFETY_SCREEN_A.title).toContain('系统建议工具');
    for (const item of SAFETY_SCREEN_A.items) expect(item.question).toMatch(/吗？$/);
  });
});
