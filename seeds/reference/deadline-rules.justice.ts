/**
 * Deadlines of police, procuratorate, court and guardianship, with their articles. Numbers stay editable, because several
 * texts were revised in 2026. `verified` says how far each was checked.
 */
import {
  any,
  days,
  fixed,
  hours,
  months,
  remind,
  remindAtDue,
  warnings,
  workingDays,
} from './deadline-ladders';
import { extra, statutory } from './deadline-rows';
import type { DeadlineRule } from './types';

const CRIMINAL = '公安机关办理刑事案件程序规定';
/** Its article numbers come from memory (M9): the client must confirm them. */
const WARD_OPINION = '法发〔2014〕24号';

export const POLICE_RULES: readonly DeadlineRule[] = [
  statutory([
    'DL-002',
    '不属本机关管辖的移送',
    '公安机关接受报案',
    any(hours(24)),
    'police',
    `${CRIMINAL}第175条`,
    'V',
  ]),
  statutory(
    ['DL-003', '刑事立案审查', '公安机关受案', any(days(3)), 'police', '公安部接报案与立案工作规定', 'Vp'],
    {
      further: [extra('线索需要查证', days(7)), extra('重大疑难复杂，经批准', days(30))],
    },
  ),
  statutory([
    'DL-004',
    '不予立案通知书送达控告人',
    '决定不予立案',
    any(days(3)),
    'police',
    `${CRIMINAL}第178条`,
    'V',
  ]),
  statutory([
    'DL-005',
    '控告人申请复议',
    '收到不予立案通知书',
    any(days(7)),
    'complainant',
    `${CRIMINAL}第179条`,
    'V',
  ]),
  statutory(
    ['DL-006', '不予立案复议决定', '收到复议申请', any(days(30)), 'police', `${CRIMINAL}第179条`, 'V'],
    {
      further: [extra('延长', days(30))],
    },
  ),
  statutory(
    ['DL-007', '行政机关移送案件审查', '收到移送案件', any(days(3)), 'police', `${CRIMINAL}第180条`, 'V'],
    {
      further: [extra('通知补充材料', hours(24)), extra('补充材料', days(3))],
    },
  ),
  statutory([
    'DL-008',
    '说明不立案理由',
    '收到检察院要求',
    any(days(7)),
    'police',
    `${CRIMINAL}第182条`,
    'V',
  ]),
  statutory([
    'DL-009',
    '依检察院通知立案',
    '收到通知立案书',
    any(days(15)),
    'police',
    `${CRIMINAL}第182条`,
    'V',
  ]),
  statutory(
    [
      'DL-010',
      '治安案件办结',
      '治安案件受案',
      any(days(30)),
      'police',
      '公安机关办理行政案件程序规定第165条',
      'V',
    ],
    {
      further: [extra('经批准延长', days(30))],
      note: '2026年施行的治安管理处罚法条文尚待核对。',
    },
  ),
  statutory([
    'DL-011',
    '检察建议书面回复',
    '收到检察建议',
    any(months(1)),
    'addressed_unit',
    '未成年人保护法第114条',
    'V',
  ]),
  statutory([
    'DL-012',
    '向救助机构提供案件情况说明',
    '孩子护送交接',
    any(workingDays(5)),
    'police',
    `${WARD_OPINION}第13条`,
    'M9',
  ]),
];

export const CUSTODY_RULES: readonly DeadlineRule[] = [
  statutory([
    'DL-013',
    '监护人领回孩子',
    '领回通知送达',
    any(days(3)),
    'civil_affairs',
    `${WARD_OPINION}第19条`,
    'M9',
  ]),
  statutory(
    [
      'DL-014',
      '临时监护一般不超过一年',
      '临时监护开始',
      any(fixed(months(12))),
      'civil_affairs',
      `${WARD_OPINION}第15条`,
      'M9',
    ],
    {
      ladder: warnings(days(185), days(95), days(35)),
      note: '第180、270、330日提示；满一年须有会商记录，不自动终止。',
    },
  ),
  statutory([
    'DL-015',
    '人身安全保护令（一般）',
    '法院受理申请',
    any(hours(72)),
    'court',
    '反家庭暴力法第28条',
    'V',
  ]),
  statutory([
    'DL-016',
    '人身安全保护令（紧急）',
    '法院受理申请',
    any(hours(24)),
    'court',
    '反家庭暴力法第28条',
    'V',
  ]),
  statutory(
    [
      'DL-017',
      '保护令有效期届满',
      '保护令作出',
      any(fixed(months(6))),
      'applicant_side',
      '反家庭暴力法第30条',
      'V',
    ],
    {
      ladder: [remind(days(30)), remind(days(15)), remind(days(7)), remindAtDue],
      note: '不超过六个月，以裁定载明的日期为准；失效前可申请延长，节假日不顺延。',
    },
  ),
  statutory(['DL-018', '保护令复议申请', '裁定生效', any(days(5)), 'party', '反家庭暴力法第31条', 'V']),
  statutory(
    ['DL-019', '撤销监护人资格判决', '法院立案', any(days(30)), 'court', '民事诉讼法第185条、第187条', 'V'],
    {
      note: '特别程序，一审终审；经院长批准可以延长。',
    },
  ),
  statutory([
    'DL-019b',
    '查找不到生父母的收养公告',
    '公告发布',
    any(days(60)),
    'civil_affairs',
    '中国公民收养子女登记办法',
    'V',
  ]),
  statutory(
    ['DL-020', '申请恢复监护人资格', '撤销判决生效', any(months(12)), 'party', `${WARD_OPINION}第38条`, 'M9'],
    {
      further: [extra('最早可以申请', months(3))],
      note: '判决之日起三个月至一年内提出；民法典第38条未设期间。',
    },
  ),
  statutory(
    [
      'DL-033',
      '拒不履行监护职责满六个月',
      '最近一次履职',
      any(fixed(months(6))),
      'civil_affairs',
      `${WARD_OPINION}第35条`,
      'Vp',
    ],
    {
      ladder: [remind(days(33)), remindAtDue],
      note: '约第150日提示；满六个月是申请撤销监护人资格的情形之一。',
    },
  ),
];
