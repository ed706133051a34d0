export { AssistanceModule } from './assistance.module';
export { PlanDecisionEntity, PlanEntity, PlanReviewEntity } from './entities';
