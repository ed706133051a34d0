import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { DeadlinesModule } from '../../support/deadlines';
import { ConferenceClocks } from './conference-clocks';
import { ConferenceFacts } from './conference.facts';
import { ConferenceNotices } from './conference.notices';
import { ConferenceSection } from './conference.section';
import { ConferenceService } from './conference.service';
import { ConferencesController } from './conferences.controller';

@Module({
  imports: [CasefileModule, DeadlinesModule],
  controllers: [ConferencesController],
  providers: [ConferenceClocks, ConferenceFacts, ConferenceNotices, ConferenceSection, ConferenceService],
})
export class ConferencesModule {}
