/**
 * Deadlines that this system suggests (系统建议时限, D): they have no legal source and an administrator may change them.
 * Where the duty itself is law, `dutySource` names the article. Source: field practice of child-protection desks.
 */
import {
  any,
  byUrgency,
  callNext,
  days,
  fixed,
  hours,
  ladderOf,
  minutes,
  months,
  remind,
  remindAtDue,
  workingDays,
} from './deadline-ladders';
import type { DeadlineRule, Limits } from './types';

type Suggestion = Pick<DeadlineRule, 'id' | 'name' | 'startEvent' | 'ownerKind' | 'limits'> &
  Partial<DeadlineRule>;

function suggested(rule: Suggestion): DeadlineRule {
  return { basis: 'suggested', source: '系统建议', verified: 'D', ladder: ladderOf(rule.limits), ...rule };
}

const FIRST_REPORT: Limits = any(hours(2));

export const OPERATION_RULES: readonly DeadlineRule[] = [
  suggested({
    id: 'DL-001',
    name: '强制报告',
    startEvent: '报告义务人发现情况',
    limits: FIRST_REPORT,
    ownerKind: 'reporter_unit',
    dutySource: '未成年人保护法第11条第2款；强制报告意见第2条',
    note: '法律要求“立即”，没有数字；2小时是系统建议的提醒目标，不是宽限期。',
  }),
  suggested({
    id: 'DL-042',
    name: '首次见到孩子',
    startEvent: '个案开立',
    limits: byUrgency(hours(2), hours(24), hours(72), workingDays(10)),
    ownerKind: 'township',
  }),
  suggested({
    id: 'DL-043',
    name: '评估报告',
    startEvent: '评估环节开始',
    limits: byUrgency(fixed(days(0)), workingDays(3), workingDays(10), workingDays(20)),
    ownerKind: 'township',
    note: '紧急个案当日完成，节假日不顺延。',
  }),
  suggested({
    id: 'DL-044',
    name: '会商',
    startEvent: '评估报告完成',
    limits: any(workingDays(10)),
    ownerKind: 'civil_affairs',
  }),
  suggested({
    id: 'DL-045',
    name: '定期走访',
    startEvent: '上一次走访',
    limits: byUrgency(fixed(days(1)), days(7), days(30), days(90)),
    ownerKind: 'village',
    further: [
      { name: '监测对象·重点', limit: days(30) },
      { name: '监测对象·关注', limit: days(90) },
      { name: '监测对象·一般', limit: days(180) },
    ],
    dutySource: '未成年人保护法第43条（监测对象）',
    note: '紧急个案每日走访，节假日照常；中级每14至30日一次，按30日计。',
  }),
  suggested({
    id: 'DL-046',
    name: '跟踪回访',
    startEvent: '个案结案、孩子回到家庭或上一次回访',
    limits: any(days(7)),
    ownerKind: 'village',
    further: [
      { name: '第二次回访', limit: days(30) },
      { name: '其后每次回访', limit: days(90) },
    ],
    note: '结案后共6次：第7日、再过30日，其后每90日一次，共4次；没有见到孩子不算一次。',
  }),
  suggested({
    id: 'DL-047',
    name: '向报告人反馈',
    startEvent: '分诊完成',
    limits: any(workingDays(3)),
    ownerKind: 'intake',
    dutySource: '未成年人保护法第11条第3款',
    note: '反馈是法定义务，期限是系统建议；结案时另行反馈结果。',
  }),
  suggested({
    id: 'DL-048',
    name: '年满18周岁前的过渡安排',
    startEvent: '出生日期',
    limits: any(fixed(months(216))),
    ownerKind: 'township',
    ladder: [remind(days(180)), remind(days(90)), remind(days(30))],
    note: '提前180日提示制定过渡计划。',
  }),
  suggested({
    id: 'DL-049',
    name: '定期复核',
    startEvent: '帮扶方案生效、安置开始或上一次复核',
    limits: any(days(90)),
    ownerKind: 'township',
    further: [
      { name: '安置首次复核', limit: days(30) },
      { name: '安置复核', limit: days(90) },
    ],
    note: '帮扶方案每90日复核；安置30日内第一次复核，此后每90日一次，按约定的日期。',
  }),
  suggested({
    id: 'DL-051',
    name: '受理',
    startEvent: '报告提交',
    limits: byUrgency(minutes(15), hours(1), hours(4), workingDays(1)),
    ownerKind: 'intake',
    dutySource: '未成年人保护法第11条第3款',
    note: '分诊前按情形的默认紧急程度计算。',
  }),
  suggested({
    id: 'DL-052',
    name: '分诊',
    startEvent: '报告受理',
    limits: byUrgency(minutes(15), hours(2), workingDays(1), workingDays(2)),
    ownerKind: 'intake',
  }),
  suggested({
    id: 'DL-053',
    name: '协办单签收',
    startEvent: '协办单派出',
    limits: byUrgency(minutes(30), hours(4), workingDays(1), workingDays(2)),
    ownerKind: 'order_holder',
  }),
  suggested({
    id: 'DL-054',
    name: '区级裁定',
    startEvent: '第二次退回、管辖争议、申请转出或接收地答复，以及回访建议重新办理',
    limits: byUrgency(minutes(30), hours(2), workingDays(1), workingDays(1)),
    ownerKind: 'intake',
  }),
  suggested({
    id: 'DL-055',
    name: '确认紧急消息（未确认就转下一值班人）',
    startEvent: '紧急消息发出',
    limits: { U0: minutes(5) },
    ownerKind: 'duty_roster',
    ladder: [callNext(minutes(0)), callNext(minutes(5)), callNext(minutes(10))],
    note: '发出后第5分钟转下一值班人，第10分钟转带班领导和督导单位，第15分钟转区未保办和民政。到时即转，不另设提醒。',
  }),
  suggested({
    id: 'DL-056',
    name: '协作函再次商请',
    startEvent: '商请函、协作函送达法院或检察院',
    limits: any(workingDays(5)),
    ownerKind: 'applicant_side',
    ladder: [remindAtDue],
    note: '到时提示经办人再次商请，此后按约定时间；不催办、不督办。',
  }),
  suggested({
    id: 'DL-057',
    name: '重点时段排查',
    startEvent: '排查发布或退回补充',
    limits: any(fixed(days(90))),
    ownerKind: 'village',
    note: '到发布单位定的截止日期为止，最长90日；截止日期可以调整。',
  }),
];
