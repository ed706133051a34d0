import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { ProceedingsModule } from '../../fieldwork/proceedings';
import { DeadlinesModule } from '../../support/deadlines';
import { GuardianshipController } from './guardianship.controller';
import { GuardianshipService } from './guardianship.service';
import { MeasureClocks } from './measure-clocks';
import { MeasureSteps } from './measure-steps.service';
import { MeasureSection } from './measure.section';
import { MeasureService } from './measure.service';
import { MeasuresController } from './measures.controller';

@Module({
  imports: [CasefileModule, DeadlinesModule, ProceedingsModule],
  controllers: [GuardianshipController, MeasuresController],
  providers: [GuardianshipService, MeasureClocks, MeasureSection, MeasureService, MeasureSteps],
})
export class GuardianshipModule {}
