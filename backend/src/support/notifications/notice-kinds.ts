/** What a notice may say: never a name, a place or a fact. The number and the link lead to the record, behind its walls. */
export const NOTICE_TITLES = {
  'report.submitted': '有新的报告待受理',
  'report.added': '报告有补充材料',
  'report.screening': '有一份报告拟存查，待您复核',
  'report.screening-returned': '有一份报告不同意存查，已退回分诊',
  'report.retracted': '报告人标注撤回，请继续核实',
  'report.received': '您的报告已受理',
  'report.feedback': '您的报告有新的反馈',
  'report.matched': '有新的报告与您办理的个案有关',
  'case.report-linked': '有新的报告并入您办理的个案，请查看',
  'case.kept-apart': '同一个孩子的新报告另立了个案，请核对',
  'report.to-decide': '新线索待处理：请决定并入个案还是另立个案',
  'order.issued': '您有一条待签收的协办单',
  'order.letter': '有一份协作函待送达并登记回执',
  'order.accepted': '协办单已签收',
  'order.returned': '协办单被退回，请处理',
  'order.reissued': '协办单已改派',
  'order.recorded-on-behalf': '协办单已代登记',
  'order.finished': '协办单已办结，请查看回执',
  'order.urged': '催办：请尽快办理协办单',
  'order.progressed': '协办单有新的进展',
  'order.supervised': '督办：请立即办理协办单',
  'order.supervised-elsewhere': '督办：有一条协办单已督办，请跟进',
  'order.ruling-needed': '有一条协办单两次被退回，请裁定',
  'order.asked-again': '再次商请：请回复协作函',
  'order.lead-changed': '主办单位有变更，请查看协办单',
  'order.withdrawn': '一条协办单已撤回',
  'agency-notice.informed': '有一条告知，请知悉',
  'agency-notice.to-tell': '有单位不使用本系统，请代为告知并登记',
  'case.opened': '有新的个案待指派',
  'case.backstop': '有一个个案由您单位兜底办理，请查看',
  'case.assigned': '有一个个案指派给您',
  'case.emergency-opened': '有个案进入应急处置，请立即查看',
  'case.assessment-proposed': '有一份下调风险的评估待复核',
  'case.assessment-reviewed': '评估已复核，请查看结果',
  'case.urgency-changed': '个案的紧急程度有调整，请查看',
  'case.plan-proposed': '有一份帮扶方案待审核',
  'case.plan-approved': '帮扶方案已审核通过，请按方案开展服务',
  'case.plan-returned': '帮扶方案被退回，请修改',
  'case.plan-escalated': '帮扶复核建议升级处置，请查看',
  'case.closing-requested': '有个案申请结案，待审核',
  'case.closing-returned': '结案申请被退回，请补充',
  'case.closed': '个案已结案',
  'case.follow-up-alarm': '跟踪回访发现问题，请立即查看',
  'case.reopened': '个案重新办理，请查看',
  'case.frozen': '有一份档案被冻结，请立即查看并复核',
  'case.custody': '有个案的临时监护有变动，请查看',
  'case.placement': '有个案的安置有变动，请查看',
  'placement.received': '有一个孩子安置到您单位，请查看',
  'transfer.incoming': '有其他区县转来的个案，请接收或答复',
  'transfer.recalled': '其他区县撤回了转来的个案',
  'case.transfer': '有一个个案的转出有新进展',
  'case.guardianship-opened': '有个案启动监护干预',
  'measure.decided': '一项申请已有裁定或判决',
  'conference.convened': '有一次会商请您参加',
  'conference.cancelled': '一次会商已取消',
  'conference.concluded': '会商已有结论，请查看任务',
  'conference.task-done': '一项会商任务已完成',
  'watch.proposed': '有监测对象待核定',
  'watch.returned': '监测对象被退回，请补充',
  'watch.confirmed': '监测对象已核定，请按期走访',
  'watch.assigned': '有一名监测对象由您走访',
  'watch.carer-unfit': '有照护人被登记为不合适，请核实',
  'campaign.opened': '有新的排查任务',
  'campaign.submitted': '有村（社区）上报了排查，请核签',
  'campaign.returned': '排查登记被退回，请补充',
  'campaign.extended': '排查的截止日期有调整',
  'campaign.closed': '排查已结束',
  'duty.call': '紧急消息等您确认：您在值班，请立即查看',
  'duty.call-next': '紧急消息没有人确认，已转给您，请立即查看',
  'duty.call-all': '紧急消息没有人确认，请本单位任何一人立即查看',
  'duty.call-above': '紧急消息：您督导的单位没有人确认，请立即联系值班人员',
  'duty.call-district': '紧急消息一直没有人确认，请立即联系该单位，必要时接手',
  'deadline.remind': '有一项时限即将到期',
  'deadline.urge': '催办：有一项工作已到期',
  'deadline.supervise': '督办：有一项工作已超期',
  'deadline.escalated': '督办：您督导的单位有一项工作已超期',
} as const;
export type NoticeKind = keyof typeof NOTICE_TITLES;

/** U0 messages that somebody must confirm (design §9.1, DL-055): a report filed, an order or its letter, an emergency. */
const ALERT_KINDS: ReadonlySet<string> = new Set<NoticeKind>([
  'report.submitted',
  'order.issued',
  'order.letter',
  'case.emergency-opened',
]);

/** Whether a notice must be confirmed. */
export function isAlert(kind: string, urgency: string | undefined): boolean {
  return urgency === 'U0' && ALERT_KINDS.has(kind);
}

/** 督办, and an urgent message whose agency has nobody on duty. */
const AGENCY_CALLS: ReadonlySet<string> = new Set<NoticeKind>([
  'deadline.supervise',
  'deadline.escalated',
  'duty.call-all',
]);

/** Whether a notice also leaves the console: each call of a person by the ladder, each 督办 to an agency. */
export function callsOutside(notice: {
  readonly kind: string;
  readonly userId?: string;
  readonly alertId?: string;
}): boolean {
  return notice.userId === undefined ? AGENCY_CALLS.has(notice.kind) : notice.alertId !== undefined;
}

const FALLBACK = '您有一项工作有新的进展';

/** The title of a kind; a kind of an older version still says something. */
export function noticeTitle(kind: string): string {
  return Object.hasOwn(NOTICE_TITLES, kind) ? NOTICE_TITLES[kind as NoticeKind] : FALLBACK;
}

export type NoticeSubject =
  | 'report'
  | 'case'
  | 'work_order'
  | 'work_order_list'
  | 'agency_notice'
  | 'watch_item'
  | 'campaign'
  | 'campaign_sheet'
  | 'agency'
  | 'case_transfer'
  | 'duty_roster';

const PATHS: Readonly<Record<NoticeSubject, string>> = {
  report: '/reports',
  case: '/cases',
  work_order: '/work-orders',
  work_order_list: '/work-orders',
  agency_notice: '/agency-notices',
  watch_item: '/watch-items',
  campaign: '/campaigns',
  campaign_sheet: '/campaign-sheets',
  agency: '/agencies',
  case_transfer: '/case-transfers',
  duty_roster: '/duty',
};

/** The console's path of a record; of an agency's orders, its list: the one that is meant is out of its sight. */
export function linkTo(kind: NoticeSubject, id: string): string {
  return kind === 'work_order_list' ? PATHS[kind] : `${PATHS[kind]}/${id}`;
}
