export { GuidanceRecordEntity } from './guidance-record.entity';
export { PlanServiceEntity } from './plan-service.entity';
