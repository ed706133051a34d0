export {
  EndCustodyFields,
  EndPlacementFields,
  ExtendCustodyFields,
  NotifyReturnFields,
  PoliceReportFields,
  ReviewFields,
} from './care-fields';
export { needsDoctor, openPlacement, runningCustody, statementDue } from './care-state';
export { CareTab } from './CareTab';
