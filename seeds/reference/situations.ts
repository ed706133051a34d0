/**
 * What a report can be about. MR1–MR9 are the nine situations of art 4 of the 关于建立侵害未成年人案件强制报告制度的意见(试行)
 * (2020), word for word. The others are the subtypes of the intake routing table and the situations of the co-handling
 * table that have no code among the nine. Urgencies are suggestions (D); where practice gives two, the more urgent one is
 * the default.
 */
import type { HotlineCategory, Situation, Urgency, Verified } from './types';

const OPINION = '关于建立侵害未成年人案件强制报告制度的意见（试行）第4条';

function statutory(item: number, name: string, text: string, defaultUrgency: Urgency): Situation {
  const policeRequired = item <= 8;
  return {
    code: `MR${item}`,
    name,
    text,
    category: 'C2',
    mandatory: true,
    policeRequired,
    defaultUrgency,
    channelOut: policeRequired ? '先拨110（三方通话），再登记' : '由分诊人员决定',
    source: `${OPINION}第（${'一二三四五六七八九'.charAt(item - 1)}）项`,
    verified: 'V',
  };
}

type Subtype = [
  code: string,
  category: HotlineCategory,
  defaultUrgency: Urgency,
  name: string,
  text: string,
  channelOut: string,
  source: string,
  verified: Verified,
];

function subtype(...row: Subtype): Situation {
  const [code, category, defaultUrgency, name, text, channelOut, source, verified] = row;
  const flags = { mandatory: MANDATORY.has(code), policeRequired: POLICE.has(code) };
  return { code, name, text, category, ...flags, defaultUrgency, channelOut, source, verified };
}

/** 未保法 art 40: schools may not hide staff harm and report it at once; bullying only when severe (art 39). */
const MANDATORY: ReadonlySet<string> = new Set(['STAFF_HARM']);
/** Subtypes whose first channel is 110 or the network police. */
const POLICE: ReadonlySet<string> = new Set(['STAFF_HARM', 'ONLINE', 'PSY_CRISIS']);

/** Every situation code a report or a work order may carry. */
export const SITUATIONS: readonly Situation[] = [
  statutory(1, '隐私部位非正常损伤', '未成年人的生殖器官或隐私部位遭受或疑似遭受非正常损伤的', 'U0'),
  statutory(
    2,
    '不满14周岁女童性侵、怀孕、流产',
    '不满十四周岁的女性未成年人遭受或疑似遭受性侵害、怀孕、流产的',
    'U0',
  ),
  statutory(
    3,
    '14周岁以上女性性侵致孕、流产',
    '十四周岁以上女性未成年人遭受或疑似遭受性侵害所致怀孕、流产的',
    'U0',
  ),
  statutory(
    4,
    '多处损伤、疑似家暴虐待',
    '未成年人身体存在多处损伤、严重营养不良、意识不清，存在或疑似存在受到家庭暴力、欺凌、虐待、殴打或者被人麻醉等情形的',
    'U0',
  ),
  statutory(
    5,
    '自杀自残等非正常伤亡',
    '未成年人因自杀、自残、工伤、中毒、被人麻醉、殴打等非正常原因导致伤残、死亡情形的',
    'U0',
  ),
  statutory(6, '遗弃或长期无人照料', '未成年人被遗弃或长期处于无人照料状态的', 'U0'),
  statutory(7, '来源不明、失踪、被拐卖', '发现未成年人来源不明、失踪或者被拐卖、收买的', 'U0'),
  statutory(8, '被组织乞讨', '发现未成年人被组织乞讨的', 'U1'),
  statutory(
    9,
    '其他严重侵害或现实危险',
    '其他严重侵害未成年人身心健康的情形或未成年人正在面临不法侵害危险的',
    'U1',
  ),
  subtype(
    'BULLYING',
    'C2',
    'U1',
    '学生欺凌',
    '学生之间，一方蓄意或者恶意通过肢体、语言及网络等手段实施欺压、侮辱，造成另一方人身伤害、财产损失或者精神损害的行为；严重的须及时报告公安机关和教育行政部门',
    '教育部门',
    '未成年人保护法第39条、第130条',
    'V',
  ),
  subtype(
    'STAFF_HARM',
    'C2',
    'U0',
    '教职员工侵害',
    '学校、幼儿园等单位的教职员工对未成年人实施或疑似实施性侵害、性骚扰、虐待、暴力等侵害行为',
    '先拨110（三方通话），再登记',
    '未成年人保护法第27条、第40条',
    'V',
  ),
  subtype(
    'ONLINE',
    'C2',
    'U1',
    '网络侵害',
    '通过网络对未成年人实施欺凌、诱骗、隔空猥亵、泄露隐私、诈骗等侵害',
    '公安网安部门',
    '未成年人网络保护条例第38条',
    'V',
  ),
  subtype(
    'CHILD_LABOUR',
    'C2',
    'U2',
    '童工、违规经营',
    '招用童工，或向未成年人出售烟酒、彩票，营业性娱乐场所、网吧等违规接待未成年人',
    '12345 转人社、市场监管、文旅部门',
    '受理转办分类',
    'D',
  ),
  subtype(
    'PSY_CRISIS',
    'C3',
    'U0',
    '心理危机（有现实危险）',
    '未成年人有自杀、自残计划或行为，或精神状态异常、有现实人身危险',
    '110/120；12356 心理援助热线',
    '未成年人保护法第90条；预防未成年人犯罪法第19条',
    'V',
  ),
  subtype(
    'PSY_SUPPORT',
    'C3',
    'U3',
    '心理疏导',
    '未成年人情绪困扰、人际或学习压力，没有现实人身危险，需要倾听和疏导',
    '12355、12356（陪同转接）',
    '受理转办分类',
    'D',
  ),
  subtype(
    'FAMILY_EDUCATION',
    'C4',
    'U3',
    '家庭教育与亲子关系',
    '监护人需要家庭教育指导，或亲子关系紧张，没有侵害迹象',
    '12338',
    '家庭教育促进法第30条、第48条',
    'V',
  ),
  subtype(
    'CUSTODY_DISPUTE',
    'C4',
    'U3',
    '监护委托与抚养纠纷',
    '委托照护、离异抚养、探望等监护事项的争议或咨询',
    '12348 法律援助',
    '未成年人保护法第22条至第24条',
    'V',
  ),
  subtype(
    'DROPOUT',
    'C4',
    'U2',
    '控辍保学',
    '适龄未成年人辍学、失学，或转学、学籍办理遇到困难',
    '教育部门',
    '未成年人保护法第28条、第83条',
    'V',
  ),
  subtype(
    'HUKOU',
    'C4',
    'U3',
    '户口登记',
    '未成年人没有户口，或出生登记、户口迁移遇到困难',
    '公安户籍窗口',
    '受理转办分类',
    'D',
  ),
  subtype(
    'POVERTY',
    'C5',
    'U2',
    '生活困难',
    '未成年人家庭生活困难，或可能符合低保、特困、临时救助、孤儿、事实无人抚养儿童保障条件',
    '民政部门',
    '未成年人保护法第91条',
    'V',
  ),
  subtype(
    'DISABILITY',
    'C5',
    'U3',
    '残疾康复',
    '残疾或疑似残疾未成年人需要筛查、康复、辅具或照料支持',
    '残联',
    '残疾预防和残疾人康复条例第14条',
    'V',
  ),
  subtype(
    'ILLNESS',
    'C5',
    'U2',
    '大病医疗',
    '未成年人患大病、重病，家庭难以承担治疗费用',
    '医保、民政部门',
    '受理转办分类',
    'D',
  ),
  subtype(
    'VAGRANCY',
    'C2',
    'U1',
    '流浪乞讨',
    '未成年人流浪、乞讨或流落街头，暂时查找不到监护人',
    '公安护送至救助机构',
    '未成年人保护法第92条第（一）项；城市生活无着的流浪乞讨人员救助管理办法第5条',
    'V',
  ),
  subtype(
    'GUARDIAN_ABSENT',
    'C2',
    'U1',
    '监护缺失',
    '监护人被羁押、死亡、失联、住院隔离或遇突发事件，未成年人没有其他人照料',
    '村（居）委会、民政部门',
    '未成年人保护法第92条第（三）项；民法典第34条第4款',
    'V',
  ),
  subtype(
    'MISCONDUCT',
    'C4',
    'U2',
    '不良行为',
    '未成年人有不良行为或严重不良行为，需要管理教育、矫治教育或专门教育',
    '学校、公安机关、教育部门',
    '预防未成年人犯罪法第28条、第38条',
    'V',
  ),
  subtype(
    'CONSULT',
    'C1',
    'U3',
    '政策咨询',
    '咨询未成年人保护政策和办事程序',
    '当场答复',
    '受理转办分类',
    'D',
  ),
  subtype(
    'OUT_OF_SCOPE',
    'C6',
    'U3',
    '非本职责事项',
    '不属于未成年人保护的事项，或成年人事务',
    '12345（带记录转接）',
    '受理转办分类',
    'D',
  ),
];
