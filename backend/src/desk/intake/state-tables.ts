import type { StateTable } from '../../support/workflows';
import { REPORT_ACTION_PERMISSIONS, sideAllows } from './report.policy';
import { reportWorkflow } from './report.workflow';

export const REPORT_STATE_TABLES: readonly StateTable[] = [
  {
    title: '报告',
    workflow: reportWorkflow,
    noun: 'reports',
    readme: 'desk/intake/README.md',
    permissions: REPORT_ACTION_PERMISSIONS,
    sides: Object.fromEntries(
      reportWorkflow.actions.flatMap((action) => {
        if (!sideAllows(action, { works: false, filed: true })) return [];
        const reporterOnly = !sideAllows(action, { works: true, filed: false });
        return [[action, reporterOnly ? '报告人' : '受理单位或报告人']];
      }),
    ),
    // One route serves two actions: the stage of an answer decides, and whether every child of a triage joins a case.
    callers: {
      conclude: { route: 'reports/:id/actions/feedback' },
      'link-case': { route: 'reports/:id/actions/triage' },
    },
  },
];
