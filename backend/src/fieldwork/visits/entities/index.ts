export { VisitEntity } from './visit.entity';
