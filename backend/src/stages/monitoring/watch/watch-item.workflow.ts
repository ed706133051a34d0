import { type Transition, Workflow } from '../../../kernel';
import type { Permission } from '../../../support/access';

export const WATCH_STATES = {
  proposed: '待核定',
  returned: '已退回',
  active: '监测中',
  paused: '暂停监测',
  ended: '已结束监测',
} as const;
export type WatchState = keyof typeof WATCH_STATES;

/** Where an agency stands in the three levels (区、乡镇、村; plan (四)12). */
export type WatchPlace = 'village' | 'township' | 'district';

/** What the guards need to know, read under the lock. */
export interface WatchFacts {
  readonly actorId: string;
  readonly actorPlace: WatchPlace;
  readonly proposedBy: string;
  /** The actor's agency proposed it. */
  readonly proposedHere: boolean;
  readonly confirmPlace: WatchPlace;
  /** 委托照护 that runs. */
  readonly careRunning: boolean;
  /** 委托照护 that has not ended, fit or not. */
  readonly careOpen: boolean;
  /** The watching ended with the death of the child. */
  readonly died: boolean;
}

export interface WatchTransition extends Transition<WatchState, WatchFacts> {
  /** The route names the same one. */
  readonly permission: Permission;
  /** In 办理经过: what was done. */
  readonly done: string;
}

/** States in which somebody goes and looks; a child is not left alone while papers travel up the line. */
export const WATCHED = ['proposed', 'returned', 'active', 'paused'] as const satisfies readonly WatchState[];

/**
 * Who confirms: the township what the village found, the district what the township found; and the district, when the
 * township has nobody. What the district itself proposes is looked at on the spot, by the township if it has somebody (D).
 */
export function confirmPlaceOf(proposedFrom: WatchPlace, townshipHasPeople: boolean): WatchPlace {
  return proposedFrom !== 'township' && townshipHasPeople ? 'township' : 'district';
}

function mayConfirm({ actorId, actorPlace, proposedBy, confirmPlace }: WatchFacts): string | null {
  if (actorId === proposedBy) return '核定需要另一个人，您是提出人。';
  if (actorPlace === confirmPlace) return null;
  return confirmPlace === 'township' ? '请由乡镇（街道）核定。' : '请由区（县）民政部门核定。';
}

const mayTakeBack = ({ proposedHere }: WatchFacts): string | null =>
  proposedHere ? null : '只有提出的单位可以修改或撤回。';

const careMustRun = ({ careRunning }: WatchFacts): string | null =>
  careRunning ? null : '没有正在进行的委托照护，请先登记委托照护。';

const careMustNotRun = ({ careRunning }: WatchFacts): string | null =>
  careRunning ? '已经登记了委托照护；换人时请先结束原来的委托照护。' : null;

/** 监测对象: 村提出 → 乡镇核定 → 监测 → 结束 (民发〔2019〕34号; plan (四)12). Nobody waits for the next paper to visit the child. */
const TRANSITIONS = {
  confirm: {
    label: '核定',
    done: '已核定为监测对象',
    permission: 'watch.confirm',
    from: ['proposed'],
    to: 'active',
    guard: mayConfirm,
    source: '三级核定 (D)；plan (四)12；民发〔2019〕34号',
  },
  return: {
    label: '退回',
    done: '已退回，请补充',
    permission: 'watch.confirm',
    from: ['proposed'],
    to: 'returned',
    guard: mayConfirm,
    source: '三级核定 (D)',
  },
  resubmit: {
    label: '补充后重新提出',
    done: '已重新提出',
    permission: 'watch.propose',
    from: ['returned'],
    to: 'proposed',
    guard: mayTakeBack,
    source: '三级核定 (D)',
  },
  withdraw: {
    label: '撤回',
    done: '已撤回',
    permission: 'watch.propose',
    from: ['proposed', 'returned'],
    to: 'ended',
    guard: mayTakeBack,
    source: '三级核定 (D)',
  },
  'record-visit': {
    label: '登记走访',
    done: '已登记走访',
    permission: 'watch.visit',
    from: WATCHED,
    source: '未成年人保护法43；国发〔2016〕13号；民发〔2019〕34号',
  },
  'record-contact': {
    label: '登记父母联系',
    done: '已登记父母联系',
    permission: 'watch.visit',
    from: WATCHED,
    guard: careMustRun,
    source: '未成年人保护法23；DL-025',
  },
  'report-finding': {
    label: '转为报告',
    done: '已转为报告',
    permission: 'watch.report',
    // Nothing on paper stands between a child in danger and a report.
    from: [...WATCHED, 'ended'],
    source: '未成年人保护法11、43；民发〔2019〕34号',
  },
  'record-care': {
    label: '登记委托照护',
    done: '已登记委托照护',
    permission: 'watch.visit',
    from: WATCHED,
    guard: careMustNotRun,
    source: '未成年人保护法22',
  },
  'record-unfit-carer': {
    label: '登记照护人不合适',
    done: '已登记照护人不合适',
    permission: 'watch.visit',
    from: WATCHED,
    source: '未成年人保护法22、43',
  },
  'end-care': {
    label: '结束委托照护',
    done: '委托照护已结束',
    permission: 'watch.visit',
    from: WATCHED,
    guard: ({ careOpen }: WatchFacts) => (careOpen ? null : '没有需要结束的委托照护。'),
    source: '未成年人保护法22',
  },
  'plan-visit': {
    label: '约定下次走访',
    done: '已约定下次走访',
    permission: 'watch.visit',
    from: ['proposed', 'returned', 'active'],
    source: 'DL-045 (D)',
  },
  revise: {
    label: '更新档案',
    done: '已更新档案',
    permission: 'watch.propose',
    from: ['proposed', 'active', 'paused'],
    source: '未成年人保护法43；民发〔2019〕34号',
  },
  'change-level': {
    label: '调整级别',
    done: '已调整级别',
    permission: 'watch.confirm',
    from: ['active'],
    source: 'DL-045 (D)',
  },
  assign: {
    label: '指派走访人',
    done: '已指派走访人',
    permission: 'watch.confirm',
    from: ['proposed', 'active', 'paused'],
    source: '民发〔2019〕34号',
  },
  exclude: {
    label: '设置谁不能知道',
    done: '已设置谁不能知道',
    permission: 'watch.confirm',
    from: WATCHED,
    source: 'design §9.2',
  },
  pause: {
    label: '暂停监测',
    done: '已暂停监测',
    permission: 'watch.confirm',
    from: ['active'],
    to: 'paused',
    source: '(D)',
  },
  resume: {
    label: '恢复监测',
    done: '已恢复监测',
    permission: 'watch.confirm',
    from: ['paused'],
    to: 'active',
    source: '(D)',
  },
  end: {
    label: '结束监测',
    done: '已结束监测',
    permission: 'watch.confirm',
    from: ['active', 'paused'],
    to: 'ended',
    source: '(D)；CARE_EXIT',
  },
  reopen: {
    label: '重新监测',
    done: '已重新提出监测',
    permission: 'watch.propose',
    from: ['ended'],
    to: 'proposed',
    guard: ({ died }: WatchFacts) => (died ? '孩子已经死亡，档案不再重新打开。' : null),
    source: '一人一档 (D)；民发〔2019〕34号',
  },
} as const satisfies Readonly<Record<string, WatchTransition>>;
export type WatchAction = keyof typeof TRANSITIONS;

export const WATCH_ACTIONS: Readonly<Record<WatchAction, WatchTransition>> = TRANSITIONS;

export const watchItemWorkflow = new Workflow({
  name: 'watch-item',
  initial: ['proposed'] as WatchState[],
  final: [],
  states: WATCH_STATES,
  transitions: WATCH_ACTIONS,
});
