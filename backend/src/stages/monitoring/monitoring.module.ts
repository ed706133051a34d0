import { Module } from '@nestjs/common';
import { CoordinationModule } from '../../desk/coordination';
import { HomeModule } from '../../desk/home';
import { IntakeModule } from '../../desk/intake';
import { PeopleModule } from '../../people';
import { DeadlinesModule } from '../../support/deadlines';
import { MonitoringHome } from './monitoring.home';
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
  imports: [PeopleModule, CoordinationModule, IntakeModule, HomeModule, DeadlinesModule],
  controllers: [WatchItemController, WatchVisitController],
  providers: [
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
  ],
})
export class MonitoringModule {}
