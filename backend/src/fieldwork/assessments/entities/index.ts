export { AssessmentEntity } from './assessment.entity';
