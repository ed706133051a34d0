export { AssignmentService } from './assignment.service';
export { ACTION_LABELS, actionLabel } from './case-action-labels';
export { type ActingWorker, BACKSTOP, CaseBackstop, IS_BACKSTOP } from './case-backstop';
export { mayReadCaseFile } from './case-attachments';
export { CASE_CLOCKS, type CaseClock, CaseClocks } from './case-clocks';
export { caseListRows } from './case-filters';
export { CaseCommands } from './case-commands';
export { CaseEnding } from './case-ending';
export { exclusionsOf } from './case-exclusions';
export { type CaseFactSource, CaseFactSources } from './case-facts';
export { CaseLog, type LoggedAction } from './case-log';
export {
  type CaseSection,
  CaseSections,
  type MaySee,
  type SectionCase,
  type SectionReader,
} from './case-sections';
export { EmergencyOpening } from './emergency-opening';
export { type CaseReader, maySeeClass } from './case-fields.policy';
export { CASE_ACTION_PERMISSIONS } from './case.policy';
export { CaseQueries } from './case.queries';
export { type CaseCommand, CaseService, type LockedCase } from './case.service';
export * from './case.workflow';
export { CasefileModule } from './casefile.module';
export { type ChildVoice, childVoiceErrors, type FieldErrors } from './child-voice.rules';
export { CLOSING_CHECKS } from './closing.rules';
export { ClosingService } from './closing.service';
export { CasePage, CaseResponse } from './dto/case.response';
export * from './dto/case-lifecycle.response';
export * from './dto/care-sections.response';
export * from './dto/case-sections.response';
export * from './dto/conference-sections.response';
export * from './dto/measure-sections.response';
export * from './dto/proceeding-sections.response';
export { ChildVoiceRequest } from './dto/child-voice.request';
export { dayAheadErrors, pastDayErrors, pastInstantErrors, requireSound } from './form.rules';
export { TimelineEntryResponse } from './dto/timeline-entry.response';
export { AgencyNoticeResponse } from './dto/agency-notice.response';
export { WorkOrderResponse, WorkOrderStepResponse } from './dto/work-order.response';
export * from './entities';
export { RETENTIONS } from './lifecycle/archive.rules';
export { FOLLOW_UP_ADVICE, FOLLOW_UP_STATES } from './lifecycle/follow-up.rules';
export { type Reopening, ReopenService } from './lifecycle/reopen.service';
export { type PhaseChange, type PhaseEffect, PhaseEffects } from './phase-effects';
export { Timelines } from './timelines';
export { mayGoHome } from './workflow/placement.workflow';
export { CASE_INVARIANTS } from './case.invariants';
export { followsLog } from './log-fold';
export { CASE_STATE_TABLES } from './state-tables';
