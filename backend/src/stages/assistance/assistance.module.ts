import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { ServicesModule } from '../../fieldwork/services';
import { AssistanceController } from './assistance.controller';
import { PlanSection } from './plan.section';
import { PlanService } from './plan.service';

@Module({
  imports: [CasefileModule, ServicesModule],
  controllers: [AssistanceController],
  providers: [PlanSection, PlanService],
})
export class AssistanceModule {}
