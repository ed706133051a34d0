export { PlanDecisionEntity } from './plan-decision.entity';
export { PlanReviewEntity } from './plan-review.entity';
export { PlanEntity } from './plan.entity';
