export { AssessmentReviewEntity } from './assessment-review.entity';
export { AssessmentEntity } from './assessment.entity';
