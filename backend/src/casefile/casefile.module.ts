import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { DeadlinesModule } from '../support/deadlines';
import { AssignmentService } from './assignment.service';
import { CaseAttachments } from './case-attachments';
import { CaseClocks } from './case-clocks';
import { CaseCommands } from './case-commands';
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
import { PhaseEffects } from './phase-effects';
import { Timelines } from './timelines';

@Module({
  imports: [PeopleModule, DeadlinesModule],
  controllers: [CaseController],
  providers: [
    AssignmentService,
    CaseAttachments,
    CaseClocks,
    CaseCommands,
    CaseComposer,
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
    PhaseEffects,
    Timelines,
  ],
  exports: [
    AssignmentService,
    CaseClocks,
    CaseCommands,
    CaseFactSources,
    CaseLog,
    CaseQueries,
    CaseSections,
    CaseService,
    PhaseEffects,
    Timelines,
  ],
})
export class CasefileModule {}
