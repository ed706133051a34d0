import { Module } from '@nestjs/common';
import { BackstopModule } from '../../desk/backstop';
import { CoordinationModule } from '../../desk/coordination';
import { HomeModule } from '../../desk/home';
import { IntakeModule } from '../../desk/intake';
import { PeopleModule } from '../../people';
import { DeadlinesModule } from '../../support/deadlines';
import { CampaignClocks } from './campaign/campaign-clocks';
import { CampaignCommands } from './campaign/campaign-commands';
import { CampaignCoverage } from './campaign/campaign-coverage';
import { CampaignFindings } from './campaign/campaign-findings';
import { CampaignJournal } from './campaign/campaign-journal';
import { CampaignPublisher } from './campaign/campaign-publisher';
import { CampaignScreening } from './campaign/campaign-screening';
import { CampaignSheetChildren } from './campaign/campaign-sheet-children';
import { CampaignSheetCommands } from './campaign/campaign-sheet-commands';
import { CampaignSheetController } from './campaign/campaign-sheet.controller';
import { CampaignSheetQueries } from './campaign/campaign-sheet.queries';
import { CampaignSheetService } from './campaign/campaign-sheet.service';
import { CampaignSheetViews } from './campaign/campaign-sheet-views';
import { CampaignTargets } from './campaign/campaign-targets';
import { CampaignTimeline } from './campaign/campaign-timeline';
import { CampaignViews } from './campaign/campaign-views';
import { CampaignController } from './campaign/campaign.controller';
import { CampaignHome } from './campaign/campaign.home';
import { CampaignNotices } from './campaign/campaign.notices';
import { CampaignQueries } from './campaign/campaign.queries';
import { CampaignService } from './campaign/campaign.service';
import { MonitoringHome } from './monitoring.home';
import { JournalEcho } from './journal';
import { Places } from './places';
import { CareService } from './watch/care.service';
import { CareViews } from './watch/care-views';
import { FindingService } from './watch/finding.service';
import { ProposalChecks } from './watch/proposal-checks';
import { ProposalSupport } from './watch/proposal-support';
import { ProposalService } from './watch/proposal.service';
import { WatchClocks } from './watch/watch-clocks';
import { WatchCommands } from './watch/watch-commands';
import { WatchExclusions } from './watch/watch-exclusions';
import { WatchItemController } from './watch/watch-item.controller';
import { WatchItemService } from './watch/watch-item.service';
import { WatchJournal } from './watch/watch-journal';
import { WatchPage } from './watch/watch-page';
import { WatchPageParts } from './watch/watch-page-parts';
import { WatchPeople } from './watch/watch-people';
import { WatchTimeline } from './watch/watch-timeline';
import { WatchViews } from './watch/watch-views';
import { WatchVisitController } from './watch/watch-visit.controller';
import { WatchVisitViews } from './watch/watch-visit-views';
import { WatchVisits } from './watch/watch-visits';
import { WatchNotices } from './watch/watch.notices';
import { WatchQueries } from './watch/watch.queries';
import { WatchedPeople } from './watch/watched-people';

/** 监测预防. */
@Module({
  imports: [PeopleModule, BackstopModule, CoordinationModule, IntakeModule, HomeModule, DeadlinesModule],
  controllers: [WatchItemController, WatchVisitController, CampaignController, CampaignSheetController],
  providers: [
    JournalEcho,
    Places,
    MonitoringHome,
    WatchJournal,
    WatchCommands,
    WatchClocks,
    WatchExclusions,
    WatchPeople,
    ProposalChecks,
    ProposalService,
    ProposalSupport,
    WatchItemService,
    WatchVisits,
    CareService,
    FindingService,
    WatchViews,
    WatchVisitViews,
    CareViews,
    WatchTimeline,
    WatchPage,
    WatchPageParts,
    WatchQueries,
    WatchNotices,
    WatchedPeople,
    CampaignClocks,
    CampaignCommands,
    CampaignCoverage,
    CampaignFindings,
    CampaignJournal,
    CampaignPublisher,
    CampaignScreening,
    CampaignSheetChildren,
    CampaignSheetCommands,
    CampaignSheetQueries,
    CampaignSheetService,
    CampaignSheetViews,
    CampaignTargets,
    CampaignTimeline,
    CampaignViews,
    CampaignHome,
    CampaignNotices,
    CampaignQueries,
    CampaignService,
  ],
})
export class MonitoringModule {}
