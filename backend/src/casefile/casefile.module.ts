import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { DeadlinesModule } from '../support/deadlines';
import { AssignmentService } from './assignment.service';
import { CaseAttachments } from './case-attachments';
import { CaseBackstop } from './case-backstop';
import { CaseClocks } from './case-clocks';
import { CaseCommands } from './case-commands';
import { CaseEnding } from './case-ending';
import { CaseComposer } from './case-composer';
import { CaseFactSources } from './case-facts';
import { CaseList } from './case-list';
import { CaseLog } from './case-log';
import { CaseParties } from './case-parties';
import { CaseSections } from './case-sections';
import { CaseController } from './case.controller';
import { CaseNotices } from './case.notices';
import { CaseQueries } from './case.queries';
import { CaseService } from './case.service';
import { CasesOfPeople } from './cases-of-people';
import { ClosingQueries } from './closing.queries';
import { ClosingService } from './closing.service';
import { ArchiveService } from './lifecycle/archive.service';
import { DeathService } from './lifecycle/death.service';
import { FollowUpService } from './lifecycle/follow-up.service';
import { LifecycleController } from './lifecycle/lifecycle.controller';
import { LifecycleQueries } from './lifecycle/lifecycle.queries';
import { ReopenService } from './lifecycle/reopen.service';
import { SuspensionService } from './lifecycle/suspension.service';
import { EmergencyOpening } from './emergency-opening';
import { PhaseEffects } from './phase-effects';
import { Timelines } from './timelines';

@Module({
  imports: [PeopleModule, DeadlinesModule],
  controllers: [CaseController, LifecycleController],
  providers: [
    ArchiveService,
    AssignmentService,
    CaseAttachments,
    CaseBackstop,
    CaseClocks,
    CaseCommands,
    CaseComposer,
    CaseEnding,
    CaseFactSources,
    CaseList,
    CaseLog,
    CaseNotices,
    CaseParties,
    CaseQueries,
    CaseSections,
    CaseService,
    CasesOfPeople,
    ClosingQueries,
    ClosingService,
    DeathService,
    FollowUpService,
    LifecycleQueries,
    EmergencyOpening,
    PhaseEffects,
    ReopenService,
    SuspensionService,
    Timelines,
  ],
  exports: [
    AssignmentService,
    CaseBackstop,
    CaseClocks,
    CaseCommands,
    CaseEnding,
    CaseFactSources,
    CaseLog,
    CaseQueries,
    CaseSections,
    CaseService,
    ClosingService,
    EmergencyOpening,
    PhaseEffects,
    ReopenService,
    Timelines,
  ],
})
export class CasefileModule {}
