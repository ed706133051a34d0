/**
 * Code sets of 监测预防. Sources: 国发〔2016〕13号, 国发〔2016〕36号, 民发〔2019〕62号, the plan of 2024 for children who move with
 * their parents, 未成年人保护法 arts 21–23 and 43; the rest are this system's own lists (D).
 */
import type { CodeItem } from './types';

/** Why a child is watched without a case; the notes are the definitions of the papers they come from. */
export const WATCH_CATEGORIES = [
  {
    code: 'LEFT_BEHIND',
    name: '农村留守儿童',
    note: '父母双方外出务工，或一方外出务工另一方无监护能力，不满16周岁（国发〔2016〕13号）',
  },
  {
    code: 'DISTRESSED',
    name: '困境儿童',
    note: '家庭贫困致生活、就医、就学困难，自身残疾致康复、照料困难，或监护缺失、监护不当致人身安全受威胁（国发〔2016〕36号）',
  },
  {
    code: 'MIGRANT',
    name: '流动儿童',
    note: '随父母或其他监护人离开户籍地、跨县域居住6个月以上，不满16周岁（2024年流动儿童行动方案）',
  },
  { code: 'ORPHAN', name: '社会散居孤儿', note: '失去父母或查找不到生父母，由亲属等在家庭中养育' },
  {
    code: 'DE_FACTO_ORPHAN',
    name: '事实无人抚养儿童',
    note: '父母均死亡、失踪、重残、重病、服刑、强制戒毒、被撤销监护资格、失联等（民发〔2019〕62号）',
  },
  { code: 'DISABLED', name: '残疾儿童' },
  { code: 'WANDERING', name: '流浪儿童' },
  {
    code: 'ENTRUSTED',
    name: '委托照护中',
    note: '父母因外出务工等原因委托他人代为照护（未成年人保护法第22条）',
  },
  { code: 'OTHER', name: '其他需要关注' },
] as const satisfies readonly CodeItem[];

/** Why watching ends; WITHDRAWN is set by the system. */
export const WATCH_END_REASONS = [
  { code: 'SOLVED', name: '问题已解决', note: '须最近一次走访见到孩子且没有异常' },
  { code: 'AGED_OUT', name: '已超过年龄' },
  { code: 'MOVED', name: '迁出本区（县）', note: '须写明迁往哪里、是否告知当地' },
  { code: 'CASE_OPENED', name: '已立案，转由个案办理' },
  { code: 'DIED', name: '孩子死亡' },
  { code: 'MISTAKEN', name: '建档有误' },
  { code: 'OTHER', name: '其他' },
  { code: 'WITHDRAWN', name: '提出后撤回' },
] as const satisfies readonly CodeItem[];

/** Key periods (plan (四)9, (四)12). */
export const CAMPAIGN_KINDS = [
  { code: 'SUMMER', name: '暑假' },
  { code: 'WINTER', name: '寒假' },
  { code: 'TERM_START', name: '开学' },
  { code: 'SPRING_FESTIVAL', name: '春节' },
  { code: 'FLOOD', name: '汛期' },
  { code: 'COLD_HEAT', name: '极端天气' },
  { code: 'OTHER', name: '其他重点时段' },
] as const satisfies readonly CodeItem[];

/** What a screening looks at, each a sentence that is so when all is well: a no is a finding. */
export const CAMPAIGN_CHECKS = [
  { code: 'CARER_PRESENT', name: '有成年人在家照看' },
  { code: 'CARER_ABLE', name: '照看的人身体和精神状况能胜任' },
  { code: 'PARENT_CONTACT', name: '父母一周内联系过孩子' },
  { code: 'IN_SCHOOL', name: '按时上学，没有辍学' },
  { code: 'ENOUGH_FOOD', name: '吃得饱、穿得暖' },
  { code: 'WATER_SAFE', name: '知道防溺水，不去野外游泳' },
  { code: 'HOUSE_SAFE', name: '房屋、用电、取暖没有危险' },
  { code: 'NO_INJURY', name: '身上没有伤，没有人打骂' },
  { code: 'CALM', name: '情绪正常，愿意和人说话' },
  { code: 'NOT_ALONE', name: '不满8周岁有人看护，不满16周岁没有单独生活' },
  { code: 'NO_STRANGERS', name: '没有陌生人接近，不和来历不明的人来往' },
  { code: 'TREATED', name: '生病或残疾得到了治疗、康复' },
] as const satisfies readonly CodeItem[];

/** Why a child was not met; whoever refuses a look or is gone without a word is reported, not ticked off. */
export const CAMPAIGN_NOT_MET = [
  { code: 'AWAY_WITH_PARENTS', name: '随父母外出' },
  { code: 'AT_RELATIVES', name: '去亲戚家' },
  { code: 'BOARDING', name: '在学校住校' },
  { code: 'MOVED', name: '已经搬走' },
  { code: 'NOBODY_HOME', name: '家里没有人' },
  { code: 'REFUSED', name: '家里人不让见', note: '请再去一次；担心的，请马上转为报告' },
  { code: 'UNKNOWN', name: '不知道去了哪里', note: '失踪的立即报警，并转为报告（民发〔2019〕34号）' },
  { code: 'OTHER', name: '其他' },
] as const satisfies readonly CodeItem[];
