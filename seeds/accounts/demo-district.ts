/** 平新县: invented agencies and people. Ids are fixed, so that a second start finds them and scripts may name them. */
import { DEMO_DISTRICT_CODE, REGION_SEEDS } from './regions';
import type { SeedAccount, SeedAgency, SeedDistrict } from './types';

const DISTRICT = DEMO_DISTRICT_CODE;
const id = (number: number): string => `99010100-0000-7000-8000-${String(number).padStart(12, '0')}`;
const QINGHE = '990101001000';
const LIUXI = '990101100000';
const YUNLING = '990101200000';
const TOWNSHIPS = REGION_SEEDS.filter(({ level }) => level === 'township');
const VILLAGES = REGION_SEEDS.filter(({ level }) => level === 'village');

const AGENCY = {
  intake: id(1),
  police: id(2),
  civilAffairs: id(3),
  education: id(4),
  health: id(5),
  procuratorate: id(6),
  court: id(7),
  justice: id(8),
  women: id(9),
  disabled: id(10),
  youth: id(11),
  shelter: id(12),
  school: id(13),
  hospital: id(14),
  socialWork: id(15),
  hotline: id(16),
} as const;
const stationOf = (township: string): string =>
  id(100 + TOWNSHIPS.findIndex(({ code }) => code === township));
const policeStationOf = (township: string): string =>
  id(200 + TOWNSHIPS.findIndex(({ code }) => code === township));
const committeeOf = (village: string): string => id(300 + VILLAGES.findIndex(({ code }) => code === village));

const COUNTY: readonly SeedAgency[] = [
  { id: AGENCY.intake, kind: 'intake', name: '平新县未成年人保护受理中心', regionCode: DISTRICT },
  { id: AGENCY.police, kind: 'police', name: '平新县公安局', regionCode: DISTRICT },
  { id: AGENCY.civilAffairs, kind: 'civil_affairs', name: '平新县民政局', regionCode: DISTRICT },
  { id: AGENCY.education, kind: 'education', name: '平新县教育体育局', regionCode: DISTRICT },
  { id: AGENCY.health, kind: 'health', name: '平新县卫生健康委员会', regionCode: DISTRICT },
  {
    id: AGENCY.procuratorate,
    kind: 'procuratorate',
    name: '平新县人民检察院',
    regionCode: DISTRICT,
    staysOut: true,
  },
  { id: AGENCY.court, kind: 'court', name: '平新县人民法院', regionCode: DISTRICT, staysOut: true },
  { id: AGENCY.justice, kind: 'justice', name: '平新县司法局', regionCode: DISTRICT },
  { id: AGENCY.women, kind: 'women_federation', name: '平新县妇女联合会', regionCode: DISTRICT },
  { id: AGENCY.disabled, kind: 'disabled_federation', name: '平新县残疾人联合会', regionCode: DISTRICT },
  { id: AGENCY.youth, kind: 'youth_league', name: '共青团平新县委员会', regionCode: DISTRICT },
  {
    id: AGENCY.shelter,
    kind: 'shelter',
    name: '平新县未成年人救助保护中心',
    regionCode: DISTRICT,
    supervisorId: AGENCY.civilAffairs,
  },
  { id: AGENCY.hotline, kind: 'hotline', name: '平新县12345热线未成年人保护专席', regionCode: DISTRICT },
  {
    id: AGENCY.school,
    kind: 'school',
    name: '平新县第一小学',
    regionCode: LIUXI,
    supervisorId: AGENCY.education,
  },
  {
    id: AGENCY.hospital,
    kind: 'hospital',
    name: '平新县人民医院',
    regionCode: QINGHE,
    supervisorId: AGENCY.health,
  },
  {
    id: AGENCY.socialWork,
    kind: 'social_work',
    name: '平新县青禾社会工作服务中心',
    regionCode: DISTRICT,
    supervisorId: AGENCY.civilAffairs,
  },
];

const LOCAL: readonly SeedAgency[] = [
  ...TOWNSHIPS.map(({ code, name }) => {
    return {
      id: stationOf(code),
      kind: 'township',
      name: `${name}未成年人保护工作站`,
      regionCode: code,
      supervisorId: AGENCY.civilAffairs,
    };
  }),
  ...TOWNSHIPS.map(({ code, name }) => {
    const place = name.replace(/(街道|镇|乡)$/u, '');
    return {
      id: policeStationOf(code),
      kind: 'police',
      name: `${place}派出所`,
      regionCode: code,
      supervisorId: AGENCY.police,
    };
  }),
  ...VILLAGES.map(({ code, name, parent }) => {
    const suffix = name.endsWith('社区') ? '居民委员会' : '民委员会';
    return {
      id: committeeOf(code),
      kind: 'village',
      name: `${name}${suffix}`,
      regionCode: code,
      supervisorId: stationOf(parent ?? ''),
    };
  }),
];

const account = (number: number, row: Omit<SeedAccount, 'id'>): SeedAccount => ({
  id: id(1000 + number),
  ...row,
});

/** In the order in which a newcomer best tries them: one child's road through the system. */
const ACCOUNTS: readonly SeedAccount[] = [
  account(1, {
    username: 'jiaoshi',
    displayName: '方老师',
    role: 'school_reporter',
    agencyId: AGENCY.school,
    hint: '点「我要报告」，三分钟提交一份强制报告',
  }),
  account(2, {
    username: 'shouli1',
    displayName: '林知夏',
    role: 'intake_officer',
    agencyId: AGENCY.intake,
    hint: '受理新报告，分诊、立案、派单',
  }),
  account(3, {
    username: 'shouli2',
    displayName: '周予安',
    role: 'intake_officer',
    agencyId: AGENCY.intake,
    hint: '第二位受理员：审批别人申请的结案',
  }),
  account(4, {
    username: 'gongan',
    displayName: '石警官',
    role: 'police_handler',
    agencyId: AGENCY.police,
    hint: '签收协办单，办理后回执',
  }),
  account(5, {
    username: 'paichusuo',
    displayName: '韩警官',
    role: 'police_handler',
    agencyId: policeStationOf(LIUXI),
    hint: '柳溪派出所：签收、退回或办结',
  }),
  account(6, {
    username: 'dudao',
    displayName: '柳慧',
    role: 'child_supervisor',
    agencyId: stationOf(LIUXI),
    hint: '柳溪镇：指派承办人，应急核查，评估',
  }),
  account(7, {
    username: 'zhuren',
    displayName: '田小满',
    role: 'child_director',
    agencyId: committeeOf('990101100200'),
    hint: '柿园村：走访孩子，登记服务',
  }),
  account(8, {
    username: 'minzheng',
    displayName: '顾衡',
    role: 'civil_affairs',
    agencyId: AGENCY.civilAffairs,
    hint: '看超期和督办，审批结案',
  }),
  account(9, {
    username: 'jiaoyu',
    displayName: '孟教育',
    role: 'agency_handler',
    agencyId: AGENCY.education,
    hint: '教育体育局：办理协办单',
  }),
  account(10, {
    username: 'weijian',
    displayName: '康宁',
    role: 'agency_handler',
    agencyId: AGENCY.health,
    hint: '卫健委：办理协办单',
  }),
  account(11, {
    username: 'fulian',
    displayName: '岳岚',
    role: 'agency_handler',
    agencyId: AGENCY.women,
    hint: '妇联：办理协办单',
  }),
  account(12, {
    username: 'guanli',
    displayName: '系统管理员',
    role: 'administrator',
    agencyId: AGENCY.intake,
    hint: '看系统状态，把时钟拨快',
  }),
  account(13, {
    username: 'yiyuan',
    displayName: '许医生',
    role: 'agency_handler',
    agencyId: AGENCY.hospital,
    hint: '医院：报告，办理协办单',
  }),
  account(14, {
    username: 'shegong',
    displayName: '叶青禾',
    role: 'agency_handler',
    agencyId: AGENCY.socialWork,
    hint: '社工机构：只看派给自己的任务',
  }),
  account(15, {
    username: 'dudao2',
    displayName: '荷清',
    role: 'child_supervisor',
    agencyId: stationOf(QINGHE),
    hint: '清荷街道：看不到柳溪镇的孩子',
  }),
  account(16, {
    username: 'dudao3',
    displayName: '云峰',
    role: 'child_supervisor',
    agencyId: stationOf(YUNLING),
    hint: '云岭乡：看不到柳溪镇的孩子',
  }),
  account(17, {
    username: 'zhuren2',
    displayName: '桥小河',
    role: 'child_director',
    agencyId: committeeOf('990101100201'),
    hint: '石桥湾村：看不到柿园村的孩子',
  }),
];

export const DEMO_DISTRICT: SeedDistrict = {
  districtCode: DISTRICT,
  agencies: [...COUNTY, ...LOCAL],
  accounts: ACCOUNTS,
};
