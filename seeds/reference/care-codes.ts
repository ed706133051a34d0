/**
 * Codes of 应急处置, 临时监护 and 安置. Sources: 未成年人保护法 arts 22, 92–94, 法发〔2014〕24号 (arts from memory, to be confirmed),
 * D06, D07 and CARE_EXIT of practice; lists without an article are this system's own (D). Codes that a program decides by
 * equal those of `fieldwork/placements` (form-codes.spec.ts).
 */
import type { CodeItem } from './types';

/** What opens an emergency: any one of these (domain §4.3). */
export const EMERGENCY_TRIGGERS = [
  { code: 'PRESENT_DANGER', name: '生命、身体正面临危险' },
  { code: 'POLICE_TAKEN', name: '公安已带离孩子' },
  { code: 'CUSTODY', name: '属于临时监护的情形', note: '未成年人保护法第九十二条' },
  { code: 'ALONE', name: '孩子独自一人或者走失' },
  { code: 'GUARDIAN_AWAY', name: '监护人被羁押、住院或者死亡，家中无人照料' },
  { code: 'DISASTER', name: '自然灾害、事故或者公共卫生事件' },
] as const satisfies readonly CodeItem[];

/** 先医后置: a child that needs care sees a doctor first; every child that enters an institution is examined (令84). */
export const MEDICAL_KINDS = [
  { code: 'TREATMENT', name: '就医治疗' },
  { code: 'CHECKUP', name: '健康检查（体检）' },
  { code: 'FORENSIC', name: '伤情鉴定' },
] as const satisfies readonly CodeItem[];

/** Who agreed to the treatment; in an emergency nobody has to be waited for (民法典 1220). */
export const MEDICAL_AUTHORISERS = [
  { code: 'GUARDIAN', name: '监护人' },
  { code: 'CIVIL_AFFAIRS', name: '民政部门（临时监护）' },
  { code: 'POLICE', name: '公安机关' },
  { code: 'CARER', name: '照料人、安置机构' },
  { code: 'HOSPITAL', name: '紧急情况，由医疗机构负责人批准' },
] as const satisfies readonly CodeItem[];

export const COST_BEARERS = [
  { code: 'INSURANCE', name: '医疗保险' },
  { code: 'GOVERNMENT', name: '民政救助、财政' },
  { code: 'GUARDIAN', name: '监护人' },
  { code: 'WRONGDOER', name: '依法应当赔偿的人' },
  { code: 'HOSPITAL', name: '医院先行垫付' },
  { code: 'UNKNOWN', name: '还没有确定' },
] as const satisfies readonly CodeItem[];

/** Where a child may stay (未成年人保护法 93). */
export const PLACEMENT_KINDS = [
  { code: 'KIN', name: '亲属照料' },
  { code: 'ENTRUSTED', name: '委托照护' },
  { code: 'FOSTER', name: '家庭寄养' },
  { code: 'SHELTER', name: '未成年人救助保护机构' },
  { code: 'WELFARE_HOME', name: '儿童福利机构' },
  { code: 'HOSPITAL', name: '医院' },
  { code: 'BOARDING', name: '寄宿学校' },
] as const satisfies readonly CodeItem[];

export const PLACEMENT_BASES = [
  { code: 'POLICE', name: '公安带离后移交' },
  { code: 'CONSENT', name: '监护人同意' },
  { code: 'CUSTODY', name: '民政部门临时监护' },
] as const satisfies readonly CodeItem[];

/** 不得作为被委托人的情形, word for word (未成年人保护法 22 第三款). */
export const CARER_CHECKS = [
  { code: 'violence', name: '曾实施性侵害、虐待、遗弃、拐卖、暴力伤害等违法犯罪行为' },
  { code: 'habits', name: '有吸毒、酗酒、赌博等恶习' },
  { code: 'neglect', name: '曾拒不履行或者长期怠于履行监护、照护职责' },
  { code: 'unfit', name: '有其他不适宜担任照料人的情形' },
] as const satisfies readonly CodeItem[];

/** How care ends. */
export const CARE_EXITS = [
  { code: 'RETURNED', name: '送回监护人' },
  { code: 'OTHER_GUARDIAN', name: '由其他监护人照料' },
  { code: 'PARENT_FOUND', name: '找回或认领父母' },
  { code: 'PARENT_RELEASED', name: '父母刑满释放、解除强制隔离戒毒或其他限制' },
  { code: 'GUARDIANSHIP_RESTORED', name: '法院判决恢复监护人资格' },
  { code: 'LONG_TERM', name: '转为长期监护' },
  { code: 'ADOPTED', name: '被收养' },
  { code: 'TURNED_18', name: '年满18周岁' },
  { code: 'MOVED_AWAY', name: '迁出，由接收地安置' },
  { code: 'DIED', name: '孩子死亡' },
  { code: 'CHANGED', name: '变更安置' },
  { code: 'OTHER', name: '其他' },
] as const satisfies readonly CodeItem[];

export const HANDOVER_FROM = [
  { code: 'POLICE', name: '公安机关' },
  { code: 'HOSPITAL', name: '医疗机构' },
  { code: 'SCHOOL', name: '学校' },
  { code: 'VILLAGE', name: '村（居）民委员会' },
  { code: 'FAMILY', name: '家人' },
  { code: 'CARER', name: '照料人' },
  { code: 'AGENCY', name: '安置机构' },
  { code: 'OTHER', name: '其他' },
] as const satisfies readonly CodeItem[];

export const HANDOVER_TO = [
  { code: 'OTHER_GUARDIAN', name: '其他监护人', note: '没有危险、有能力照料的另一位监护人' },
  { code: 'RELATIVE', name: '亲属' },
  { code: 'CARER', name: '受托照料人、寄养家庭' },
  { code: 'SHELTER', name: '未成年人救助保护机构' },
  { code: 'WELFARE_HOME', name: '儿童福利机构' },
  { code: 'HOSPITAL', name: '医疗机构' },
  { code: 'VILLAGE', name: '村（居）民委员会' },
  { code: 'OTHER', name: '其他' },
  { code: 'GUARDIAN', name: '监护人' },
] as const satisfies readonly CodeItem[];

/** How the police case stands when they report (法发〔2014〕24号 13). */
export const POLICE_OUTCOMES = [
  { code: 'ACCEPTED', name: '已受案，正在调查' },
  { code: 'CRIMINAL', name: '已刑事立案' },
  { code: 'ADMINISTRATIVE', name: '已作治安处罚或者出具告诫书' },
  { code: 'NOT_FILED', name: '不予立案' },
  { code: 'OTHER', name: '其他' },
] as const satisfies readonly CodeItem[];
