export { AssessmentsModule } from './assessments.module';
export { AssessmentEntity } from './entities';
