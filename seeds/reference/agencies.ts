/**
 * Kinds of agencies that report, co-handle or watch. Source: the actors of 未成年人保护法 and the co-handling table of
 * practice. Which office carries the district's coordination is configuration, not law (art 9 as amended in 2024).
 */
import type { AgencyKind } from './types';

/** Courts and procuratorates are asked, never supervised; they and the police sit on their own networks by default. */
export const AGENCY_KINDS = [
  { code: 'intake', name: '未成年人保护受理中心', level: 'district', canBeSupervised: true, logsIn: true },
  { code: 'civil_affairs', name: '民政局', level: 'district', canBeSupervised: true, logsIn: true },
  { code: 'police', name: '公安机关', level: 'district', canBeSupervised: true, logsIn: false },
  { code: 'procuratorate', name: '人民检察院', level: 'district', canBeSupervised: false, logsIn: false },
  { code: 'court', name: '人民法院', level: 'district', canBeSupervised: false, logsIn: false },
  { code: 'education', name: '教育体育局', level: 'district', canBeSupervised: true, logsIn: true },
  { code: 'health', name: '卫生健康委员会', level: 'district', canBeSupervised: true, logsIn: true },
  { code: 'justice', name: '司法局（法律援助）', level: 'district', canBeSupervised: true, logsIn: true },
  { code: 'women_federation', name: '妇女联合会', level: 'district', canBeSupervised: true, logsIn: true },
  {
    code: 'disabled_federation',
    name: '残疾人联合会',
    level: 'district',
    canBeSupervised: true,
    logsIn: true,
  },
  { code: 'youth_league', name: '共青团委员会', level: 'district', canBeSupervised: true, logsIn: true },
  { code: 'shelter', name: '未成年人救助保护机构', level: 'district', canBeSupervised: true, logsIn: true },
  { code: 'welfare_home', name: '儿童福利机构', level: 'district', canBeSupervised: true, logsIn: true },
  {
    code: 'township',
    name: '乡镇人民政府（街道办事处）',
    level: 'township',
    canBeSupervised: true,
    logsIn: true,
  },
  { code: 'village', name: '村（居）民委员会', level: 'village', canBeSupervised: true, logsIn: true },
  { code: 'school', name: '学校、幼儿园', level: 'unit', canBeSupervised: true, logsIn: true },
  { code: 'hospital', name: '医疗机构', level: 'unit', canBeSupervised: true, logsIn: true },
  {
    code: 'other_unit',
    name: '其他报告单位（住宿、培训、托育等）',
    level: 'unit',
    canBeSupervised: true,
    logsIn: true,
  },
  { code: 'social_work', name: '社会工作服务机构', level: 'unit', canBeSupervised: true, logsIn: true },
  { code: 'wcc', name: '妇女儿童工作委员会办公室', level: 'district', canBeSupervised: true, logsIn: true },
  {
    code: 'hotline',
    name: '未成年人保护热线（12345专席）',
    level: 'district',
    canBeSupervised: true,
    logsIn: true,
  },
  {
    code: 'audit',
    name: '监督审计部门（网信、纪检、审计）',
    level: 'district',
    canBeSupervised: true,
    logsIn: true,
  },
  {
    code: 'emergency_management',
    name: '应急管理局',
    level: 'district',
    canBeSupervised: true,
    logsIn: false,
  },
] as const satisfies readonly AgencyKind[];
