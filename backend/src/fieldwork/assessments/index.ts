export { AssessmentsModule } from './assessments.module';
export { AssessmentEntity, AssessmentReviewEntity } from './entities';
