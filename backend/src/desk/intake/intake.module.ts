import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { PeopleModule } from '../../people';
import { DeadlinesModule } from '../../support/deadlines';
import { CoordinationModule } from '../coordination';
import { CaseLinker } from './case-linker';
import { CaseOpener } from './case-opener';
import { CaseParties } from './case-parties';
import { CaseRoads } from './case-roads';
import { ChildMatches } from './child-matches';
import { FilingSupport, ReporterSeal } from './filing-support';
import { FilingService } from './filing.service';
import { IntakeFacts } from './intake.facts';
import { IntakeNotices } from './intake.notices';
import { ReportAttachments } from './report-attachments';
import { KeptApart } from './kept-apart';
import { LinkNotices } from './link.notices';
import { LinkedExclusions } from './linked-exclusions';
import { LinkedOrders } from './linked-orders';
import { LinkedParties } from './linked-parties';
import { SameChild } from './same-child';
import { EndingsService } from './endings.service';
import { ReportCommands } from './report-commands';
import { ReportContents } from './report-content';
import { ReportFeedback } from './report-feedback';
import { ReportParts } from './report-parts';
import { RelatedReports } from './related-reports';
import { ReportMatching } from './report-matching';
import { ReportRoadsController, ScreeningController } from './report-roads.controller';
import { ReportTokens } from './report-tokens';
import { ReportViews } from './report-views';
import { ReportController, TriageController } from './report.controller';
import { ReportQueries } from './report.queries';
import { ReportService } from './report.service';
import { ReporterContacts } from './reporter-contacts';
import { ScreeningService } from './screening.service';
import { TicketsService } from './tickets.service';
import { TransferService } from './transfer.service';
import { TriageCases } from './triage-cases';
import { TriageChecks } from './triage-checks';
import { TriageDecisions } from './triage-decisions';
import { ProposedAgencies } from './proposed-agencies';
import { TriageProposals } from './triage-proposals';
import { TriageRecords } from './triage-records';
import { TriageService } from './triage.service';

@Module({
  imports: [CasefileModule, PeopleModule, DeadlinesModule, CoordinationModule],
  controllers: [ReportController, TriageController, ScreeningController, ReportRoadsController],
  providers: [
    FilingService,
    FilingSupport,
    ReporterSeal,
    ReportAttachments,
    ReportContents,
    ReportCommands,
    ReportService,
    ReportFeedback,
    ScreeningService,
    EndingsService,
    TransferService,
    TicketsService,
    ReportParts,
    ReportTokens,
    ReportMatching,
    RelatedReports,
    ReportQueries,
    ReportViews,
    ReporterContacts,
    TriageService,
    TriageCases,
    TriageRecords,
    TriageChecks,
    ProposedAgencies,
    TriageProposals,
    ChildMatches,
    CaseOpener,
    CaseParties,
    SameChild,
    TriageDecisions,
    CaseLinker,
    CaseRoads,
    LinkedExclusions,
    LinkedOrders,
    LinkedParties,
    KeptApart,
    LinkNotices,
    IntakeFacts,
    IntakeNotices,
  ],
  exports: [ReportQueries, FilingService, ReportService, TriageService, TriageProposals],
})
export class IntakeModule {}
