export { GuidanceRecordEntity, PlanServiceEntity } from './entities';
export { type PlannedService, PlanServices } from './plan-services';
export { OPEN_SERVICE_STATES } from './service.states';
export { ServicesModule } from './services.module';
