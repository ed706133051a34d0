import type { StateTable } from '../../support/workflows';
import type { Permission } from '../../support/access';
import { campaignSheetWorkflow, SHEET_ACTIONS } from './campaign/campaign-sheet.workflow';
import { CAMPAIGN_ACTIONS, campaignWorkflow } from './campaign/campaign.workflow';
import { WATCH_ACTIONS, watchItemWorkflow } from './watch/watch-item.workflow';

const readme = 'stages/monitoring/README.md';

export const MONITORING_STATE_TABLES: readonly StateTable[] = [
  {
    title: '监测对象',
    workflow: watchItemWorkflow,
    noun: 'watch-items',
    readme,
    permissions: permissionsOf(WATCH_ACTIONS),
  },
  {
    title: '重点时段排查',
    workflow: campaignWorkflow,
    noun: 'campaigns',
    readme,
    permissions: permissionsOf(CAMPAIGN_ACTIONS),
  },
  {
    title: '村级排查',
    workflow: campaignSheetWorkflow,
    noun: 'campaign-sheets',
    readme,
    permissions: permissionsOf(SHEET_ACTIONS),
  },
];

function permissionsOf(
  actions: Readonly<Record<string, { readonly permission: Permission }>>,
): Record<string, Permission> {
  return Object.fromEntries(Object.entries(actions).map(([action, { permission }]) => [action, permission]));
}
