/**
 * Small code sets of forms and records. Sources: GB/T 2261.1 (sex), GB/T 4761 (relations), 未成年人保护法 art 92 (reasons of
 * temporary custody), 强制报告意见 arts 2–3 (who must report), 国发〔2016〕36号 and 未成年人保护法 art 91 (support); the rest are
 * this system's own lists (D).
 */
import type { CodeItem } from './types';

/** The note is the code of GB/T 2261.1. */
export const SEX = [
  { code: 'male', name: '男', note: '1' },
  { code: 'female', name: '女', note: '2' },
  { code: 'unknown', name: '未知', note: '0' },
] as const satisfies readonly CodeItem[];

/** What the person is to the child (GB/T 4761). The direction matters: 51 is the child's father. */
export const RELATIONS = [
  { code: '51', name: '父亲' },
  { code: '52', name: '母亲' },
  { code: '57', name: '继父或养父' },
  { code: '58', name: '继母或养母' },
  { code: '61', name: '祖父' },
  { code: '62', name: '祖母' },
  { code: '63', name: '外祖父' },
  { code: '64', name: '外祖母' },
  { code: '66', name: '曾祖父' },
  { code: '67', name: '曾祖母' },
  { code: '71', name: '兄' },
  { code: '73', name: '弟' },
  { code: '75', name: '姐姐' },
  { code: '77', name: '妹妹' },
  { code: '12', name: '配偶（妻）' },
  { code: '11', name: '配偶（夫）' },
  { code: '20', name: '子' },
  { code: '30', name: '女' },
  { code: '27', name: '养子或继子' },
  { code: '37', name: '养女或继女' },
  { code: '81', name: '伯父' },
  { code: '82', name: '伯母' },
  { code: '83', name: '叔父' },
  { code: '84', name: '婶母' },
  { code: '85', name: '舅父' },
  { code: '86', name: '舅母' },
  { code: '87', name: '姨父' },
  { code: '88', name: '姨母' },
  { code: '89', name: '姑父' },
  { code: '90', name: '姑母' },
  { code: '91', name: '堂兄弟姐妹' },
  { code: '92', name: '表兄弟姐妹' },
  { code: '97', name: '其他亲属' },
  { code: '99', name: '非亲属' },
] as const satisfies readonly CodeItem[];

/** 疑似侵害人 and the child; a suspicion, never a finding. */
export const PERPETRATOR_TYPES = [
  { code: 'FATHER', name: '父亲' },
  { code: 'MOTHER', name: '母亲' },
  { code: 'OTHER_GUARDIAN', name: '其他监护人' },
  { code: 'RELATIVE', name: '亲属' },
  { code: 'STAFF', name: '教职员工' },
  { code: 'SCHOOLMATE', name: '同学' },
  { code: 'ACQUAINTANCE', name: '邻里、熟人' },
  { code: 'STRANGER', name: '陌生人' },
  { code: 'ONLINE', name: '网络上的人' },
  { code: 'SELF', name: '孩子自己（自伤）' },
  { code: 'UNKNOWN', name: '不详' },
] as const satisfies readonly CodeItem[];

/** How a report came in. */
export const CHANNELS = [
  { code: 'CONSOLE', name: '单位线上填报' },
  { code: 'PUBLIC_PAGE', name: '公众页面' },
  { code: 'PHONE', name: '电话' },
  { code: 'TICKET_12345', name: '12345 工单' },
  { code: 'VISIT', name: '现场来访' },
  { code: 'PETITION', name: '信访' },
  { code: 'TRANSFER', name: '部门移送' },
  { code: 'PATROL', name: '走访排查' },
  { code: 'NETWORK', name: '网络线索' },
] as const satisfies readonly CodeItem[];

/** Who must report (强制报告意见 arts 2–3; 未成年人保护法 arts 11, 130). */
export const REPORTER_UNIT_TYPES = [
  { code: 'STATE_ORGAN', name: '国家机关、行使公权力的组织' },
  { code: 'VILLAGE', name: '村（居）民委员会' },
  { code: 'SCHOOL', name: '中小学校' },
  { code: 'KINDERGARTEN', name: '幼儿园' },
  { code: 'TRAINING', name: '校外培训、校外活动场所' },
  { code: 'CHILDCARE', name: '托育、托管、临时看护机构' },
  { code: 'MEDICAL', name: '医疗机构' },
  { code: 'WELFARE', name: '儿童福利、救助管理、社会工作机构' },
  { code: 'HOTEL', name: '旅店、宾馆等住宿经营者' },
  { code: 'OTHER', name: '其他单位或个人' },
] as const satisfies readonly CodeItem[];

/** 主管行政机关 a reporting unit files with besides the police (强制报告意见 art 5); the codes are agency kinds where there is one. */
export const AUTHORITIES = [
  { code: 'education', name: '教育体育局' },
  { code: 'health', name: '卫生健康委员会' },
  { code: 'civil_affairs', name: '民政局' },
  { code: 'township', name: '乡镇人民政府（街道办事处）' },
  { code: 'police', name: '公安机关（旅馆业治安）' },
  { code: 'culture', name: '文化和旅游部门' },
  { code: 'superior', name: '上级主管机关' },
  { code: 'other', name: '其他主管部门' },
] as const satisfies readonly CodeItem[];

export const CLOSE_REASONS = [
  { code: 'GOALS_MET', name: '风险已消除，目标已达成' },
  { code: 'LOW_RISK', name: '风险降至低级，转入日常关爱' },
  { code: 'TURNED_18', name: '已满18周岁' },
  { code: 'MOVED', name: '迁出，接收地已接手', note: '接收地确认后方可结案' },
  { code: 'ADOPTED', name: '已被收养' },
  { code: 'LONG_TERM_CUSTODY', name: '转为长期监护' },
  { code: 'DIED', name: '孩子死亡', note: '先冻结档案并由领导复核' },
  { code: 'OTHER', name: '其他（写明原因）' },
] as const satisfies readonly CodeItem[];

/** Why a case rests (domain §3.3): the visits go on meanwhile. */
export const SUSPEND_REASONS = [
  { code: 'LOST_CONTACT', name: '失联，正在寻找' },
  { code: 'MOVE_PENDING', name: '迁出，等待接收地接收' },
  { code: 'OTHER', name: '其他（写明原因）' },
] as const satisfies readonly CodeItem[];

export const VISIT_TYPES = [
  { code: 'SCREENING', name: '排查' },
  { code: 'HOME_VISIT', name: '走访' },
  { code: 'CHECK', name: '核查' },
  { code: 'FOLLOW_UP', name: '跟踪回访' },
] as const satisfies readonly CodeItem[];

/** The eight items of a visit; each is 正常, 关注 or 异常. */
export const VISIT_ITEMS = [
  { code: 'LIVING', name: '生活' },
  { code: 'CARE', name: '监护' },
  { code: 'SCHOOLING', name: '就学' },
  { code: 'HEALTH', name: '健康' },
  { code: 'MIND', name: '心理' },
  { code: 'SAFETY', name: '安全' },
  { code: 'HOUSING', name: '居住' },
  { code: 'SOCIAL', name: '社交' },
] as const satisfies readonly CodeItem[];

export const SUPPORT_TYPES = [
  { code: 'LIVING', name: '基本生活' },
  { code: 'MEDICAL', name: '基本医疗' },
  { code: 'EDUCATION', name: '教育、复学、转学' },
  { code: 'REHABILITATION', name: '康复、辅具' },
  { code: 'GUARDIAN_SUPPORT', name: '监护支持（家庭教育指导、委托照护监督）' },
  { code: 'PSYCHOLOGY', name: '心理' },
  { code: 'LEGAL_AID', name: '法律援助' },
  { code: 'JUDICIAL_RELIEF', name: '司法救助' },
  { code: 'HOUSING', name: '住房' },
  { code: 'HUKOU', name: '户口登记' },
  { code: 'SHELTER', name: '临时照料、庇护' },
  { code: 'EMPLOYMENT', name: '就业、技能（满16周岁）' },
  { code: 'SOCIAL_SERVICE', name: '社会组织服务' },
  { code: 'INTERNET', name: '网络沉迷干预' },
  { code: 'BEHAVIOUR', name: '行为矫治' },
  { code: 'OTHER', name: '其他' },
] as const satisfies readonly CodeItem[];

/** 未成年人保护法 art 92, its seven situations word for word. */
export const TEMP_CUSTODY_REASONS = [
  { code: 'TC1', name: '未成年人流浪乞讨或者身份不明，暂时查找不到父母或者其他监护人' },
  { code: 'TC2', name: '监护人下落不明且无其他人可以担任监护人' },
  {
    code: 'TC3',
    name: '监护人因自身客观原因或者因发生自然灾害、事故灾难、公共卫生事件等突发事件不能履行监护职责，导致未成年人监护缺失',
  },
  { code: 'TC4', name: '监护人拒绝或者怠于履行监护职责，导致未成年人处于无人照料的状态' },
  { code: 'TC5', name: '监护人教唆、利用未成年人实施违法犯罪行为，未成年人需要被带离安置' },
  { code: 'TC6', name: '未成年人遭受监护人严重伤害或者面临人身安全威胁，需要被紧急安置' },
  { code: 'TC7', name: '法律规定的其他情形', note: '包括监护争议期间、突发事件' },
] as const satisfies readonly CodeItem[];

/** 未成年人保护法 art 94, its five situations word for word. */
export const LONG_TERM_GROUNDS = [
  { code: 'LT1', name: '查找不到未成年人的父母或者其他监护人' },
  { code: 'LT2', name: '监护人死亡或者被宣告死亡且无其他人可以担任监护人' },
  { code: 'LT3', name: '监护人丧失监护能力且无其他人可以担任监护人' },
  { code: 'LT4', name: '人民法院判决撤销监护人资格并指定由民政部门担任监护人' },
  { code: 'LT5', name: '法律规定的其他情形' },
] as const satisfies readonly CodeItem[];

/** Why an agency sends a work order back; the person adds which unit is right and under which rule. */
export const RETURN_REASONS = [
  { code: 'NOT_OUR_DUTY', name: '不属于本单位职责', note: '须写明依据和应办单位' },
  { code: 'NOT_OUR_AREA', name: '不属于本辖区', note: '须写明应办辖区' },
  { code: 'DUPLICATE', name: '与已办协办单重复', note: '须写明单号' },
  { code: 'RECUSAL', name: '本单位需要回避' },
  { code: 'NEED_FACTS', name: '缺少必要信息，无法办理', note: '须写明缺什么' },
] as const satisfies readonly CodeItem[];

export const SCHOOL_STAGES = [
  { code: 'NOT_YET', name: '未入学' },
  { code: 'PRESCHOOL', name: '学前' },
  { code: 'PRIMARY', name: '小学' },
  { code: 'JUNIOR', name: '初中' },
  { code: 'SENIOR', name: '高中' },
  { code: 'VOCATIONAL', name: '中职' },
  { code: 'COLLEGE', name: '大专以上' },
  { code: 'SPECIAL', name: '特殊教育、专门学校' },
  { code: 'OUT_OF_SCHOOL', name: '不在校' },
  { code: 'UNKNOWN', name: '不清楚' },
] as const satisfies readonly CodeItem[];

/**
 * What the law leaves to the district; the name is the value. COORDINATION_BODY: the kind of agency that carries the
 * coordination and rules after a second refusal (未成年人保护法9 as amended in 2024, 81): civil_affairs or intake.
 */
export const SETTINGS = [
  { code: 'COORDINATION_BODY', name: 'civil_affairs', note: '承担协调机制具体工作、裁定协办争议的单位类别' },
] as const satisfies readonly CodeItem[];
