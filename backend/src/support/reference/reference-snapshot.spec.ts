import { ReferenceSnapshot } from './reference-snapshot';
import type { Region } from './reference.types';

const D = '990101000000';
const region = (
  code: string,
  level: Region['level'],
  parentCode: string | null,
  districtCode = D,
): Region => ({
  code,
  name: code,
  level,
  parentCode,
  districtCode,
});
const agency = (id: string, kind: string, regionCode: string, districtCode = D) => ({
  id,
  kind,
  regionCode,
  districtCode,
  name: id,
  supervisorAgencyId: null,
  logsIn: true,
});

const snapshot = new ReferenceSnapshot({
  codes: [
    { set_code: 'AGENCY_KINDS', code: 'court', name: '人民法院', body: { canBeSupervised: false } },
    {
      set_code: 'SITUATIONS',
      code: 'MR1',
      name: '一',
      body: { text: '全文', category: 'C2', mandatory: true, policeRequired: true, defaultUrgency: 'U0' },
    },
    { set_code: 'SEX', code: 'male', name: '男', body: {} },
    {
      set_code: 'INSTRUMENTS',
      code: 'A',
      name: '表A',
      body: { version: 2, items: [{ code: 'X', question: '?', help: '', ifYes: 'U0' }] },
    },
  ],
  regions: [
    region(D, 'district', null),
    region('T1', 'township', D),
    region('T2', 'township', D),
    region('V1', 'village', 'T1'),
    region('OTHER', 'district', null, 'OTHER'),
  ],
  agencies: [
    agency('district-police', 'police', D),
    agency('t1-police', 'police', 'T1'),
    agency('t2-police', 'police', 'T2'),
    agency('court', 'court', D),
    agency('foreign-police', 'police', 'OTHER', 'OTHER'),
  ],
  handlers: [],
});

describe('ReferenceSnapshot', () => {
  const ids = (regionCode?: string): string[] =>
    snapshot.agenciesOfKind(D, 'police', regionCode).map(({ id }) => id);

  it('finds the nearest agency of a kind: village → township → district → the rest, never another district', () => {
    expect(ids('V1')).toEqual(['t1-police', 'district-police', 't2-police']);
    expect(ids('T2')).toEqual(['t2-police', 'district-police', 't1-police']);
    expect(ids()).toEqual(['district-police', 't1-police', 't2-police']);
    expect(ids('unknown')).toHaveLength(3);
  });

  it('names kinds and knows who is asked by letter only', () => {
    expect(snapshot.agencies.get('court')).toMatchObject({ kindName: '人民法院', canBeSupervised: false });
    expect(snapshot.agencies.get('t1-police')).toMatchObject({ kindName: 'police', canBeSupervised: true });
  });

  it('reads situations, codes and instruments', () => {
    expect(snapshot.situations.get('MR1')).toEqual({
      code: 'MR1',
      name: '一',
      text: '全文',
      mandatory: true,
      category: 'C2',
      policeRequired: true,
      defaultUrgency: 'U0',
    });
    expect(snapshot.codeName('SEX', 'male')).toBe('男');
    expect(snapshot.codeName('SEX', 'none')).toBeUndefined();
    expect(snapshot.codes('NONE')).toEqual([]);
    expect(snapshot.instruments.get('A')).toMatchObject({ version: 2, title: '表A' });
  });
});
