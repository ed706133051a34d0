import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { AssessmentSection } from './assessment.section';
import { AssessmentService } from './assessment.service';
import { AssessmentsController } from './assessments.controller';

@Module({
  imports: [CasefileModule],
  controllers: [AssessmentsController],
  providers: [AssessmentSection, AssessmentService],
})
export class AssessmentsModule {}
