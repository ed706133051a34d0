export { AssistanceModule } from './assistance.module';
export { PlanEntity } from './entities';
