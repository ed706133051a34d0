export { RecordVisitRequest } from './dto/record-visit.request';
export { VisitEntity } from './entities';
export { splitVisit, toVisitResponse, VISIT_COLUMNS, type VisitBody, type VisitRow } from './visit-record';
export { type Rating, VISIT_ITEMS, type VisitForm, type VisitItem, visitErrors } from './visit.rules';
export { VisitsModule } from './visits.module';
