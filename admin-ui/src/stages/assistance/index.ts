export { AssessPage } from './AssessPage';
export { ClosingPage } from './ClosingPage';
export { PlanPage } from './PlanPage';
export { ReviewPage } from './ReviewPage';
