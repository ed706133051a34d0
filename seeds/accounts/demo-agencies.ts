/** Invented agencies of 平新县. Ids are fixed, so that a second start finds them and scripts may name them. */
import { DEMO_DISTRICT_CODE, REGION_SEEDS } from './regions';
import type { SeedAgency } from './types';

const DISTRICT = DEMO_DISTRICT_CODE;
export const demoId = (number: number): string =>
  `99010100-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const QINGHE = '990101001000';
export const LIUXI = '990101100000';
export const YUNLING = '990101200000';
const TOWNSHIPS = REGION_SEEDS.filter(({ level }) => level === 'township');
const VILLAGES = REGION_SEEDS.filter(({ level }) => level === 'village');

export const AGENCY = {
  intake: demoId(1),
  police: demoId(2),
  civilAffairs: demoId(3),
  education: demoId(4),
  health: demoId(5),
  procuratorate: demoId(6),
  court: demoId(7),
  justice: demoId(8),
  women: demoId(9),
  disabled: demoId(10),
  youth: demoId(11),
  shelter: demoId(12),
  school: demoId(13),
  hospital: demoId(14),
  socialWork: demoId(15),
  hotline: demoId(16),
  wcc: demoId(17),
  welfareHome: demoId(18),
  audit: demoId(19),
  hotel: demoId(20),
  tribunal: demoId(21),
  prosecutorsRoom: demoId(22),
} as const;
export const stationOf = (township: string): string =>
  demoId(100 + TOWNSHIPS.findIndex(({ code }) => code === township));
export const policeStationOf = (township: string): string =>
  demoId(200 + TOWNSHIPS.findIndex(({ code }) => code === township));
/** By the code of the village itself, so that a new village moves no other. */
export const committeeOf = (village: string): string => demoId(Number(village));

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
  // Courts and procuratorates sit on their own networks: the county's stay out, one branch of each is signed up.
  {
    id: AGENCY.prosecutorsRoom,
    kind: 'procuratorate',
    name: '平新县人民检察院柳溪检察室（未检）',
    regionCode: LIUXI,
    supervisorId: AGENCY.procuratorate,
  },
  { id: AGENCY.court, kind: 'court', name: '平新县人民法院', regionCode: DISTRICT, staysOut: true },
  {
    id: AGENCY.tribunal,
    kind: 'court',
    name: '平新县人民法院柳溪人民法庭',
    regionCode: LIUXI,
    supervisorId: AGENCY.court,
  },
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
  {
    id: AGENCY.welfareHome,
    kind: 'welfare_home',
    name: '平新县儿童福利院',
    regionCode: DISTRICT,
    supervisorId: AGENCY.civilAffairs,
  },
  { id: AGENCY.wcc, kind: 'wcc', name: '平新县妇女儿童工作委员会办公室', regionCode: DISTRICT },
  { id: AGENCY.audit, kind: 'audit', name: '平新县审计局', regionCode: DISTRICT },
  {
    id: AGENCY.hotel,
    kind: 'other_unit',
    name: '平新县云栖宾馆',
    regionCode: QINGHE,
    supervisorId: AGENCY.police,
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

export const DEMO_AGENCIES: readonly SeedAgency[] = [...COUNTY, ...LOCAL];
