import { type FieldErrors, pastInstantErrors } from '../../casefile';

/** Whose clock a step starts: an agency kind that has the duty, the unit a 检察建议 is addressed to, or the case's own desk. */
export type ClockOwner =
  'police' | 'school' | 'education' | 'justice' | 'township' | 'civil_affairs' | 'addressee' | 'desk';

export interface OpenedClock {
  readonly rule: string;
  readonly owner: ClockOwner;
  /** Further numbers of the rule that the recorder may choose; the first number is the usual one. */
  readonly choices?: readonly string[];
  /** Always this further number. */
  readonly variant?: string;
  /** Only with this result. */
  readonly onResult?: string;
  /** Counted from the start, or from the end, of the clock that this step closes; otherwise from the step itself. */
  readonly from?: 'start' | 'due';
}

export interface ProceedingRule {
  readonly name: string;
  /** Kind of the organ that takes the step. */
  readonly organ: string;
  readonly opens?: readonly OpenedClock[];
  readonly closes?: readonly string[];
  readonly results?: Readonly<Record<string, string>>;
  /** The article, and how far its text was checked: V read, Vp excerpt, M9 from memory. */
  readonly source: string;
}

const CRIMINAL = '刑事程序规定';
const REVIEW = ['线索需要查证', '重大疑难复杂，经批准'];

/** 法律程序 and 资格认定: each step, who takes it, which clocks it starts and stops (domain §4.2, §4.5, §4.6.1, §4.6.8, §5). */
export const PROCEEDINGS = {
  'police-not-own': {
    name: '公安接报：不属本机关管辖，需要移送',
    organ: 'police',
    opens: [{ rule: 'DL-002', owner: 'police' }],
    source: `${CRIMINAL}175 (V)`,
  },
  'police-transferred': {
    name: '公安已移送有管辖权的机关',
    organ: 'police',
    closes: ['DL-002'],
    source: `${CRIMINAL}175 (V)`,
  },
  'criminal-accepted': {
    name: '公安刑事受案',
    organ: 'police',
    opens: [{ rule: 'DL-003', owner: 'police', choices: REVIEW }],
    source: '公安部接报案与立案工作规定 (Vp)',
  },
  'criminal-review-longer': {
    name: '立案审查期限延长（七日或三十日）',
    organ: 'police',
    closes: ['DL-003'],
    opens: [{ rule: 'DL-003', owner: 'police', choices: REVIEW, from: 'start' }],
    source: '公安部接报案与立案工作规定 (Vp)',
  },
  'criminal-filed': {
    name: '公安决定立案',
    organ: 'police',
    closes: ['DL-003', 'DL-007', 'DL-009'],
    source: `${CRIMINAL}178、180、182 (V)`,
  },
  'criminal-not-filed': {
    name: '公安决定不予立案',
    organ: 'police',
    closes: ['DL-003', 'DL-007'],
    opens: [{ rule: 'DL-004', owner: 'police' }],
    source: `${CRIMINAL}178 (V)`,
  },
  'not-filed-served': {
    name: '不予立案通知书已送达控告人',
    organ: 'police',
    closes: ['DL-004'],
    opens: [{ rule: 'DL-005', owner: 'desk' }],
    source: `${CRIMINAL}178–179 (V)`,
  },
  'reconsideration-asked': {
    name: '控告人申请复议（公安收到）',
    organ: 'police',
    closes: ['DL-005'],
    opens: [{ rule: 'DL-006', owner: 'police' }],
    source: `${CRIMINAL}179 (V)`,
  },
  'reconsideration-longer': {
    name: '复议决定期限延长',
    organ: 'police',
    closes: ['DL-006'],
    opens: [{ rule: 'DL-006', owner: 'police', variant: '延长', from: 'due' }],
    source: `${CRIMINAL}179 (V)`,
  },
  'reconsideration-decided': {
    name: '公安作出复议决定',
    organ: 'police',
    closes: ['DL-006'],
    results: { UPHELD: '维持不予立案', CHANGED: '撤销不予立案' },
    source: `${CRIMINAL}179 (V)`,
  },
  'referral-received': {
    name: '公安收到行政机关移送案件',
    organ: 'police',
    opens: [{ rule: 'DL-007', owner: 'police' }],
    source: `${CRIMINAL}180 (V)`,
  },
  'referral-incomplete': {
    name: '公安通知移送机关补充材料',
    organ: 'police',
    closes: ['DL-007'],
    opens: [{ rule: 'DL-007', owner: 'desk', variant: '补充材料' }],
    source: `${CRIMINAL}180 (V)`,
  },
  'referral-completed': {
    name: '移送机关已补充材料（公安收到）',
    organ: 'police',
    closes: ['DL-007'],
    opens: [{ rule: 'DL-007', owner: 'police' }],
    source: `${CRIMINAL}180 (V)`,
  },
  'reasons-demanded': {
    name: '检察院要求公安说明不立案理由',
    organ: 'procuratorate',
    opens: [{ rule: 'DL-008', owner: 'police' }],
    source: `${CRIMINAL}182；高检规则560 (V)`,
  },
  'reasons-given': {
    name: '公安已书面说明不立案理由',
    organ: 'police',
    closes: ['DL-008'],
    source: `${CRIMINAL}182 (V)`,
  },
  'filing-ordered': {
    name: '检察院通知公安立案',
    organ: 'procuratorate',
    opens: [{ rule: 'DL-009', owner: 'police' }],
    source: `${CRIMINAL}182；高检规则563 (V)`,
  },
  'public-order-accepted': {
    name: '公安治安受案',
    organ: 'police',
    opens: [{ rule: 'DL-010', owner: 'police' }],
    source: '公安机关办理行政案件程序规定165 (V；2026年治安管理处罚法待核对)',
  },
  'public-order-longer': {
    name: '治安案件办理期限延长',
    organ: 'police',
    closes: ['DL-010'],
    opens: [{ rule: 'DL-010', owner: 'police', variant: '经批准延长', from: 'due' }],
    source: '公安机关办理行政案件程序规定165 (V)',
  },
  'public-order-closed': {
    name: '治安案件办结',
    organ: 'police',
    closes: ['DL-010'],
    results: { PENALTY: '治安管理处罚', WARNING: '告诫或批评教育', NONE: '不予处罚', OTHER: '其他' },
    source: '公安机关办理行政案件程序规定165 (V)',
  },
  'procuratorial-advice': {
    name: '检察院提出检察建议',
    organ: 'procuratorate',
    opens: [{ rule: 'DL-011', owner: 'addressee' }],
    source: '未成年人保护法114 (V)',
  },
  'advice-answered': {
    name: '被建议单位已书面回复检察建议',
    organ: 'procuratorate',
    closes: ['DL-011'],
    source: '未成年人保护法114 (V)',
  },
  'revocation-filed': {
    name: '法院受理撤销监护人资格案件',
    organ: 'court',
    opens: [{ rule: 'DL-019', owner: 'desk' }],
    source: '民事诉讼法185、187 (V)',
  },
  'revocation-judged': {
    name: '法院作出撤销监护人资格判决',
    organ: 'court',
    closes: ['DL-019'],
    results: { GRANTED: '撤销', REFUSED: '不予撤销', WITHDRAWN: '准予撤回申请' },
    source: '民事诉讼法187；民法典36 (V)',
  },
  'adoption-announced': {
    name: '收养公告发布（查找不到生父母）',
    organ: 'civil_affairs',
    opens: [{ rule: 'DL-019b', owner: 'desk' }],
    source: '中国公民收养子女登记办法；民法典1105 (V)',
  },
  'adoption-announcement-ended': {
    name: '收养公告期满，已记录结果',
    organ: 'civil_affairs',
    closes: ['DL-019b'],
    results: { NOBODY: '无人认领', CLAIMED: '有人认领' },
    source: '中国公民收养子女登记办法 (V)',
  },
  'aid-applied': {
    name: '向法律援助机构提出申请',
    organ: 'justice',
    opens: [{ rule: 'DL-021', owner: 'justice' }],
    source: '法律援助法43 (V)',
  },
  'aid-decided': {
    name: '法律援助机构作出决定',
    organ: 'justice',
    closes: ['DL-021'],
    opens: [{ rule: 'DL-021', owner: 'justice', variant: '决定后指派', onResult: 'GRANTED' }],
    results: { GRANTED: '给予法律援助', REFUSED: '不予法律援助' },
    source: '法律援助法43 (V)',
  },
  'aid-needed': {
    name: '办案机关发现应当通知法律援助',
    organ: 'police',
    opens: [{ rule: 'DL-022', owner: 'police' }],
    source: '法律援助法36 (V)',
  },
  'aid-notified': {
    name: '已通知法律援助机构指派',
    organ: 'police',
    closes: ['DL-022'],
    opens: [{ rule: 'DL-022', owner: 'justice', variant: '收到通知后指派' }],
    source: '法律援助法36 (V)',
  },
  'aid-assigned': {
    name: '法律援助机构已指派律师',
    organ: 'justice',
    closes: ['DL-021', 'DL-022'],
    source: '法律援助法36、43 (V)',
  },
  // DL-023 has no number: the check is a record of its own, and a child without a defender starts the notice of DL-022.
  'defender-checked': {
    name: '核对：未成年人刑事案件有没有辩护人（必须有）',
    organ: 'police',
    opens: [{ rule: 'DL-022', owner: 'police', onResult: 'NONE' }],
    results: {
      PRESENT: '已有辩护人',
      NONE: '没有辩护人，需要通知指派',
      NOT_NEEDED: '孩子不是嫌疑人、被告人',
    },
    source: '刑事诉讼法278；法律援助法25 (V)；DL-023',
  },
  'bullying-inquiry': {
    name: '学校启动欺凌调查',
    organ: 'school',
    opens: [{ rule: 'DL-026', owner: 'school' }],
    source: '教督〔2017〕10号 (Vp)；未成年人保护法39',
  },
  'bullying-decided': {
    name: '学校作出欺凌认定',
    organ: 'school',
    closes: ['DL-026'],
    results: { NOT_BULLYING: '不属于欺凌', MINOR: '情节轻微', SEVERE: '严重欺凌，已报公安和教育部门' },
    source: '教督〔2017〕10号 (Vp)；未成年人保护法39',
  },
  'bullying-appealed': {
    name: '对欺凌认定提出申诉（教育部门收到）',
    organ: 'education',
    opens: [{ rule: 'DL-027', owner: 'education' }],
    source: '教督〔2017〕10号 (M9)',
  },
  'bullying-reviewed': {
    name: '教育部门作出欺凌复查结论',
    organ: 'education',
    closes: ['DL-027'],
    results: { UPHELD: '维持认定', CHANGED: '改变认定' },
    source: '教督〔2017〕10号 (M9)',
  },
  'parents-search': {
    name: '公安受理失联父母查找',
    organ: 'police',
    opens: [{ rule: 'DL-031', owner: 'police' }],
    source: '民发〔2020〕125号 (Vp)',
  },
  'parents-search-ended': {
    name: '公安出具失联父母查找情况回执',
    organ: 'police',
    closes: ['DL-031'],
    results: { FOUND: '已找到', NOT_FOUND: '没有找到' },
    source: '民发〔2020〕125号 (Vp)',
  },
  'unattended-applied': {
    name: '乡镇（街道）收到事实无人抚养儿童认定申请',
    organ: 'township',
    opens: [{ rule: 'DL-028', owner: 'township' }],
    source: '民发〔2019〕62号 (Vp)；domain §4.6.8',
  },
  'unattended-checked': {
    name: '乡镇（街道）完成事实无人抚养儿童查验',
    organ: 'township',
    closes: ['DL-028'],
    opens: [{ rule: 'DL-029', owner: 'civil_affairs', onResult: 'QUALIFIED' }],
    results: { QUALIFIED: '符合条件，已报县级民政', NOT_QUALIFIED: '不符合条件，已书面说明理由' },
    source: '民发〔2019〕62号 (Vp)；民发〔2020〕125号 (Vp)',
  },
  'unattended-decided': {
    name: '县级民政作出事实无人抚养儿童确认决定',
    organ: 'civil_affairs',
    closes: ['DL-029'],
    results: { CONFIRMED: '确认，从次月起发放', REFUSED: '不予确认，已书面说明理由' },
    source: '民发〔2019〕62号 (Vp)',
  },
  'orphan-received': {
    name: '县级民政收到孤儿认定材料',
    organ: 'civil_affairs',
    opens: [{ rule: 'DL-030', owner: 'civil_affairs', choices: ['全程合计', '最长'] }],
    source: '民政部门孤儿认定做法，期限按当地规定 (Vp)',
  },
  'orphan-decided': {
    name: '县级民政作出孤儿认定决定',
    organ: 'civil_affairs',
    closes: ['DL-030'],
    results: { RECOGNISED: '认定为孤儿', REFUSED: '不予认定，已书面说明理由' },
    source: '民政部门孤儿认定做法，期限按当地规定 (Vp)',
  },
  'recognition-ended': {
    name: '认定终止（次月停发）',
    organ: 'civil_affairs',
    results: {
      PARENT_BACK: '父母恢复抚养',
      TURNED_18: '年满18周岁',
      ADOPTED: '已被收养',
      DIED: '死亡',
      OTHER: '其他',
    },
    source: '民发〔2019〕62号 (Vp)；domain §4.6.8',
  },
} as const satisfies Record<string, ProceedingRule>;
export type ProceedingKind = keyof typeof PROCEEDINGS;

/** The step of a kind; undefined for an unknown one. */
export function findProceeding(kind: string): ProceedingRule | undefined {
  return Object.hasOwn(PROCEEDINGS, kind) ? PROCEEDINGS[kind as ProceedingKind] : undefined;
}

/** Roles that record what any organ did (代登记): many organs sit on networks of their own (design §9.6). */
const DESK_ROLES: ReadonlySet<string> = new Set(['intake_officer', 'civil_affairs']);

export interface Recorder {
  readonly role: string;
  readonly agencyKind: string;
}

/** How somebody may record a step: as the own organ's act, on behalf of the organ, or not at all. */
export function recordingOf(recorder: Recorder, organ: string): 'own' | 'on-behalf' | null {
  if (recorder.agencyKind === organ) return 'own';
  return DESK_ROLES.has(recorder.role) ? 'on-behalf' : null;
}

/** The further numbers a recorder may choose between, over all clocks of the step. */
export function choicesOf({ opens = [] }: ProceedingRule): readonly string[] {
  return opens.flatMap(({ choices = [] }) => choices);
}

/** The clocks a step starts, given its result. */
export function opensWith(
  { opens = [] }: ProceedingRule,
  result: string | undefined,
): readonly OpenedClock[] {
  return opens.filter(({ onResult }) => onResult === undefined || onResult === result);
}

export interface ProceedingForm {
  readonly happenedAt: string;
  readonly result?: string;
  readonly variant?: string;
  readonly addresseeAgencyId?: string;
  readonly person?: string;
}

/** What is wrong with the record of a step, by field. */
export function proceedingErrors(
  rule: ProceedingRule,
  form: ProceedingForm,
  recorder: Recorder,
  now: Date,
): FieldErrors {
  const recording = recordingOf(recorder, rule.organ);
  if (recording === null) return { kind: ['这一步不由您的单位办理，请联系区未保办受理员代登记'] };
  const errors: FieldErrors = { ...pastInstantErrors('happenedAt', form.happenedAt, now) };
  if (recording === 'on-behalf' && (form.person ?? '').trim() === '')
    errors.person = ['代登记请写明是对方单位的谁告知的'];
  if (rule.results !== undefined && !Object.hasOwn(rule.results, form.result ?? ''))
    errors.result = ['请选择结果'];
  if (rule.results === undefined && form.result !== undefined) errors.result = ['这一步没有结果可选，请去掉'];
  if (form.variant !== undefined && !choicesOf(rule).includes(form.variant))
    errors.variant = ['请从这一步可以选择的期限中选择'];
  if (opensWith(rule, form.result).some(({ from }) => from === 'start') && form.variant === undefined)
    errors.variant = ['请选择延长到多长'];
  if (rule.opens?.some(({ owner }) => owner === 'addressee') === true && form.addresseeAgencyId === undefined)
    errors.addresseeAgencyId = ['请选择检察建议发给哪个单位'];
  return errors;
}
