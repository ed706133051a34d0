import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { AlertsSection } from './alerts.section';
import { AssessmentReviewService } from './assessment-review.service';
import { AssessmentSection } from './assessment.section';
import { AssessmentService } from './assessment.service';
import { AssessmentsController } from './assessments.controller';
import { UrgencyService } from './urgency.service';

@Module({
  imports: [CasefileModule],
  controllers: [AssessmentsController],
  providers: [AlertsSection, AssessmentReviewService, AssessmentSection, AssessmentService, UrgencyService],
})
export class AssessmentsModule {}
