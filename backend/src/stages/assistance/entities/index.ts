export { PlanEntity } from './plan.entity';
