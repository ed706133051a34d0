import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { DeadlinesModule } from '../../support/deadlines';
import { ProceedingClocks } from './proceeding-clocks';
import { ProceedingSection } from './proceeding.section';
import { ProceedingService } from './proceeding.service';
import { ProceedingsController } from './proceedings.controller';

@Module({
  imports: [CasefileModule, DeadlinesModule],
  controllers: [ProceedingsController],
  providers: [ProceedingClocks, ProceedingSection, ProceedingService],
  exports: [ProceedingClocks],
})
export class ProceedingsModule {}
