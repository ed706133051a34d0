export { PlanServiceEntity } from './entities';
export { type PlannedService, PlanServices } from './plan-services';
export { ServicesModule } from './services.module';
