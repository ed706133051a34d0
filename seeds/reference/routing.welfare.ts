/**
 * Routing of situations of need: care, schooling, poverty, behaviour, advice. Source: intake routing table and co-handling
 * table of practice; articles where the law fixes the duty.
 */
import { co, law, lead, must, notify, type Row } from './routing.rows';

/** Local checks that the co-handling table gives to township and village for every case of economic need. */
const LOCAL_CHECK: readonly Row[] = [
  must('township', '受理并查验家庭情况，按时限上报'),
  must('village', '主动排查，协助或代为提出申请'),
];

/** Who helps a family in economic need, disability or illness beside the office that decides. */
const CARE_AROUND: readonly Row[] = [
  co('women_federation', '提供关爱帮扶'),
  co('social_work', '链接社会资源'),
];

export const WELFARE_ROUTING = {
  PSY_SUPPORT: [
    lead('youth_league', '通过 12355 接听疏导，必要时转接 12356'),
    co('school', '由心理教师跟进辅导', { article: law.minors('90'), onlyIf: 'school' }),
    co('social_work', '提供心理疏导和陪伴'),
  ],
  FAMILY_EDUCATION: [
    lead('women_federation', '由家庭教育指导服务机构提供指导', { article: law.family('48') }),
    co('school', '配合开展家校沟通', { onlyIf: 'school' }),
  ],
  CUSTODY_DISPUTE: [
    lead('justice', '提供法律咨询和调解，符合条件的给予法律援助'),
    co('court', '商请在审理抚养、监护案件时听取孩子意见', { article: law.minors('107') }),
    co('civil_affairs', '指导落实委托照护或临时监护', { article: law.civil('31') }),
    co('village', '参与调解，监督委托照护', { article: law.minors('43'), onlyIf: 'village_safe' }),
  ],
  DROPOUT: [
    lead('education', '组织劝返复学，办理转学、学籍或送教上门', { article: law.minors('83') }),
    must('school', '登记并劝返，劝返无效的书面报告教育部门', { article: law.minors('28') }),
    co('township', '协助入户劝返'),
    co('village', '协助入户劝返，了解家庭困难'),
    co('civil_affairs', '核查是否需要救助保障'),
    co('women_federation', '督促监护人履行教育责任', { article: law.family('48') }),
    co('youth_league', '提供结对帮扶'),
    co('disabled_federation', '提供康复和辅助支持', { onlyIf: 'disability' }),
    co('social_work', '提供学业和心理支持'),
  ],
  HUKOU: [
    lead('police', '依法办理出生登记和户口登记'),
    co('civil_affairs', '出具收养、监护等证明材料，协调解决困难'),
  ],
  POVERTY: [
    lead('civil_affairs', '审核低保、特困、临时救助、孤儿或事实无人抚养儿童保障', {
      article: law.minors('91'),
    }),
    ...LOCAL_CHECK,
    must('disabled_federation', '办理残疾儿童康复救助', { onlyIf: 'disability' }),
    co('education', '落实教育资助', { onlyIf: 'school' }),
    ...CARE_AROUND,
  ],
  DISABILITY: [
    lead('disabled_federation', '受理康复救助申请，安排定点机构和辅具'),
    must('civil_affairs', '审核生活和照护保障', { article: law.minors('91') }),
    ...LOCAL_CHECK,
    co('health', '组织筛查诊断，共享残疾信息', { article: '残疾预防和残疾人康复条例第14条' }),
    co('education', '安排融合教育或送教上门', { onlyIf: 'school' }),
    ...CARE_AROUND,
  ],
  ILLNESS: [
    lead('civil_affairs', '会同医保部门落实医疗救助和生活保障', { article: law.minors('91') }),
    ...LOCAL_CHECK,
    must('disabled_federation', '办理残疾儿童康复救助', { onlyIf: 'disability' }),
    co('health', '协调诊治'),
    co('education', '落实教育资助，需要时送教上门', { onlyIf: 'school' }),
    ...CARE_AROUND,
  ],
  VAGRANCY: [
    lead('police', '告知救助政策，护送至救助机构，查找监护人', { article: law.prevention('36') }),
    must('civil_affairs', '协调救助、寻亲和返乡，依法决定临时监护', { article: law.minors('92') }),
    must('shelter', '接收救助，健康检查和照料', { article: law.minors('93') }),
    co('education', '安排复学', { onlyIf: 'school' }),
    co('health', '安排体检和传染病筛查', { onlyIf: 'injury' }),
    co('township', '落实返乡后的跟进'),
    co('social_work', '提供心理辅导和回归支持'),
    notify('school', '请做好返校准备', { onlyIf: 'school' }),
  ],
  GUARDIAN_ABSENT: [
    lead('civil_affairs', '安排临时生活照料，依法决定临时监护', { article: law.civil('34') }),
    must('police', '采取强制措施时询问未成年子女情况并及时通知'),
    must('township', '到现场核实，落实临时照料'),
    must('village', '第一时间照料孩子并报告', { article: law.civil('34') }),
    must('shelter', '收留照料', { article: law.minors('93'), onlyIf: 'placement' }),
    must('emergency_management', '发现监护缺失的孩子及时通报民政部门', { onlyIf: 'emergency_event' }),
    co('education', '保障就学', { onlyIf: 'school' }),
    co('women_federation', '提供关爱帮扶'),
    co('disabled_federation', '提供康复和照护支持', { onlyIf: 'disability' }),
    co('social_work', '提供照料支持和心理辅导'),
    notify('school', '请保障就学并保护隐私', { onlyIf: 'school' }),
  ],
  MISCONDUCT: [
    lead('school', '采取管理教育措施，及时告知监护人', { article: law.prevention('31') }),
    must('police', '制止并依法采取矫治教育措施', { article: law.prevention('41') }),
    must('education', '受理专门教育申请，组织评估和决定', { article: law.prevention('43') }),
    co('village', '劝阻制止，督促监护人', { article: law.prevention('30') }),
    co('procuratorate', '商请开展分级干预和帮教', { onlyIf: 'severe' }),
    co('justice', '参与专门矫治教育', { article: law.prevention('45'), onlyIf: 'severe' }),
    co('civil_affairs', '对流落街头的孩子安排救助', { article: law.prevention('36'), onlyIf: 'placement' }),
    co('shelter', '接收流落街头的孩子', { article: law.prevention('36'), onlyIf: 'placement' }),
    co('township', '协调家庭和社区帮教'),
    co('women_federation', '提供家庭教育指导', { article: law.family('49') }),
    co('youth_league', '组织帮教和社工服务'),
    co('social_work', '提供心理辅导和行为干预', { article: law.prevention('41') }),
  ],
  CONSULT: [lead('hotline', '当场答复并登记')],
  OUT_OF_SCOPE: [lead('hotline', '带记录转接 12345 或有权处理的单位')],
} as const satisfies Record<string, readonly Row[]>;
