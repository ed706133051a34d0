import { type Transition, Workflow } from '../../../kernel';
import type { Permission } from '../../../support/access';
import type { WatchPlace } from '../watch/watch-item.workflow';

export const CAMPAIGN_STATES = {
  draft: '起草中',
  running: '排查中',
  closed: '已结束',
  withdrawn: '已撤销',
} as const;
export type CampaignState = keyof typeof CAMPAIGN_STATES;

/** What the guards need to know, read under the lock. */
export interface CampaignFacts {
  /** The actor's agency drew it up. */
  readonly ownHere: boolean;
  readonly actorPlace: WatchPlace;
  /** Villages that nobody has signed off yet. */
  readonly unsigned: number;
  /** The last day has passed. */
  readonly over: boolean;
}

export interface CampaignTransition extends Transition<CampaignState, CampaignFacts> {
  /** The route names the same one. */
  readonly permission: Permission;
  /** In 办理经过: what was done. */
  readonly done: string;
}

const ownOnly = ({ ownHere }: CampaignFacts): string | null =>
  ownHere ? null : '只有起草的单位可以改动这次排查。';

function mayClose({ ownHere, actorPlace, unsigned, over }: CampaignFacts): string | null {
  if (!ownHere && actorPlace !== 'district') return '由起草的单位或区（县）民政部门结束排查。';
  if (over || unsigned === 0) return null;
  return `还有 ${unsigned} 个村（社区）没有核签；全部核签或过了截止日期后才能结束。`;
}

/** 重点时段排查: 起草 → 发布到村 → 结束 (plan (四)12 「实行救助保护重点时段排查机制」, (四)9; 国发〔2016〕13号 全面排查). */
const TRANSITIONS = {
  revise: {
    label: '修改',
    done: '已修改',
    permission: 'campaign.manage',
    from: ['draft'],
    guard: ownOnly,
    source: '(D)',
  },
  publish: {
    label: '发布',
    done: '已发布，任务已到村',
    permission: 'campaign.manage',
    from: ['draft'],
    to: 'running',
    guard: ownOnly,
    source: 'plan (四)12；国发〔2016〕13号',
  },
  withdraw: {
    label: '撤销',
    done: '已撤销',
    permission: 'campaign.manage',
    from: ['draft'],
    to: 'withdrawn',
    guard: ownOnly,
    source: '(D)',
  },
  extend: {
    label: '调整截止日期',
    done: '已调整截止日期',
    permission: 'campaign.manage',
    from: ['running'],
    guard: ownOnly,
    source: 'DL-057 (D)',
  },
  close: {
    label: '结束排查',
    done: '排查已结束',
    permission: 'campaign.manage',
    from: ['running'],
    to: 'closed',
    guard: mayClose,
    source: 'plan (四)12；(D)',
  },
} as const satisfies Readonly<Record<string, CampaignTransition>>;
export type CampaignAction = keyof typeof TRANSITIONS;

export const CAMPAIGN_ACTIONS: Readonly<Record<CampaignAction, CampaignTransition>> = TRANSITIONS;

export const campaignWorkflow = new Workflow({
  name: 'campaign',
  initial: ['draft'] as CampaignState[],
  final: ['closed', 'withdrawn'],
  states: CAMPAIGN_STATES,
  transitions: CAMPAIGN_ACTIONS,
});
