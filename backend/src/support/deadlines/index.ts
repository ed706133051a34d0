export { deadlineListRows } from './deadline-list';
export {
  type CappedCount,
  type DeadlineFilter,
  DeadlineQueries,
  type DeadlineScope,
  RECORD_OF_CLOCK,
} from './deadline.queries';
export { DeadlineRules } from './deadline-rules';
export {
  DeadlineService,
  type DeadlineSubject,
  type NewDeadline,
  type OpenedDeadline,
} from './deadline.service';
export { DeadlineSteps, type RosterCaller } from './deadline-steps';
export { DeadlineStatus, type DeadlineSummary } from './deadline-status';
export { DeadlinesModule } from './deadlines.module';
export { TimeTravel, TimeTravelModule } from './time-travel';
export {
  DeadlineItem,
  DeadlineListItem,
  DeadlinePage,
  DeadlineResponse,
  LadderRungResponse,
} from './dto/deadline.response';
export * from './entities';
export {
  type Basis,
  BASIS_NAMES,
  type DeadlineRule,
  type FurtherLimit,
  type LadderRung,
  type LadderStep,
  type Limits,
  STEP_NAMES,
  type StepKind,
  supervisionNumber,
} from './ladder.rules';
export { DEADLINE_INVARIANTS } from './deadline.invariants';
