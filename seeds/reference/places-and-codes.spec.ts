import { createHash } from 'node:crypto';
import * as codes from './codes';
import * as monitoring from './codes.monitoring';
import { AGENCY_KINDS, GUARDIANSHIP_RISK_B, HOLIDAYS, LOADED_YEARS, REGIONS, SAFETY_SCREEN_A } from './index';

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
  it.each([...Object.entries(codes), ...Object.entries(monitoring), ['AGENCY_KINDS', AGENCY_KINDS] as const])(
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

describe('the guardianship-risk score', () => {
  const { items, bands, title, floors } = GUARDIANSHIP_RISK_B;
  const dimensions = items.filter(({ options }) => options.length === 4);

  it('has eleven dimensions 0–3 and three protections of −1, each number with a sentence of its own', () => {
    expect(dimensions).toHaveLength(11);
    for (const { options } of dimensions) expect(options.map(({ score }) => score)).toEqual([0, 1, 2, 3]);
    const protections = items.filter(({ options }) => options.length === 2);
    expect(protections.map(({ options }) => options.map(({ score }) => score))).toEqual(
      Array(3).fill([-1, 0]),
    );
    const anchors = items.flatMap(({ options }) => options.map(({ anchor }) => anchor));
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const { options } of items)
      for (const { value, score } of options) expect(value).toBe(String(score));
  });

  it('has cut-offs that can be reached, in order', () => {
    const most = dimensions.length * 3;
    const cuts: number[] = [0, bands.medium, bands.high, most];
    expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b));
    const codesOf = new Set<string>(items.map(({ code }) => code));
    for (const { item } of floors) expect(item === null || codesOf.has(item)).toBe(true);
  });

  it('says that it is on trial and validated nowhere', () => {
    expect(title).toContain('试行，未经本地验证');
  });
});

/** Assessments keep the version they were made with: another text or number is another version. */
describe('a version of an instrument', () => {
  it.each([
    ['A1', SAFETY_SCREEN_A, 'd0e6144a0a0cd871'],
    ['B1', GUARDIANSHIP_RISK_B, '9712bd376d065b9a'],
  ])('%s never changes', (name, form, hash) => {
    expect(name).toBe(`${form.code}${form.version}`);
    expect(createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 16)).toBe(hash);
  });
});
