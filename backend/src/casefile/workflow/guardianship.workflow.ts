import type { CaseFacts } from './case-facts';
import type { CaseActions } from './case-table';

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
    byHolders: true,
    from: ['open', 'suspended', 'transferring'],
    guard: (facts: CaseFacts) => (facts.openConferenceTasks === 0 ? '没有待完成的会商任务。' : null),
    source: 'D13',
  },
  'record-proceeding': {
    label: '登记法律程序',
    done: '已登记法律程序',
    permission: 'case.proceeding',
    byHolders: true,
    // What an organ decides may arrive after the case was closed.
    from: ['open', 'suspended', 'transferring', 'closing', 'closed', 'follow_up'],
    source: 'domain §4.2、§5',
  },
} as const satisfies CaseActions;
