import type { Permission } from '../../support/access';
import type { ReportAction } from './report.workflow';

/** Which permission each action of the report table needs. */
export const REPORT_ACTION_PERMISSIONS = {
  receive: 'report.receive',
  triage: 'report.triage',
  'link-case': 'report.triage',
  'answer-consult': 'report.answer-consult',
  'mark-duplicate': 'report.mark-duplicate',
  'propose-screen-out': 'report.screen-out',
  'confirm-screen-out': 'report.confirm-screen-out',
  'return-screen-out': 'report.confirm-screen-out',
  revive: 'report.screen-out',
  'transfer-out': 'report.transfer',
  'confirm-transfer': 'report.transfer',
  'refuse-transfer': 'report.transfer',
  'record-police': 'report.record-police',
  'record-filing': 'report.record-filing',
  'record-ticket': 'report.ticket',
  add: 'report.add',
  retract: 'report.retract',
  feedback: 'report.feedback',
  conclude: 'report.feedback',
  'disclose-reporter': 'report.disclose-reporter',
} as const satisfies Record<ReportAction, Permission>;

/** Who filed a report may add to it, say who was told, and take it back; the rest is for those who work on it. */
const REPORTER_ACTIONS: ReadonlySet<ReportAction> = new Set([
  'add',
  'record-police',
  'record-filing',
  'retract',
] as const);
/** Nobody takes back what somebody else said. */
const REPORTER_ONLY: ReadonlySet<ReportAction> = new Set(['retract'] as const);

/** How an actor stands to a report. */
export interface ReportSide {
  /** Intake of the receiving agency. */
  readonly works: boolean;
  /** Filed it, or belongs to the desk that filed it for a caller. */
  readonly filed: boolean;
}

/** Whether the side somebody stands on allows the action; the role is asked besides. */
export function sideAllows(action: ReportAction, { works, filed }: ReportSide): boolean {
  if (REPORTER_ONLY.has(action)) return filed;
  return works || (filed && REPORTER_ACTIONS.has(action));
}
