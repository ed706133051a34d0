import type { StateTable } from '../../support/workflows';
import { transferWorkflow } from './transfer.workflow';

export const TRANSFER_STATE_TABLES: readonly StateTable[] = [
  {
    title: '转出转入',
    workflow: transferWorkflow,
    noun: 'case-transfers',
    readme: 'desk/transfers/README.md',
    sides: { accept: '接收地', refuse: '接收地', withdraw: '转出地', complete: '转出地' },
    // The sender's side follows the case.
    callers: {
      withdraw: { route: 'cases/:id/actions/withdraw-transfer' },
      complete: { route: 'cases/:id/actions/complete-transfer' },
    },
  },
];
