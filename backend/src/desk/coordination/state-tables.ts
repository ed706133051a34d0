import type { StateTable } from '../../support/workflows';
import { agencyNoticeWorkflow } from './agency-notice.workflow';
import { ORDER_SIDES, workOrderWorkflow } from './work-order.workflow';

const SIDE_NAMES = { holder: '承办单位', issuer: '派单单位', either: '承办或派单单位' } as const;

export const COORDINATION_STATE_TABLES: readonly StateTable[] = [
  {
    title: '协办单',
    workflow: workOrderWorkflow,
    noun: 'work-orders',
    readme: 'desk/coordination/README.md',
    sides: Object.fromEntries(
      Object.entries(ORDER_SIDES).map(([action, side]) => [action, SIDE_NAMES[side]]),
    ),
  },
  {
    title: '告知',
    workflow: agencyNoticeWorkflow,
    noun: 'agency-notices',
    readme: 'desk/coordination/README.md',
    sides: { read: '收到告知的单位', 'record-told': '办理个案的单位' },
    callers: { withdraw: { system: '系统：设置该单位不能知道时' } },
  },
];
