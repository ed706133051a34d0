/**
 * The deadline registry: every clock the system knows, DL-001 to DL-057. Statutory rows carry their article, suggested rows
 * (D) are 系统建议时限 and are labelled so on every screen, never 法定时限.
 */
import { CUSTODY_RULES, POLICE_RULES } from './deadline-rules.justice';
import { OPERATION_RULES } from './deadline-rules.operation';
import { AID_AND_SCHOOL_RULES, HOTLINE_AND_DATA_RULES, WELFARE_RULES } from './deadline-rules.service';
import type { CodeItem, DeadlineRule } from './types';

/** The registry in the order of its ids. */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  ...POLICE_RULES,
  ...CUSTODY_RULES,
  ...AID_AND_SCHOOL_RULES,
  ...WELFARE_RULES,
  ...HOTLINE_AND_DATA_RULES,
  ...OPERATION_RULES,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Owners of a clock that are not a kind of agency. */
export const OWNER_ROLES = [
  { code: 'reporter_unit', name: '报告单位' },
  { code: 'order_holder', name: '承办单位' },
  { code: 'addressed_unit', name: '被建议单位' },
  { code: 'applicant_side', name: '申请方（代申请单位）' },
  { code: 'duty_roster', name: '值班表当前值班人' },
  { code: 'complainant', name: '控告人' },
  { code: 'party', name: '当事人' },
  { code: 'guardian', name: '监护人' },
  { code: 'close_contact_unit', name: '密切接触未成年人的单位' },
  { code: 'specialised_education_committee', name: '专门教育指导委员会' },
  { code: 'data_processor', name: '个人信息处理者' },
  { code: 'operator', name: '运行维护单位' },
  { code: 'security_officer', name: '安全管理员' },
] as const satisfies readonly CodeItem[];
