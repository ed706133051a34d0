/** 新华区 as a second tenant of automatic tests only: no demo shows an agency of a real place. */
import type { SeedDistrict } from './types';

const DISTRICT = '410402000000';
const STREET = '410402001000';
const id = (number: number): string => `41040200-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const TEST_DISTRICT: SeedDistrict = {
  districtCode: DISTRICT,
  agencies: [
    { id: id(1), kind: 'intake', name: '第二区县受理中心（测试）', regionCode: DISTRICT },
    { id: id(2), kind: 'police', name: '第二区县公安机关（测试）', regionCode: DISTRICT, staysOut: true },
    {
      id: id(3),
      kind: 'civil_affairs',
      name: '第二区县民政局（测试）',
      regionCode: DISTRICT,
      staysOut: true,
    },
    { id: id(13), kind: 'school', name: '第二区县小学（测试）', regionCode: STREET },
    {
      id: id(100),
      kind: 'township',
      name: '第二区县街道工作站（测试）',
      regionCode: STREET,
      supervisorId: id(3),
    },
  ],
  accounts: [
    {
      id: id(1001),
      username: 'xh-jiaoshi',
      displayName: '测试教师',
      role: 'school_reporter',
      agencyId: id(13),
      hint: '第二区县',
    },
    {
      id: id(1002),
      username: 'xh-shouli',
      displayName: '测试受理员',
      role: 'intake_officer',
      agencyId: id(1),
      hint: '第二区县',
    },
    {
      id: id(1006),
      username: 'xh-dudao',
      displayName: '测试督导员',
      role: 'child_supervisor',
      agencyId: id(100),
      hint: '第二区县',
    },
  ],
};
