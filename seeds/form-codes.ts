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
