/**
 * The escalation ladder of guardianship intervention (domain §4.5), read by a lawyer line by line. L6 (临时监护), L7 (会商)
 * and L8a (领回) are records of other rooms: `recordedBy` names their action.
 */
export interface MeasureRule {
  readonly level: 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'L6' | 'L7' | 'L8a' | 'L8b' | 'L8c' | 'L9';
  readonly name: string;
  /** Agency kinds whose own act it is; an application names who may apply. */
  readonly by: readonly string[];
  readonly document: string;
  /** Asked for first and decided later; otherwise it is done with its record. */
  readonly applied?: true;
  /** How long it lasts: done at once, until it is ended, or until a day that it states (at most `months`). */
  readonly lasts: 'at-once' | 'until-ended' | 'until-day';
  readonly months?: number;
  readonly extendable?: true;
  /** It goes on when the stage ends (design §9.5). */
  readonly outlivesStage?: true;
  /** Needs 监护干预 to be open. */
  readonly needsStage?: true;
  /** Whom it has to reach. */
  readonly serve?: readonly ServeParty[];
  readonly recordedBy?: 'decide-custody' | 'convene-conference' | 'return-home';
  /** The article, and how far its text was checked: V read, Vp excerpt, M9 from memory, LOC practice elsewhere. */
  readonly source: string;
}

/** To whom a measure is served. */
export const SERVE_PARTIES = {
  applicant: '申请人',
  respondent: '被申请人（监护人等）',
  child_side: '孩子一方',
  police: '公安机关',
  village: '村（居）委会',
} as const;
export type ServeParty = keyof typeof SERVE_PARTIES;

const LOCAL = ['village', 'township', 'school', 'women_federation'] as const;
const GUARDIAN: readonly ServeParty[] = ['respondent'];

export const MEASURES = {
  dissuasion: {
    level: 'L1',
    name: '劝诫、制止、批评教育',
    by: LOCAL,
    document: '劝诫书',
    lasts: 'at-once',
    source: '未成年人保护法118(1)；家庭教育促进法48 (V)',
  },
  'begging-criticism': {
    level: 'L1',
    name: '因胁迫、诱骗、利用孩子乞讨的批评教育',
    by: ['police', 'shelter', 'civil_affairs', 'township', 'village'],
    document: '批评教育记录',
    lasts: 'at-once',
    source: '法发〔2014〕24号35(5) (M9)',
  },
  'police-admonition': {
    level: 'L2',
    name: '公安训诫',
    by: ['police'],
    document: '训诫书',
    lasts: 'at-once',
    serve: GUARDIAN,
    source: '未成年人保护法118(2)；家庭教育促进法49 (V)',
  },
  'ordered-guidance': {
    level: 'L2',
    name: '责令接受家庭教育指导',
    by: ['police'],
    document: '责令接受家庭教育指导令',
    lasts: 'until-ended',
    extendable: true,
    serve: GUARDIAN,
    source: '家庭教育促进法49；预防未成年人犯罪法61 (V)',
  },
  'supervision-order': {
    level: 'L3',
    name: '督促监护令',
    by: ['procuratorate'],
    document: '督促监护令',
    lasts: 'until-ended',
    extendable: true,
    serve: GUARDIAN,
    source: '家庭教育促进法49 (V)；最高检2021年推行 (Vp)',
  },
  'guidance-order': {
    level: 'L3',
    name: '家庭教育指导令',
    by: ['court'],
    document: '家庭教育指导令',
    lasts: 'until-ended',
    extendable: true,
    serve: GUARDIAN,
    source: '家庭教育促进法49 (V)',
  },
  'warning-letter': {
    level: 'L4',
    name: '家庭暴力告诫书',
    by: ['police'],
    document: '告诫书',
    lasts: 'at-once',
    serve: ['respondent', 'child_side', 'village'],
    source: '反家庭暴力法16–17 (V)',
  },
  'public-order-penalty': {
    level: 'L4',
    name: '治安管理处罚',
    by: ['police'],
    document: '行政处罚决定书',
    lasts: 'at-once',
    serve: GUARDIAN,
    source: '反家庭暴力法33 (V)；治安管理处罚法2026年文本待核对',
  },
  'protection-order': {
    level: 'L5',
    name: '人身安全保护令',
    // 反家暴23(2): who may apply in the child's place.
    by: ['police', 'women_federation', 'village', 'shelter'],
    document: '裁定书',
    applied: true,
    lasts: 'until-day',
    months: 6,
    extendable: true,
    outlivesStage: true,
    serve: ['applicant', 'respondent', 'police', 'village'],
    source: '反家庭暴力法23–32；法释〔2022〕17号 (V)',
  },
  'temporary-custody': {
    level: 'L6',
    name: '临时监护',
    by: ['civil_affairs'],
    document: '临时监护决定书',
    lasts: 'until-ended',
    recordedBy: 'decide-custody',
    source: '未成年人保护法92–93 (V)',
  },
  conference: {
    level: 'L7',
    name: '会商',
    by: ['civil_affairs', 'shelter'],
    document: '会商纪要',
    lasts: 'at-once',
    recordedBy: 'convene-conference',
    source: '法发〔2014〕24号19 (M9)',
  },
  return: {
    level: 'L8a',
    name: '领回',
    by: ['civil_affairs'],
    document: '领回通知书',
    lasts: 'at-once',
    recordedBy: 'return-home',
    source: '法发〔2014〕24号19 (M9)；未成年人保护法93(2) (V)',
  },
  revocation: {
    level: 'L8b',
    name: '申请撤销监护人资格',
    by: ['civil_affairs', 'village', 'school', 'hospital', 'women_federation', 'disabled_federation'],
    document: '撤销监护人资格申请书',
    applied: true,
    lasts: 'until-ended',
    outlivesStage: true,
    needsStage: true,
    serve: ['applicant', 'respondent'],
    source: '民法典36 (V)；法发〔2014〕24号27–35 (M9)',
  },
  appointment: {
    level: 'L8c',
    name: '指定监护人、长期监护',
    by: ['court', 'civil_affairs'],
    document: '判决书',
    lasts: 'until-ended',
    outlivesStage: true,
    needsStage: true,
    serve: ['applicant', 'respondent'],
    source: '民法典36；未成年人保护法94 (V)',
  },
  restoration: {
    level: 'L9',
    name: '申请恢复监护人资格',
    by: ['court'],
    document: '判决书',
    applied: true,
    lasts: 'at-once',
    source: '民法典38 (V)；法发〔2014〕24号38–40 (M9)',
  },
} as const satisfies Record<string, MeasureRule>;
export type MeasureKind = keyof typeof MEASURES;

/** The measure of a kind; undefined for an unknown one. */
export function findMeasure(kind: string): MeasureRule | undefined {
  return Object.hasOwn(MEASURES, kind) ? MEASURES[kind as MeasureKind] : undefined;
}

export const MEASURE_STATES = {
  applied: '已申请，等待决定',
  done: '已作出',
  in_force: '执行中',
  refused: '没有获得支持',
  ended: '已结束',
} as const;
export type MeasureState = keyof typeof MEASURE_STATES;

/** How a measure ended. */
export const END_RESULTS = {
  EXPIRED: '期满',
  REVOKED: '被撤销',
  CHANGED: '被变更',
  FULFILLED: '履行完毕',
  WITHDRAWN: '撤回申请',
} as const;
export type EndResult = keyof typeof END_RESULTS;

/** 反家庭暴力法29: what a protection order forbids. */
export const PO_MEASURES = {
  NO_VIOLENCE: '禁止实施家庭暴力',
  NO_CONTACT: '禁止骚扰、跟踪、接触申请人及其相关近亲属',
  MOVE_OUT: '责令迁出住所',
  OTHER: '其他措施（写明）',
} as const;
export type PoMeasure = keyof typeof PO_MEASURES;

/** 法发〔2014〕24号35, its seven situations (M9; 3 and 5 Vp). */
export const REVOKE_GROUNDS = {
  R1: '性侵害、出卖、遗弃、虐待、暴力伤害孩子，严重损害身心健康',
  R2: '将孩子置于无人监管和照看的状态，致使面临死亡或者严重伤害危险，经教育不改',
  R3: '拒不履行监护职责长达六个月以上，致使流离失所或者生活无着',
  R4: '有吸毒、赌博、长期酗酒等恶习无法正确履行职责，或者因服刑等无法履行，且拒绝委托他人，致使处于困境或者危险',
  R5: '胁迫、诱骗、利用孩子乞讨，经三次以上批评教育拒不改正，严重影响正常生活和学习',
  R6: '教唆、利用孩子实施违法犯罪行为，情节恶劣',
  R7: '有其他严重侵害孩子合法权益的行为',
} as const;
export type RevokeGround = keyof typeof REVOKE_GROUNDS;

/** R5: after how many. */
export const BEGGING_LIMIT = 3;
/** R3: six months, about 183 days; people are told at 150 (DL-033). */
export const NEGLECT_LIMIT_DAYS = 183;
export const NEGLECT_ALERT_DAYS = 150;

/** 民法典36(2): who may apply for a revocation. */
export const REVOKE_APPLICANTS = {
  OTHER_GUARDIAN: '其他依法具有监护资格的人',
  VILLAGE: '居民委员会、村民委员会',
  SCHOOL: '学校',
  MEDICAL: '医疗机构',
  WOMEN: '妇女联合会',
  DISABLED: '残疾人联合会',
  PROTECTION_ORG: '未成年人保护组织',
  CIVIL_AFFAIRS: '民政部门',
} as const;
export type RevokeApplicant = keyof typeof REVOKE_APPLICANTS;

/** 法释〔2022〕17号6: eleven kinds of evidence for a protection order; the standard is 较大可能性. */
export const EVIDENCE_TYPES = {
  STATEMENT: '当事人的陈述',
  POLICE_DECISION: '公安机关出具的告诫书、行政处罚决定书',
  POLICE_RECORD: '出警记录、讯问（询问）笔录、接警或报警回执',
  PLEDGE: '被申请人曾出具的保证书、悔过书',
  RECORDING: '录音录像',
  MESSAGES: '聊天记录、短信、电子邮件',
  MEDICAL: '诊疗记录',
  HELP_RECORD: '向妇联、村居、救助机构等投诉、反映或者求助的记录',
  TESTIMONY: '未成年子女与年龄、智力相适应的证言，亲友、邻居等的证言',
  INJURY_REPORT: '伤情鉴定意见',
  OTHER: '其他证据',
} as const;
export type EvidenceType = keyof typeof EVIDENCE_TYPES;

/** 法发〔2014〕24号28 (M9): what goes with a 撤销监护申请. */
export const EVIDENCE_PACK = {
  IDENTITY: '孩子身份和监护关系证明',
  HARM: '侵害事实的证据（公安、医疗、学校、证人）',
  ASSESSMENT: '调查评估报告',
  CHILD_OPINION: '孩子的意见',
  CONFERENCE: '会商结论',
  NEW_GUARDIAN: '拟任监护人及其监护能力',
  PLACEMENT: '安置情况记录',
  COUNSELLING: '对监护人的教育辅导记录',
  EARLIER: '此前的劝诫、训诫、督促、告诫、保护令等文书',
} as const;
export type PackItem = keyof typeof EVIDENCE_PACK;
