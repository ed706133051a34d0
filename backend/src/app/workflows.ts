import { CASE_STATE_TABLES } from '../casefile';
import { COORDINATION_STATE_TABLES } from '../desk/coordination';
import { REPORT_STATE_TABLES } from '../desk/intake';
import { TRANSFER_STATE_TABLES } from '../desk/transfers';
import { MONITORING_STATE_TABLES } from '../stages/monitoring';
import { ATTACHMENT_STATE_TABLES } from '../support/attachments';
import type { StateTable } from '../support/workflows';

/** 状态表 of every room, in the order in which a child meets them. */
export const ALL_STATE_TABLES: readonly StateTable[] = [
  ...REPORT_STATE_TABLES,
  ...CASE_STATE_TABLES,
  ...COORDINATION_STATE_TABLES,
  ...TRANSFER_STATE_TABLES,
  ...MONITORING_STATE_TABLES,
  ...ATTACHMENT_STATE_TABLES,
];
