import { Workflow } from '../../kernel';

export const TRANSFER_STATES = {
  requested: '等待答复',
  accepted: '已接收',
  refused: '不接收',
  withdrawn: '已撤回',
  completed: '已办结',
} as const;
export type TransferState = keyof typeof TRANSFER_STATES;

/**
 * 转出 to another district (首接负责; design §9.5): the receiver accepts or refuses, and only what was accepted is completed.
 * The sender's side of it are actions of the case; `accept` and `refuse` are the receiving intake's.
 */
export const transferWorkflow = new Workflow({
  name: 'case-transfer',
  initial: ['requested'] as TransferState[],
  final: ['refused', 'withdrawn', 'completed'],
  states: TRANSFER_STATES,
  transitions: {
    accept: { label: '接收', from: ['requested'], to: 'accepted', source: 'design §9.5；首接负责' },
    refuse: { label: '不接收', from: ['requested'], to: 'refused', source: 'design §9.5；首接负责' },
    withdraw: { label: '撤回', from: ['requested', 'accepted'], to: 'withdrawn' },
    complete: { label: '办结', from: ['accepted'], to: 'completed', source: 'design §9.5' },
  },
});

/** What the receiver may do; the other transitions follow the case. */
export const RECEIVER_ACTIONS: ReadonlySet<string> = new Set(['accept', 'refuse']);
