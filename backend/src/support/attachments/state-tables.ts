import type { StateTable } from '../workflows';
import { attachmentWorkflow } from './attachment.workflow';

export const ATTACHMENT_STATE_TABLES: readonly StateTable[] = [
  {
    title: '附件',
    workflow: attachmentWorkflow,
    noun: 'attachments',
    readme: 'support/attachments/README.md',
    permissions: { withdraw: 'attachment.withdraw' },
  },
];
