import type { CaseFacts } from './case-facts';
import type { CaseActions } from './case-table';

/** A measure outlives stage and closing (design §9.5): what happens to it is recorded until the file is archived or frozen. */
const MEASURE_PHASES = ['open', 'suspended', 'transferring', 'closing', 'closed', 'follow_up'] as const;

const guardianshipOpen = (facts: CaseFacts): boolean => facts.openStages.includes('guardianship');

/** 监护干预、会商、法律程序 (domain §4.5). */
export const GUARDIANSHIP_ACTIONS = {
  'convene-conference': {
    label: '召集会商',
    done: '已召集会商',
    permission: 'case.conference',
    from: ['open', 'suspended'],
    guard: (facts: CaseFacts) => (facts.conferenceOpen ? '已经召集了一次会商，请先登记结论或取消。' : null),
    source: '法发〔2014〕24号19；D13',
  },
  'conclude-conference': {
    label: '登记会商结论',
    done: '会商已有结论',
    permission: 'case.conference',
    notice: { to: 'owner', kind: 'conference.concluded' },
    from: ['open', 'suspended', 'transferring'],
    guard: (facts: CaseFacts) => (facts.conferenceOpen ? null : '还没有召集会商。'),
    source: '法发〔2014〕24号19；D13',
  },
  'cancel-conference': {
    label: '取消会商',
    done: '会商已取消',
    permission: 'case.conference',
    from: ['open', 'suspended', 'transferring'],
    guard: (facts: CaseFacts) => (facts.conferenceOpen ? null : '没有待召开的会商。'),
  },
  'complete-task': {
    label: '会商任务完成',
    done: '会商任务已完成',
    permission: 'case.conference-task',
    notice: { to: 'worker', kind: 'conference.task-done' },
    byHolders: 'seat',
    from: ['open', 'suspended', 'transferring'],
    guard: (facts: CaseFacts) => (facts.openConferenceTasks === 0 ? '没有待完成的会商任务。' : null),
    source: 'D13',
  },
  'open-guardianship': {
    label: '启动监护干预',
    done: '已启动监护干预',
    permission: 'case.guardianship',
    notice: { to: 'worker', kind: 'case.guardianship-opened' },
    from: ['open'],
    guard: (facts: CaseFacts) => (guardianshipOpen(facts) ? '监护干预已经启动。' : null),
    source: 'domain §4.5；未成年人保护法118；民法典36',
  },
  'issue-measure': {
    label: '采取监护干预措施',
    done: '已采取监护干预措施',
    permission: 'case.measure',
    byHolders: 'order',
    from: ['open', 'suspended', 'transferring'],
    source: 'domain §4.5',
  },
  'decide-measure': {
    label: '登记裁定、判决',
    done: '已登记裁定、判决',
    permission: 'case.measure-result',
    notice: { to: 'worker', kind: 'measure.decided' },
    from: MEASURE_PHASES,
    guard: (facts: CaseFacts) => (facts.pendingMeasures === 0 ? '没有等待决定的申请。' : null),
    source: '反家庭暴力法28；民法典36',
  },
  'serve-measure': {
    label: '登记送达',
    done: '已登记送达',
    permission: 'case.measure',
    byHolders: 'order',
    from: MEASURE_PHASES,
    guard: (facts: CaseFacts) => (facts.measures === 0 ? '还没有监护干预措施。' : null),
    source: '反家庭暴力法17、32',
  },
  'extend-measure': {
    label: '延长措施',
    done: '已延长监护干预措施',
    permission: 'case.measure-result',
    from: MEASURE_PHASES,
    guard: (facts: CaseFacts) => (facts.measuresInForce === 0 ? '没有执行中的措施。' : null),
    source: '反家庭暴力法30',
  },
  'end-measure': {
    label: '结束措施',
    done: '监护干预措施已结束',
    permission: 'case.measure-result',
    from: MEASURE_PHASES,
    guard: (facts: CaseFacts) =>
      facts.measuresInForce + facts.pendingMeasures === 0 ? '没有执行中的措施或等待决定的申请。' : null,
    source: 'domain §4.5',
  },
  'record-guardian-duty': {
    label: '登记监护人履职情况',
    done: '已登记监护人履职情况',
    permission: 'case.guardian-duty',
    from: ['open', 'suspended', 'transferring'],
    source: '法发〔2014〕24号35(3)；DL-033',
  },
  'end-guardianship': {
    label: '结束监护干预',
    done: '已结束监护干预',
    permission: 'case.guardianship',
    from: ['open'],
    guard: (facts: CaseFacts) => {
      if (!guardianshipOpen(facts)) return '监护干预没有启动。';
      if (facts.pendingMeasures > 0)
        return `还有 ${facts.pendingMeasures} 项申请没有结果，请先登记裁定或判决。`;
      return facts.measuresHoldingStage > 0
        ? `还有 ${facts.measuresHoldingStage} 项措施在执行中，请先登记结束。`
        : null;
    },
    source: 'domain §4.5',
  },
  'record-proceeding': {
    label: '登记法律、认定程序',
    done: '已登记法律、认定程序',
    permission: 'case.proceeding',
    byHolders: 'order',
    // What an organ decides may arrive after the case was closed.
    from: ['open', 'suspended', 'transferring', 'closing', 'closed', 'follow_up'],
    source: 'domain §4.2、§4.6.8、§5',
  },
} as const satisfies CaseActions;
