import { Workflow } from '../../kernel';

export const ATTACHMENT_STATES = { stored: '已保存', withdrawn: '已撤回' } as const;
export type AttachmentState = keyof typeof ATTACHMENT_STATES;

/** A file is never deleted and never replaced: a wrong one is marked, with a reason, and stays as evidence (design §7). */
export const attachmentWorkflow = new Workflow({
  name: 'attachment',
  initial: ['stored'] as AttachmentState[],
  final: ['withdrawn'],
  states: ATTACHMENT_STATES,
  transitions: {
    withdraw: { label: '撤回', from: ['stored'], to: 'withdrawn', source: 'design §7' },
  },
});
