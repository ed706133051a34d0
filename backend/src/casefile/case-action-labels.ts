import { CASE_ACTIONS } from './case.workflow';

const CASE_LABELS: Readonly<Record<string, string>> = {
  'case.opened': '已立案',
  ...Object.fromEntries(Object.entries(CASE_ACTIONS).map(([action, { done }]) => [`case.${action}`, done])),
};

/** What every entry of the action log is called on screen: cases, reports, orders and clocks. */
export const ACTION_LABELS: Readonly<Record<string, string>> = {
  ...CASE_LABELS,
  'case.report-linked': '新的报告已并入本案',
  'case.backstop': '承办单位暂无账号，已由上级兜底办理',
  'case.informed': '已告知有关单位',
  'case.informed-on-behalf': '已代为告知',
  'case.inform-withdrawn': '已撤回告知',
  'case.kept-apart': '同一个孩子的新报告另立个案',
  'case.attachment-added': '已添加附件',
  'case.attachment-withdrawn': '附件已撤回',
  'report.filed': '报告已提交',
  'report.received': '已受理',
  'report.triaged': '已分诊',
  'report.link-case': '已并入已有个案',
  'report.match-hidden': '已转受理中心其他人员办理',
  'report.added': '补充材料',
  'report.attachment-added': '已添加附件',
  'report.attachment-withdrawn': '附件已撤回',
  'report.police-recorded': '已登记报警',
  'report.record-filing': '已登记向主管部门备案',
  'report.retract': '报告人标注撤回',
  'report.answer-consult': '已答复咨询',
  'report.mark-duplicate': '已标为重复报告',
  'report.propose-screen-out': '已提出存查',
  'report.confirm-screen-out': '已同意存查',
  'report.return-screen-out': '不同意存查，已退回分诊',
  'report.revive': '已重新启用',
  'report.record-ticket': '已登记工单、信访进展',
  'report.transfer-out': '已移送，待对方接收',
  'report.confirm-transfer': '对方已接收',
  'report.refuse-transfer': '对方不接收，已退回',
  'report.feedback': '已反馈报告人',
  'report.reporter-disclosed': '查看报告人',
  'transfer.answered': '接收地已答复',
  'order.issued': '协办单已发出',
  'order.accepted': '已签收',
  'order.returned': '已退回',
  'order.finished': '已办结',
  'order.reissued': '已改派',
  'order.recorded-on-behalf': '代登记',
  'order.urged': '已催办',
  'order.attachment-added': '已添加附件',
  'order.attachment-withdrawn': '附件已撤回',
  'order.progressed': '已填报进展',
  'order.expected': '已登记预计办结',
  'order.handed-on': '已转派下级单位',
  'order.ruled': '已裁定承办单位',
  'order.supervised': '已督办',
  'order.asked-again': '已再次商请',
  'order.lead-changed': '已变更主办单位',
  'order.withdrawn': '已撤回协办单',
  'deadline.remind': '时限提醒',
  'deadline.urge': '时限催办',
  'deadline.supervise': '时限督办',
};

/** The label of an action; one that no table names is still shown, so that no entry of the log is lost to a reader. */
export function actionLabel(action: string): string {
  return ACTION_LABELS[action] ?? '其他记录';
}

/** Entries whose actor may be the reporter: name and unit stay sealed (反家庭暴力法 14; 未成年人保护法 11). */
export const SEALED_ACTOR_ACTIONS: ReadonlySet<string> = new Set([
  'report.filed',
  'report.added',
  'report.attachment-added',
  'report.attachment-withdrawn',
  'report.police-recorded',
  'report.record-filing',
  'report.retract',
]);
