import { assistance } from './zh/assistance';
import { care } from './zh/care';
import { attachments } from './zh/attachments';
import { casework } from './zh/casework';
import { common } from './zh/common';
import { desk } from './zh/desk';
import { guardianship } from './zh/guardianship';
import { desks } from './zh/desks';
import { lifecycle } from './zh/lifecycle';
import { ra } from './zh/ra';
import { intake } from './zh/intake';
import { shell } from './zh/shell';
import { backstop } from './zh/backstop';
import { campaign } from './zh/campaign';
import { totals } from './zh/totals';
import { duty } from './zh/duty';
import { units } from './zh/units';
import { watch } from './zh/watch';

/** 简体中文, the first language. */
export const zh = {
  ra,
  resources: {
    reports: { name: '报告' },
    'work-orders': { name: '协办单' },
    'agency-notices': { name: '告知' },
    cases: { name: '个案' },
    'case-transfers': { name: '转出转入' },
    people: { name: '人员' },
    placements: { name: '安置' },
    'watch-items': { name: '监测对象' },
    campaigns: { name: '重点时段排查' },
    'campaign-sheets': { name: '村级排查' },
    'audit-entries': { name: '操作记录' },
    deadlines: { name: '时限台账' },
    'backstop-items': { name: '兜底办理' },
    'unstaffed-places': { name: '暂无账号的村镇' },
    agencies: { name: '工作站与单位' },
  },
  ...common,
  ...shell,
  ...desk,
  ...desks,
  ...care,
  ...watch,
  ...campaign,
  ...backstop,
  ...totals,
  ...units,
  ...duty,
  ...intake,
  ...casework,
  ...attachments,
  ...guardianship,
  ...assistance,
  ...lifecycle,
};

/** The shape every other language has. */
export type Catalogue = typeof zh;
