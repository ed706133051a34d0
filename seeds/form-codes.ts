/**
 * Code sets whose codes a program decides by (who must not know, closing, safety); only their Chinese names are data. The
 * codes must equal those of the rules that use them.
 */
import type { CodeItem } from './reference';

/** 谁不能知道? */
export const EXCLUSION_HINTS = [
  { code: 'SAME_UNIT', name: '本单位同事' },
  { code: 'GUARDIAN', name: '监护人' },
  { code: 'HOUSEHOLD', name: '同住家人' },
  { code: 'VILLAGE', name: '村（居）委会' },
  { code: 'TOWNSHIP', name: '乡镇（街道）' },
  { code: 'OTHER', name: '其他' },
] as const satisfies readonly CodeItem[];

/** Why a person has no ID number in the record; none of them stops anything. */
export const NO_ID_REASONS = [
  { code: 'NOT_AT_HAND', name: '有证件，号码暂时不知道' },
  { code: 'NO_HUKOU', name: '没有登记户口' },
  { code: 'UNKNOWN_IDENTITY', name: '身份不明' },
  { code: 'NEWBORN', name: '新生儿，尚未上户' },
  { code: 'FOREIGN_OR_HMT', name: '港澳台居民或外国人，持其他证件' },
  { code: 'OTHER', name: '其他' },
] as const satisfies readonly CodeItem[];

/** What somebody checked before a report is filed away (存查). */
export const SCREEN_OUT_CHECKS = [
  { code: 'EARLIER_REPORTS', name: '已查看这个孩子以前的报告' },
  { code: 'REPORTER_HEARD', name: '已向报告人了解情况' },
  { code: 'OTHERS_HEARD', name: '已向学校、村（社区）等了解，没有惊动疑似侵害人' },
  { code: 'CHILD_SEEN', name: '有人已见到孩子，孩子目前安全' },
  { code: 'POLICE_ANSWERED', name: '公安已答复，没有发现违法犯罪事实' },
] as const satisfies readonly CodeItem[];

/** 结案事项. */
export const CLOSING_CHECKS = [
  { code: 'CHILD_SEEN', name: '已见到孩子' },
  { code: 'CHILD_HEARD', name: '已听取孩子意见' },
  { code: 'RISK_LOW', name: '风险已降低' },
  { code: 'SERVICES_DONE', name: '服务已完成' },
  { code: 'GUARDIAN_ABLE', name: '监护人能够履行职责' },
  { code: 'DOCUMENTS_FILED', name: '材料已归档' },
  { code: 'FOLLOW_UP_PLANNED', name: '已安排回访' },
] as const satisfies readonly CodeItem[];

export const SAFETY_DECISIONS = [
  { code: 'safe', name: '安全' },
  { code: 'safe_with_plan', name: '有计划的安全' },
  { code: 'unsafe', name: '不安全' },
] as const satisfies readonly CodeItem[];

/** How family-education guidance was given (D22). */
export const GUIDANCE_METHODS = [
  { code: 'home', name: '入户面对面' },
  { code: 'centre', name: '在指导站点、家长学校' },
  { code: 'phone', name: '电话、视频' },
  { code: 'group', name: '集体课堂' },
] as const satisfies readonly CodeItem[];

/** 帮扶复核: how far a service came, and what follows. */
export const SERVICE_PROGRESS = [
  { code: 'good', name: '进展顺利' },
  { code: 'slow', name: '进展缓慢' },
  { code: 'none', name: '没有进展' },
  { code: 'unneeded', name: '不再需要' },
] as const satisfies readonly CodeItem[];

export const REVIEW_DECISIONS = [
  { code: 'continue', name: '继续执行' },
  { code: 'adjust', name: '调整方案' },
  { code: 'close', name: '准备结案' },
  { code: 'escalate', name: '升级处置' },
] as const satisfies readonly CodeItem[];

export const RISK_LEVELS = [
  { code: 'low', name: '低' },
  { code: 'medium', name: '中' },
  { code: 'high', name: '高' },
] as const satisfies readonly CodeItem[];

/** What a 跟踪回访 found. */
export const FOLLOW_UP_STATES = [
  { code: 'good', name: '平稳' },
  { code: 'watch', name: '需要关注' },
  { code: 'danger', name: '发现危险' },
] as const satisfies readonly CodeItem[];

export const FOLLOW_UP_ADVICE = [
  { code: 'continue', name: '继续回访' },
  { code: 'reopen', name: '建议重新办理' },
] as const satisfies readonly CodeItem[];

/** 保管期限; the years are this system's suggestion (D). */
export const RETENTIONS = [
  { code: 'permanent', name: '永久' },
  { code: 'long_term', name: '长期（30年）' },
] as const satisfies readonly CodeItem[];

/** 反家庭暴力法29: what a protection order forbids. */
export const PO_MEASURES = [
  { code: 'NO_VIOLENCE', name: '禁止实施家庭暴力' },
  { code: 'NO_CONTACT', name: '禁止骚扰、跟踪、接触申请人及其相关近亲属' },
  { code: 'MOVE_OUT', name: '责令迁出住所' },
  { code: 'OTHER', name: '其他措施（写明）' },
] as const satisfies readonly CodeItem[];

/** 法释〔2022〕17号6. */
export const EVIDENCE_TYPES = [
  { code: 'STATEMENT', name: '当事人的陈述' },
  { code: 'POLICE_DECISION', name: '公安机关出具的告诫书、行政处罚决定书' },
  { code: 'POLICE_RECORD', name: '出警记录、讯问（询问）笔录、接警或报警回执' },
  { code: 'PLEDGE', name: '被申请人曾出具的保证书、悔过书' },
  { code: 'RECORDING', name: '录音录像' },
  { code: 'MESSAGES', name: '聊天记录、短信、电子邮件' },
  { code: 'MEDICAL', name: '诊疗记录' },
  { code: 'HELP_RECORD', name: '向妇联、村居、救助机构等投诉、反映或者求助的记录' },
  { code: 'TESTIMONY', name: '未成年子女与年龄、智力相适应的证言，亲友、邻居等的证言' },
  { code: 'INJURY_REPORT', name: '伤情鉴定意见' },
  { code: 'OTHER', name: '其他证据' },
] as const satisfies readonly CodeItem[];

/** 法发〔2014〕24号35 (M9; R3 and R5 Vp). */
export const REVOKE_GROUNDS = [
  { code: 'R1', name: '性侵害、出卖、遗弃、虐待、暴力伤害孩子，严重损害身心健康' },
  { code: 'R2', name: '将孩子置于无人监管和照看的状态，致使面临死亡或者严重伤害危险，经教育不改' },
  { code: 'R3', name: '拒不履行监护职责长达六个月以上，致使流离失所或者生活无着' },
  {
    code: 'R4',
    name: '有吸毒、赌博、长期酗酒等恶习无法正确履行职责，或者因服刑等无法履行，且拒绝委托他人，致使处于困境或者危险',
  },
  { code: 'R5', name: '胁迫、诱骗、利用孩子乞讨，经三次以上批评教育拒不改正，严重影响正常生活和学习' },
  { code: 'R6', name: '教唆、利用孩子实施违法犯罪行为，情节恶劣' },
  { code: 'R7', name: '有其他严重侵害孩子合法权益的行为' },
] as const satisfies readonly CodeItem[];

/** 民法典36(2). */
export const REVOKE_APPLICANTS = [
  { code: 'OTHER_GUARDIAN', name: '其他依法具有监护资格的人' },
  { code: 'VILLAGE', name: '居民委员会、村民委员会' },
  { code: 'SCHOOL', name: '学校' },
  { code: 'MEDICAL', name: '医疗机构' },
  { code: 'WOMEN', name: '妇女联合会' },
  { code: 'DISABLED', name: '残疾人联合会' },
  { code: 'PROTECTION_ORG', name: '未成年人保护组织' },
  { code: 'CIVIL_AFFAIRS', name: '民政部门' },
] as const satisfies readonly CodeItem[];

/** 法发〔2014〕24号28 (M9). */
export const REVOKE_EVIDENCE_PACK = [
  { code: 'IDENTITY', name: '孩子身份和监护关系证明' },
  { code: 'HARM', name: '侵害事实的证据（公安、医疗、学校、证人）' },
  { code: 'ASSESSMENT', name: '调查评估报告' },
  { code: 'CHILD_OPINION', name: '孩子的意见' },
  { code: 'CONFERENCE', name: '会商结论' },
  { code: 'NEW_GUARDIAN', name: '拟任监护人及其监护能力' },
  { code: 'PLACEMENT', name: '安置情况记录' },
  { code: 'COUNSELLING', name: '对监护人的教育辅导记录' },
  { code: 'EARLIER', name: '此前的劝诫、训诫、督促、告诫、保护令等文书' },
] as const satisfies readonly CodeItem[];

/** How a measure of guardianship ended. */
export const MEASURE_END_RESULTS = [
  { code: 'EXPIRED', name: '期满' },
  { code: 'REVOKED', name: '被撤销' },
  { code: 'CHANGED', name: '被变更' },
  { code: 'FULFILLED', name: '履行完毕' },
  { code: 'WITHDRAWN', name: '撤回申请' },
] as const satisfies readonly CodeItem[];
