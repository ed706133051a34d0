import { caseEnded, type CaseFacts, emergencyOpen } from './case-facts';
import type { CaseActions } from './case-table';

/** Leaving the district's care for a reason that ends the risk question itself (domain.md §3.3, CLOSED). */
const RISK_FREE_REASONS = new Set(['TURNED_18', 'MOVED', 'DIED']);
/** The child stays where it was placed, and the case closes all the same (未成年人保护法 94–95). */
const PLACED_FOR_GOOD = new Set(['LONG_TERM_CUSTODY', 'ADOPTED', 'DIED']);

function mayRequestClosing(facts: CaseFacts): string | null {
  if (emergencyOpen(facts)) return '应急处置尚未结束，请先结束应急。';
  if (facts.latestRisk === null) return '还没有评估，请先完成评估。';
  if (facts.assessmentProposedBy !== null) return '有一份评估等待复核，请先复核，再申请结案。';
  if (facts.openOrders > 0) return `还有 ${facts.openOrders} 张协办单没有办结，请等待办结或催办。`;
  if (facts.openServices > 0) return `还有 ${facts.openServices} 项帮扶服务没有完成，请先完成。`;
  if (facts.conferenceOpen) return '会商还没有结论，请先登记结论。';
  if (facts.openConferenceTasks > 0)
    return `还有 ${facts.openConferenceTasks} 项会商任务没有完成，请先完成。`;
  if (facts.pendingMeasures > 0)
    return `还有 ${facts.pendingMeasures} 项监护干预申请没有结果，请先登记裁定或判决。`;
  if (facts.policePending) return '报警时间还没有登记，请先登记公安接报情况。';
  if (facts.overdueStatutory > 0)
    return `还有 ${facts.overdueStatutory} 项法定时限已经超期，请先办完再结案。`;
  // Before a reason is chosen nobody knows whether the child may stay where it is.
  if (facts.openPlacements > 0 && facts.closingReason !== null && !PLACED_FOR_GOOD.has(facts.closingReason))
    return '孩子还在安置中，请先结束安置；转为长期监护或已被收养的，请选择相应的结案原因。';
  return null;
}

function maySignClosing(facts: CaseFacts): string | null {
  if (facts.closingRequestedBy === facts.actorId) return '结案需要另一个人审批，您是申请人。';
  if (!facts.triageFeedbackGiven) return '还没有向报告人反馈（未成年人保护法第十一条），请先反馈。';
  if (facts.closingNeedsEndorsement && !facts.closingEndorsed)
    return '还没有经过乡镇（街道）审核，请等待审核。';
  const reason = facts.closingReason ?? '';
  if (facts.latestRisk !== 'low' && !RISK_FREE_REASONS.has(reason))
    return '最近一次评估的风险不是「低」，请复评后再结案。';
  return mayRequestClosing(facts);
}

function mayEndorseClosing(facts: CaseFacts): string | null {
  if (!facts.closingNeedsEndorsement) return '这份结案申请不需要乡镇（街道）审核。';
  if (facts.closingEndorsed) return '乡镇（街道）已经审核。';
  return facts.closingRequestedBy === facts.actorId ? '审核需要另一个人，您是申请人。' : null;
}

function mayReviewDeath(facts: CaseFacts): string | null {
  if (facts.deathReviewed) return '领导复核已经完成。';
  return facts.deathRecordedBy === facts.actorId ? '复核需要另一个人，您是登记人。' : null;
}

/** A frozen file is archived after the leader's review only, any other after its last 跟踪回访 and the end of its placement. */
function mayArchive(facts: CaseFacts): string | null {
  if (facts.deathRecordedBy !== null) return facts.deathReviewed ? null : '领导复核还没有完成，不能归档。';
  if (facts.openPlacements > 0) return '孩子还在安置中，不能归档。';
  if (facts.followUpsLeft > 0) return `还有 ${facts.followUpsLeft} 次跟踪回访没有完成，不能归档。`;
  return null;
}

function mayRequestTransfer(facts: CaseFacts): string | null {
  if (emergencyOpen(facts)) return '应急处置尚未结束，请先确认孩子安全，再转出。';
  if (facts.transferState === 'requested') return '接收地还没有答复，请等待答复，或者先撤回。';
  return facts.transferState === 'accepted' && facts.phase === 'transferring'
    ? '接收地已经接收，请确认转出办结。'
    : null;
}

function mayRecordReply(facts: CaseFacts): string | null {
  if (facts.transferState !== 'requested') return '接收地已经答复。';
  return facts.transferOnSystem ? '接收地在本系统内，由对方受理中心答复。' : null;
}

/** Whoever accepted has the case; what agencies and carers here still do for the child ends first. */
function mayCompleteTransfer(facts: CaseFacts): string | null {
  if (facts.transferState !== 'accepted') return '接收地还没有确认接收，不能办结。';
  if (facts.openOrders > 0) return `还有 ${facts.openOrders} 张协办单没有办结，请等待办结或催办。`;
  return facts.openPlacements > 0 ? '孩子还在本区县安置中，请先结束安置。' : null;
}

/** How a case ends, rests, moves and comes back. A move closes nothing until the other side accepts (design §9.5). */
export const LIFECYCLE_ACTIONS = {
  'record-follow-up': {
    label: '登记跟踪回访',
    done: '已登记跟踪回访',
    permission: 'case.visit',
    // Rings only when the follow-up found something (case.notices.ts).
    notice: { to: 'leaders', kind: 'case.follow-up-alarm' },
    from: ['closed', 'follow_up'],
    to: 'follow_up',
    guard: (facts: CaseFacts) =>
      caseEnded(facts) && facts.followUpsLeft === 0 ? '跟踪回访已经完成，或者这个个案不需要回访。' : null,
    source: '法发〔2014〕24号20–21；DL-046',
  },
  'request-closing': {
    label: '申请结案',
    done: '已申请结案',
    permission: 'case.request-closing',
    notice: { to: 'signer', kind: 'case.closing-requested' },
    from: ['open'],
    to: 'closing',
    guard: mayRequestClosing,
    source: 'domain §3.3',
  },
  'endorse-closing': {
    label: '审核结案申请',
    done: '乡镇（街道）已审核结案申请',
    permission: 'case.endorse-closing',
    notice: { to: 'owner', kind: 'case.closing-requested' },
    from: ['closing'],
    guard: mayEndorseClosing,
    source: '三级审核 (D)；PLAN (四)12',
  },
  'sign-closing': {
    label: '同意结案',
    done: '已同意结案',
    permission: 'case.sign-closing',
    notice: { to: 'worker', kind: 'case.closed' },
    from: ['closing'],
    to: 'closed',
    guard: maySignClosing,
    source: 'domain §3.3；D27',
  },
  'return-closing': {
    label: '退回结案申请',
    done: '结案申请已退回',
    permission: 'case.return-closing',
    notice: { to: 'worker', kind: 'case.closing-returned' },
    from: ['closing'],
    to: 'open',
  },
  suspend: {
    label: '中止办理',
    done: '已中止办理',
    permission: 'case.suspend',
    from: ['open'],
    to: 'suspended',
    guard: (facts: CaseFacts) => (emergencyOpen(facts) ? '应急处置没有结束，不能中止。' : null),
    source: 'domain §3.3',
  },
  resume: {
    label: '恢复办理',
    done: '已恢复办理',
    permission: 'case.suspend',
    from: ['suspended'],
    to: 'open',
    source: 'domain §3.3',
  },
  'request-transfer': {
    label: '申请转出',
    done: '已申请转出',
    permission: 'case.transfer',
    notice: { to: 'owner', kind: 'case.transfer' },
    // A refusal goes back to the desk, which asks elsewhere or again (首接负责).
    from: ['open', 'suspended', 'transferring'],
    to: 'transferring',
    guard: mayRequestTransfer,
    source: 'design §9.5；首接负责',
  },
  'record-transfer-reply': {
    label: '登记接收地答复',
    done: '已登记接收地答复',
    permission: 'case.transfer',
    notice: { to: 'owner', kind: 'case.transfer' },
    from: ['transferring'],
    guard: mayRecordReply,
    source: 'design §9.5',
  },
  'withdraw-transfer': {
    label: '撤回转出',
    done: '已撤回转出',
    permission: 'case.transfer',
    from: ['transferring'],
    to: 'open',
    guard: (facts: CaseFacts) =>
      facts.transferState === 'accepted' ? '接收地已经接收，请确认转出办结。' : null,
    source: 'design §9.5',
  },
  'complete-transfer': {
    label: '确认转出办结',
    done: '已转出办结',
    permission: 'case.transfer',
    from: ['transferring'],
    to: 'closed',
    guard: mayCompleteTransfer,
    source: 'design §9.5',
  },
  reopen: {
    label: '重新办理',
    done: '已重新办理',
    permission: 'case.reopen',
    notice: { to: 'worker', kind: 'case.reopened' },
    from: ['closed', 'follow_up'],
    to: 'open',
    source: 'domain §3.3',
  },
  'record-death': {
    label: '登记孩子死亡',
    done: '已登记孩子死亡，档案冻结',
    permission: 'case.record-death',
    notice: { to: 'owner', kind: 'case.frozen' },
    from: ['open', 'suspended', 'transferring', 'closing', 'closed', 'follow_up'],
    to: 'frozen',
    source: 'design §9.5',
  },
  'review-death': {
    label: '领导复核',
    done: '领导复核已完成',
    permission: 'case.review-death',
    from: ['frozen'],
    guard: mayReviewDeath,
    source: 'design §9.5；重大事件报告',
  },
  archive: {
    label: '归档',
    done: '已归档',
    permission: 'case.archive',
    from: ['closed', 'follow_up', 'frozen'],
    to: 'archived',
    guard: mayArchive,
    source: 'D27；档案法实施条例',
  },
} as const satisfies CaseActions;
