export { VisitEntity } from './entities';
export { VisitsModule } from './visits.module';
