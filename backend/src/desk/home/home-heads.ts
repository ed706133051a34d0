import type { Actor, Role } from '../../kernel';

export interface Head {
  readonly title: string;
  readonly hint: string;
}

const WORK: Head = { title: '今天的工作', hint: '先处理超期和紧急的，再按到期时间办理。' };
const REPORT: Head = {
  title: '我要报告',
  hint: '您不需要证明，只需说出担心。不追问孩子，不惊动疑似侵害人。',
};

const HEADS: Readonly<Record<Role, Head>> = {
  school_reporter: REPORT,
  unit_reporter: REPORT,
  medical_reporter: {
    title: '报告与协办',
    hint: '接诊时发现疑似伤害，立即报告，保存病历和检查记录；不追问孩子。',
  },
  hotline_operator: { title: '热线工作台', hint: '来电先问孩子现在是否安全；危险时先转 110，再登记。' },
  shelter_worker: { title: '救助照料工作台', hint: '先医后置，照料好孩子，再办手续。' },
  wcc_officer: { title: '统筹工作台', hint: '这里只有整月的汇总数字，看不到任何个案和孩子。' },
  auditor: { title: '审计工作台', hint: '从菜单进入「操作记录」：谁在什么时候做了什么，没有案件内容。' },
  intake_officer: { title: '受理工作台', hint: '先受理、分诊紧急报告，再处理被退回和超期的协办单。' },
  police_handler: WORK,
  agency_handler: WORK,
  child_supervisor: {
    title: '今天的工作',
    hint: '先指派没有承办人的个案，再看应急处置、待审核的结案和没有人的村（社区）。',
  },
  child_director: {
    title: '今天的工作',
    hint: '先看今天要见的孩子，走访后当天登记。遇到危险先打 110。',
  },
  civil_affairs: { title: '监督工作台', hint: '先看待审批的结案、待裁定的协办单和超期事项。' },
  administrator: { title: '系统运行', hint: '这里只有系统数字，没有案件内容。' },
  system: { title: '', hint: '' },
};

/** What an organ that co-handles is there for, in the words of its own law (domain.md §6). */
const AGENCY_HEADS: Readonly<Record<string, Head>> = {
  // 强制报告意见8–9；反家暴法15–17
  police: {
    title: '公安协办工作台',
    hint: '先保证孩子安全，再签收协办单；受案、立案、告诫、带离情况写进回执。',
  },
  // 未成年人保护法105–106；强制报告意见18
  procuratorate: {
    title: '检察协作',
    hint: '这里是商请贵院支持的协作函：立案监督、支持起诉、督促监护令、检察建议。收函后请登记预计办结时间。',
  },
  // 反家暴法23–32；民法典36
  court: {
    title: '审判协作',
    hint: '这里是商请贵院支持的协作函：人身安全保护令、监护权案件、家庭教育指导令。收函后请登记预计办结时间。',
  },
  // 未成年人保护法28、39、83；预防未成年人犯罪法43–47
  education: {
    title: '教育协办工作台',
    hint: '督促学校防欺凌、控辍保学，保障孩子入学、转学；办理结果写进回执。',
  },
  // 未成年人保护法90；强制报告意见7
  health: {
    title: '卫健协办工作台',
    hint: '安排救治、检查和心理危机干预；医疗机构发现伤害要立即报告。',
  },
  // 法律援助法25、32、42–43
  justice: {
    title: '司法行政协办工作台',
    hint: '为孩子指派法律援助律师；社区矫正对象的子女没人照料时，及时告知民政。',
  },
  // 反家暴法22–23；家庭教育促进法48
  women_federation: {
    title: '妇联协办工作台',
    hint: '开展家庭教育指导，必要时代为申请人身安全保护令。',
  },
  // 残疾预防和残疾人康复条例；民法典36
  disabled_federation: { title: '残联协办工作台', hint: '为残疾孩子落实康复救助和辅具适配。' },
  // 未成年人保护法10、110
  youth_league: {
    title: '团委协办工作台',
    hint: '安排合适成年人到场，组织 12355 心理支持和青少年社工帮教。',
  },
  // 未成年人保护法99；个人信息保护法21
  social_work: {
    title: '社工协办工作台',
    hint: '只办理委托给您的任务；先建立信任，不追问伤害经过。',
  },
  // 未成年人保护法92–93；法发〔2014〕24号15–19
  shelter: {
    title: '救助保护工作台',
    hint: '先医后置，照料好孩子；会商有结论之前，不能把孩子交给监护人。',
  },
  // 未成年人保护法94；儿童福利机构管理办法
  welfare_home: { title: '儿童福利工作台', hint: '照料好长期监护的孩子，为每个孩子留好成长记录。' },
};

/** Title and first advice of a home: an organ's own duty where it is one of many handlers, else the role's. */
export function headOf({ role, agencyKind }: Pick<Actor, 'role' | 'agencyKind'>): Head {
  const isHandler = role === 'police_handler' || role === 'agency_handler' || role === 'shelter_worker';
  return (isHandler ? AGENCY_HEADS[agencyKind] : undefined) ?? HEADS[role];
}
