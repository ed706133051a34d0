export { CreateReportRequest } from './dto/report.request';
export { TriageReportRequest } from './dto/triage.request';
export * from './entities';
export { FilingService } from './filing.service';
export { IntakeModule } from './intake.module';
export { ReportService } from './report.service';
export { reportWorkflow } from './report.workflow';
export { TriageProposals } from './triage-proposals';
export { TriageService } from './triage.service';
