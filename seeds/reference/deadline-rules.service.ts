/**
 * Deadlines of legal aid, schools, welfare, the 12345 hotline and data protection, with their articles; one row (孤儿认定) is
 * the practice of other cities and only a reference. `verified` says how far each was checked.
 */
import { any, days, fixed, hours, months, workingDays } from './deadline-ladders';
import { extra, NO_NUMBER, statutory } from './deadline-rows';
import type { DeadlineRule } from './types';

const HOTLINE_RULES = '河南省12345政务服务便民热线管理办法';

export const AID_AND_SCHOOL_RULES: readonly DeadlineRule[] = [
  statutory(['DL-021', '法律援助审查决定', '收到申请', any(days(7)), 'justice', '法律援助法第43条', 'V'], {
    further: [extra('决定后指派', days(3))],
  }),
  statutory(
    [
      'DL-022',
      '办案机关通知法律援助机构',
      '发现应当通知的情形',
      any(days(3)),
      'police',
      '法律援助法第36条',
      'V',
    ],
    {
      further: [extra('收到通知后指派', days(3))],
    },
  ),
  statutory(
    [
      'DL-023',
      '未成年人刑事案件法律援助',
      '案件进入诉讼',
      NO_NUMBER,
      'justice',
      '刑事诉讼法第278条；法律援助法第25条',
      'V',
    ],
    { note: '没有辩护人的必须指派，没有天数。' },
  ),
  statutory([
    'DL-024',
    '从业人员违法犯罪记录年度查询',
    '上一次查询',
    any(months(12)),
    'close_contact_unit',
    '未成年人保护法第62条',
    'V',
  ]),
  statutory([
    'DL-025',
    '外出父母与孩子联系',
    '上一次联系',
    any(fixed(days(7))),
    'guardian',
    '未成年人保护法第23条',
    'V',
  ]),
  statutory(['DL-026', '学生欺凌调查', '启动调查', any(days(10)), 'school', '教督〔2017〕10号', 'Vp']),
  statutory(['DL-027', '学生欺凌申诉复查', '收到申诉', any(days(15)), 'education', '教督〔2017〕10号', 'M9']),
  statutory(
    [
      'DL-032',
      '专门学校学生评估',
      '学期开始',
      NO_NUMBER,
      'specialised_education_committee',
      '预防未成年人犯罪法第46条',
      'V',
    ],
    { note: '每学期一次，按校历安排。' },
  ),
];

export const WELFARE_RULES: readonly DeadlineRule[] = [
  statutory([
    'DL-028',
    '事实无人抚养儿童查验',
    '乡镇（街道）收到申请',
    any(workingDays(15)),
    'township',
    '民发〔2019〕62号',
    'Vp',
  ]),
  statutory([
    'DL-029',
    '事实无人抚养儿童确认',
    '县级民政收到材料',
    any(workingDays(15)),
    'civil_affairs',
    '民发〔2019〕62号',
    'Vp',
  ]),
  statutory(
    [
      'DL-030',
      '孤儿认定',
      '县级民政收到材料',
      any(workingDays(15)),
      'civil_affairs',
      '河南省内有关市、湖南省做法',
      'Vp',
    ],
    {
      basis: 'reference',
      further: [extra('全程合计', workingDays(20)), extra('最长', workingDays(30))],
      note: '本地数字请按当地规定核定。',
    },
  ),
  statutory(['DL-031', '失联父母查找', '公安登记受理', any(months(6)), 'police', '民发〔2020〕125号', 'Vp']),
];

export const HOTLINE_AND_DATA_RULES: readonly DeadlineRule[] = [
  statutory(
    ['DL-034', '12345 工单派发、签收', '工单生成或派出', any(hours(24)), 'hotline', HOTLINE_RULES, 'Vp'],
    {
      further: [extra('紧急事项', hours(2))],
      note: '派发与签收各24小时，非工作时间可以顺加。',
    },
  ),
  statutory(
    ['DL-035', '12345 工单办理', '工单签收', any(workingDays(3)), 'order_holder', HOTLINE_RULES, 'Vp'],
    {
      further: [extra('求助、意见、建议', workingDays(5)), extra('投诉、举报', workingDays(10))],
      note: '咨询类3个工作日。',
    },
  ),
  statutory([
    'DL-036',
    '12345 重大紧急事项初步意见',
    '工单签收',
    any(hours(2)),
    'order_holder',
    HOTLINE_RULES,
    'Vp',
  ]),
  statutory(['DL-037', '信访受理告知', '收到信访事项', any(days(15)), 'order_holder', '信访条例', 'V'], {
    further: [extra('办理', days(60)), extra('办理延长', days(30)), extra('复查', days(30))],
  }),
  statutory(
    [
      'DL-038',
      '个人信息保护影响评估记录保存',
      '评估完成',
      NO_NUMBER,
      'data_processor',
      '个人信息保护法第56条',
      'V',
    ],
    { note: '至少保存三年，是保存期，不计到期。' },
  ),
  statutory([
    'DL-039',
    '未成年人个人信息合规审计',
    '上一次审计',
    any(months(12)),
    'data_processor',
    '未成年人网络保护条例第37条',
    'V',
  ]),
  statutory(
    [
      'DL-040',
      '网络日志留存',
      '日志产生',
      any(fixed(months(6))),
      'operator',
      '网络安全法（2016年第21条）',
      'V',
    ],
    {
      ladder: [],
      note: '至少六个月，是最短保存期，到期前不得删除；修订后的条序尚待核对。',
    },
  ),
  statutory(
    ['DL-041', '档案移交同级档案馆', '档案形成', NO_NUMBER, 'data_processor', '档案法实施条例第20条', 'V'],
    { note: '形成满十年移交，由档案工作安排。' },
  ),
  statutory(
    [
      'DL-050',
      '个人信息泄露补救和通知',
      '发现或可能发生泄露',
      NO_NUMBER,
      'security_officer',
      '个人信息保护法第57条；数据安全法第29条',
      'V',
    ],
    { note: '立即补救并通知，同时报告网信部门；没有小时数。' },
  ),
];
