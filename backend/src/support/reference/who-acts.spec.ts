import type { Agency } from './reference.types';
import { type Duty, whoActs } from './who-acts';

const agency = (id: string, kind: string, regionCode: string): Agency => ({
  id,
  kind,
  regionCode,
  districtCode: 'D',
  kindName: kind,
  name: id,
  supervisorAgencyId: null,
  logsIn: true,
  canBeSupervised: true,
});
const AGENCIES = [
  agency('village', 'village', 'V1'),
  agency('neighbour', 'village', 'V2'),
  agency('township', 'township', 'T1'),
  agency('elsewhere', 'township', 'T2'),
  agency('civil', 'civil_affairs', 'D'),
  agency('desk', 'intake', 'D'),
];
const ABOVE: Readonly<Record<string, readonly string[]>> = { V1: ['V1', 'T1', 'D'], T1: ['T1', 'D'] };

const acting = (staffed: readonly string[], duty: Partial<Duty> = {}): string | undefined =>
  whoActs(
    {
      agenciesOfKind: (_, kind) => AGENCIES.filter((row) => row.kind === kind),
      isWithin: (code, ancestor) => ABOVE[code]?.includes(ancestor) ?? false,
      hasPeople: (id) => staffed.includes(id),
    },
    {
      districtCode: 'D',
      regionCode: 'V1',
      permission: 'case.visit',
      from: 'village',
      excluded: new Set(),
      ...duty,
    },
  )?.id;

describe('whoActs', () => {
  it('is the nearest level with an account: village, township, civil affairs, the desk', () => {
    expect(acting(['village', 'township', 'civil', 'desk'])).toBe('village');
    expect(acting(['township', 'civil', 'desk'])).toBe('township');
    expect(acting(['civil', 'desk'])).toBe('civil');
    expect(acting(['desk'])).toBe('desk');
    expect(acting([])).toBeUndefined();
  });

  it('is never a neighbour, however many accounts it has', () => {
    expect(acting(['neighbour', 'elsewhere', 'civil'])).toBe('civil');
    expect(acting(['neighbour', 'elsewhere'])).toBeUndefined();
  });

  it('passes over who must not know, the district too', () => {
    expect(acting(['village', 'township'], { excluded: new Set(['village']) })).toBe('township');
    expect(acting(['civil', 'desk'], { excluded: new Set(['civil']) })).toBe('desk');
  });

  it('asks no village for what begins at the township', () => {
    expect(acting(['village', 'civil'], { from: 'township' })).toBe('civil');
  });
});
