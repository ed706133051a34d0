import { type Transition, Workflow } from '../../../kernel';
import type { Permission } from '../../../support/access';
import type { WatchPlace } from '../watch/watch-item.workflow';
import type { CampaignState } from './campaign.workflow';

export const SHEET_STATES = { open: '排查中', submitted: '待核签', signed: '已核签' } as const;
export type SheetState = keyof typeof SHEET_STATES;

/** What the guards need to know, read under the lock. */
export interface SheetFacts {
  readonly campaignState: CampaignState;
  readonly sheetState: SheetState;
  readonly actorId: string;
  readonly actorPlace: WatchPlace;
  /** The actor stands above the village of the sheet: its township, or the district. */
  readonly above: boolean;
  readonly submittedBy: string | null;
  /** Children the actor sees for whom nothing is recorded yet. */
  readonly unrecorded: number;
}

export interface SheetTransition extends Transition<SheetState, SheetFacts> {
  /** The route names the same one. */
  readonly permission: Permission;
  /** In 办理经过: what was done. */
  readonly done: string;
}

const mustRun = ({ campaignState }: SheetFacts): string | null =>
  campaignState === 'running' ? null : '排查已经结束，不能再改。';

/** What a village has reported changes only after it came back; its township records the children a village must not know. */
const mayRecord = (facts: SheetFacts): string | null =>
  mustRun(facts) ??
  (facts.sheetState === 'submitted' && facts.actorPlace === 'village'
    ? '已经上报；要修改，请联系乡镇（街道）退回。'
    : null);

const allRecorded = ({ unrecorded }: SheetFacts): string | null =>
  unrecorded === 0 ? null : `还有 ${unrecorded} 个孩子没有登记；没有见到的，也请登记原因。`;

const fromAbove = ({ above }: SheetFacts): string | null =>
  above ? null : '由乡镇（街道）或区（县）民政部门办理。';

const anotherPerson = ({ actorId, submittedBy }: SheetFacts): string | null =>
  actorId === submittedBy ? '核签需要另一个人，您是上报人。' : null;

/** 村级排查表: 逐个见面 → 上报 → 乡镇核签 (民发〔2019〕34号 儿童主任职责2; 国发〔2016〕13号 全面排查并报乡镇). */
const TRANSITIONS = {
  'record-child': {
    label: '登记见面情况',
    done: '已登记一个孩子',
    permission: 'campaign.work',
    from: ['open', 'submitted'],
    guard: mayRecord,
    source: '民发〔2019〕34号；国发〔2016〕13号',
  },
  'add-child': {
    label: '登记名单外的孩子',
    done: '已登记名单外的孩子',
    permission: 'campaign.work',
    from: ['open', 'submitted'],
    guard: mayRecord,
    source: '国发〔2016〕13号；2024年流动儿童行动方案',
  },
  'report-finding': {
    label: '转为报告',
    done: '已转为报告',
    permission: 'watch.report',
    // Nothing on paper stands between a child in danger and a report.
    from: ['open', 'submitted', 'signed'],
    source: '未成年人保护法11、21、43',
  },
  submit: {
    label: '上报',
    done: '已上报，待核签',
    permission: 'campaign.work',
    from: ['open'],
    to: 'submitted',
    guard: (facts: SheetFacts) => mustRun(facts) ?? allRecorded(facts),
    source: '国发〔2016〕13号（报乡镇）',
  },
  sign: {
    label: '核签',
    done: '已核签',
    permission: 'campaign.manage',
    from: ['submitted'],
    to: 'signed',
    guard: (facts: SheetFacts) =>
      mustRun(facts) ?? fromAbove(facts) ?? anotherPerson(facts) ?? allRecorded(facts),
    source: '三级机制 plan (四)12 (D)',
  },
  return: {
    label: '退回补充',
    done: '已退回，请补充',
    permission: 'campaign.manage',
    from: ['submitted', 'signed'],
    to: 'open',
    guard: (facts: SheetFacts) => mustRun(facts) ?? fromAbove(facts),
    source: '三级机制 plan (四)12 (D)',
  },
} as const satisfies Readonly<Record<string, SheetTransition>>;
export type SheetAction = keyof typeof TRANSITIONS;

export const SHEET_ACTIONS: Readonly<Record<SheetAction, SheetTransition>> = TRANSITIONS;

export const campaignSheetWorkflow = new Workflow({
  name: 'campaign-sheet',
  initial: ['open'] as SheetState[],
  final: [],
  states: SHEET_STATES,
  transitions: SHEET_ACTIONS,
});
