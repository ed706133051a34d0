import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { PeopleModule } from '../../people';
import { DeadlinesModule } from '../../support/deadlines';
import { CoordinationModule } from '../coordination';
import { CaseOpener, CaseParties } from './case-opener';
import { FilingSupport, ReporterSeal } from './filing-support';
import { FilingService } from './filing.service';
import { IntakeFacts } from './intake.facts';
import { IntakeNotices } from './intake.notices';
import { ReportContents } from './report-content';
import { ReportViews } from './report-views';
import { ReportController, TriageController } from './report.controller';
import { ReportQueries } from './report.queries';
import { ReportService } from './report.service';
import { ReporterContacts } from './reporter-contacts';
import { TriageChecks } from './triage-checks';
import { ChildMatches, TriageProposals } from './triage-proposals';
import { TriageRecords, TriageService } from './triage.service';

@Module({
  imports: [CasefileModule, PeopleModule, DeadlinesModule, CoordinationModule],
  controllers: [ReportController, TriageController],
  providers: [
    FilingService,
    FilingSupport,
    ReporterSeal,
    ReportContents,
    ReportService,
    ReportQueries,
    ReportViews,
    ReporterContacts,
    TriageService,
    TriageRecords,
    TriageChecks,
    TriageProposals,
    ChildMatches,
    CaseOpener,
    CaseParties,
    IntakeFacts,
    IntakeNotices,
  ],
  exports: [FilingService, ReportService, TriageService, TriageProposals],
})
export class IntakeModule {}
