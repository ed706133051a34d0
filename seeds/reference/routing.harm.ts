/**
 * Routing of situations in which somebody harms the child or the child is in danger. Source: intake routing table and
 * co-handling table of practice; articles where the law fixes the duty.
 */
import { co, law, lead, must, notify, type Row } from './routing.rows';

/**
 * Sexual harm: only those who investigate, treat, place or defend the child see the case; no village, no township.
 * The school is one named contact; the education office gets a neutral notice; the disabled persons' federation is asked
 * only for a disabled child, and sees a number instead of a name.
 */
const SEXUAL_HARM: readonly Row[] = [
  lead('police', '立即受案，“一站式”询问取证并同步录音录像，依法立案侦查', { article: law.minors('112') }),
  must('procuratorate', '商请提前介入、引导取证，依法提起公诉并提出从业禁止建议', {
    article: law.minors('105'),
  }),
  co('health', '安排指定医疗机构检查救治、保存病历，提供心理危机干预', { article: law.opinion('7') }),
  co('justice', '指派熟悉未成年人身心特点的律师提供法律援助', { article: law.minors('104') }),
  co('civil_affairs', '评估监护状况，需要时安排临时安置和救助', { article: law.minors('111') }),
  co('shelter', '按民政部门的安排临时安置，照料孩子', { article: law.minors('93'), onlyIf: 'placement' }),
  co('disabled_federation', '提供沟通、康复等残疾支持，不询问孩子细节', { onlyIf: 'disability' }),
  co('social_work', '由受过专门训练的社工提供心理辅导和陪伴', { onlyIf: 'counselling' }),
  co('school', '由一名指定联系人配合保护隐私、保障就学，不询问孩子细节', { onlyIf: 'school' }),
  notify('education', '涉及学校，请督促学校履行报告和保密义务', { onlyIf: 'school' }),
];

const SELF_HARM: readonly Row[] = [
  lead('police', '立即出警处置现实危险，查明是否存在侵害'),
  must('hospital', '立即急救和诊治，如实书写并妥善保管病历', { article: law.opinion('7') }),
  must('health', '组织临床救治和精神卫生评估，开展心理危机干预', { article: law.minors('90') }),
  must('school', '第一时间看护孩子，及时告知无嫌疑的监护人，保留情况记录', {
    article: law.prevention('19'),
    onlyIf: 'school',
  }),
  must('education', '督促学校落实心理危机干预和校内保护措施', {
    article: law.minors('90'),
    onlyIf: 'school',
  }),
  co('township', '协助落实看护责任，跟进家庭情况'),
  co('village', '协助看护，发现异常立即报告', { onlyIf: 'village_safe' }),
  co('women_federation', '提供家庭支持和家庭教育指导'),
  co('youth_league', '通过 12355 提供心理支持'),
  co('social_work', '提供持续的心理辅导和个案服务'),
  notify('civil_affairs', '请关注监护状况，需要时启动评估'),
];

export const HARM_ROUTING = {
  MR1: SEXUAL_HARM,
  MR2: SEXUAL_HARM,
  MR3: SEXUAL_HARM,
  MR4: [
    lead('police', '立即出警制止侵害、询问取证、协助就医，依法告诫、处罚或立案', {
      article: law.violence('15'),
    }),
    must('shelter', '接收并照料孩子，开展教育辅导和调查评估', {
      article: law.violence('18'),
      onlyIf: 'placement',
    }),
    co('civil_affairs', '安排安置庇护，评估监护状况，他人不申请时依法申请撤销监护人资格', {
      article: law.civil('36'),
    }),
    co('township', '实地查看安全处境，参与评估，建立个案'),
    co('women_federation', '提供家庭教育指导，需要时代为申请人身安全保护令', { article: law.violence('23') }),
    co('health', '组织医疗救治、伤情检查，保存病历', { article: law.opinion('7'), onlyIf: 'injury' }),
    co('justice', '受理法律援助申请，不审查经济困难条件', { article: law.aid('32'), onlyIf: 'legal_aid' }),
    co('court', '商请依法及时审查人身安全保护令申请', {
      article: law.violence('28'),
      onlyIf: 'protection_order',
    }),
    co('procuratorate', '商请开展立案监督，视情督促监护或支持起诉', {
      article: law.minors('106'),
      onlyIf: 'severe',
    }),
    co('school', '留心观察孩子状况，保障就学，不惊动疑似侵害人', { onlyIf: 'school' }),
    co('disabled_federation', '提供残疾儿童康复和照护支持', { onlyIf: 'disability' }),
    co('youth_league', '通过 12355 提供心理支持'),
    co('social_work', '受委托提供心理辅导和家庭支持'),
    notify('education', '请关注孩子就学和转学需要', { onlyIf: 'school' }),
    notify('village', '请留意孩子安全，发现异常立即报告公安', { onlyIf: 'village_safe' }),
  ],
  MR5: SELF_HARM,
  PSY_CRISIS: SELF_HARM,
  MR6: [
    lead('township', '立即到现场查看，落实临时照料，查明监护情况'),
    must('police', '查找监护人，调查是否涉嫌遗弃犯罪', { article: law.minors('96') }),
    must('civil_affairs', '依法决定临时监护，安排安置', { article: law.minors('92') }),
    must('shelter', '收留抚养，做好健康检查和照料', { article: law.minors('93'), onlyIf: 'placement' }),
    co('village', '安排必要的临时生活照料', { article: law.civil('34'), onlyIf: 'village_safe' }),
    co('health', '安排体检和救治', { onlyIf: 'injury' }),
    co('women_federation', '对监护人批评教育、劝诫制止', { article: law.family('48') }),
    co('justice', '为监护权诉讼提供法律援助', { article: law.aid('32'), onlyIf: 'legal_aid' }),
    co('disabled_federation', '提供康复和照护支持', { onlyIf: 'disability' }),
    co('social_work', '受委托提供照料支持和心理辅导'),
    notify('education', '请关注孩子就学和学籍', { onlyIf: 'school' }),
  ],
  MR7: [
    lead('police', '立即立案、快速查找，采集比对信息，查明来源'),
    must('civil_affairs', '查找不到监护人的依法临时监护并发布寻亲公告', {
      article: law.minors('92'),
      onlyIf: 'no_guardian',
    }),
    co('shelter', '收留照料，做好健康检查', { onlyIf: 'placement' }),
    co('health', '核查出生登记信息，安排体检'),
    co('township', '协助摸排线索，核对户籍和居住情况'),
    co('school', '提供考勤和在校情况记录', { onlyIf: 'school' }),
    co('justice', '提供法律援助', { article: law.aid('32'), onlyIf: 'legal_aid' }),
  ],
  MR8: [
    lead('police', '解救孩子，查处组织乞讨行为，查明身份和监护人', { article: law.minors('54') }),
    must('civil_affairs', '协调救助安置和寻亲返乡，依法决定临时监护', { article: law.minors('92') }),
    must('shelter', '接收救助，照料孩子', { article: law.minors('93'), onlyIf: 'placement' }),
    co('township', '落实返乡后的跟进和源头治理'),
    co('education', '安排复学', { onlyIf: 'school' }),
    co('health', '安排体检和传染病筛查', { onlyIf: 'injury' }),
    co('social_work', '受委托提供心理辅导和回归支持'),
    notify('school', '请做好返校准备', { onlyIf: 'school' }),
  ],
  MR9: [
    lead('intake', '分诊核实内容，确定主办单位并改派'),
    must('police', '对正在发生或涉嫌违法犯罪的侵害立即受理处置', {
      article: law.opinion('8'),
      onlyIf: 'severe',
    }),
  ],
  BULLYING: [
    lead('school', '立即制止，通知双方监护人参与认定处理，十日内完成调查', { article: law.minors('39') }),
    must('education', '督促指导学校处置，受理申诉复查', { article: law.minors('39') }),
    co('police', '对严重欺凌依法处置', { article: '治安管理处罚法（2025修订）第60条', onlyIf: 'severe' }),
    co('procuratorate', '商请视情制发检察建议', { onlyIf: 'severe' }),
    co('women_federation', '为双方家庭提供家庭教育指导'),
    co('youth_league', '通过 12355 提供心理支持'),
    co('social_work', '为双方孩子提供心理辅导和行为干预'),
    co('justice', '提供法律援助', { onlyIf: 'legal_aid' }),
    co('disabled_federation', '为残疾孩子提供支持', { onlyIf: 'disability' }),
    notify('civil_affairs', '请关注监护状况'),
    notify('township', '请关注孩子及家庭'),
    notify('village', '请关注孩子及家庭', { onlyIf: 'village_safe' }),
  ],
  STAFF_HARM: [
    lead('police', '立即受案、固定证据，控制现实危险，依法立案', { article: law.minors('112') }),
    must('procuratorate', '商请提前介入，提出从业禁止建议', { article: law.minors('105') }),
    co('education', '督促停止涉事人员接触学生，核查入职查询，保障就学', { article: law.minors('62') }),
    co('health', '组织检查救治，保存病历', { article: law.opinion('7'), onlyIf: 'injury' }),
    co('justice', '提供法律援助', { article: law.aid('43'), onlyIf: 'legal_aid' }),
    co('civil_affairs', '评估救助需要', { article: law.minors('111') }),
    co('social_work', '由受过专门训练的社工提供心理辅导', { onlyIf: 'counselling' }),
  ],
  ONLINE: [
    lead('police', '受理调查，固定电子证据，会同网信部门处置违法信息', {
      article: '未成年人网络保护条例第38条',
    }),
    co('school', '制止网络欺凌，保护孩子隐私，配合调查', { onlyIf: 'school' }),
    co('education', '督促学校做好保护和网络素养教育', { onlyIf: 'school' }),
    co('procuratorate', '商请视情提起公益诉讼', { article: law.minors('106'), onlyIf: 'severe' }),
    co('justice', '提供法律援助', { onlyIf: 'legal_aid' }),
    co('women_federation', '提供家庭教育指导'),
    co('youth_league', '提供心理支持和网络素养辅导'),
    co('social_work', '提供心理辅导和网络沉迷干预'),
    notify('civil_affairs', '请关注监护状况'),
    notify('township', '请关注孩子及家庭'),
    notify('village', '请关注孩子及家庭', { onlyIf: 'village_safe' }),
  ],
  CHILD_LABOUR: [
    lead('hotline', '转人社、市场监管或文旅部门查处，并回收办理结果'),
    co('police', '对涉嫌违法犯罪的依法处置', { onlyIf: 'severe' }),
  ],
} as const satisfies Record<string, readonly Row[]>;
