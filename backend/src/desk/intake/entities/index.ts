export { ReporterEntity } from './reporter.entity';
export { ReporterDisclosureEntity } from './reporter-disclosure.entity';
export { IncidentEntity } from './incident.entity';
export { ReportEntity } from './report.entity';
export { ReportAdditionEntity } from './report-addition.entity';
export { ReportFeedbackEntity } from './report-feedback.entity';
export { ReportAccessEntity } from './report-access.entity';
export { ReportExclusionEntity } from './report-exclusion.entity';
