export { PlanServiceEntity } from './plan-service.entity';
