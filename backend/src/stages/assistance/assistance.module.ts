import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { ServicesModule } from '../../fieldwork/services';
import { AssistanceController } from './assistance.controller';
import { PlanReviewSection } from './plan-review.section';
import { PlanReviewService } from './plan-review.service';
import { PlanSection } from './plan.section';
import { PlanService } from './plan.service';

@Module({
  imports: [CasefileModule, ServicesModule],
  controllers: [AssistanceController],
  providers: [PlanReviewSection, PlanReviewService, PlanSection, PlanService],
})
export class AssistanceModule {}
