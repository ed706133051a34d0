export * from './entities';
export { MedicalRecords } from './medical-records';
export { PlacementsModule } from './placements.module';
export { CARER_CHECKS, type CarerCheck } from './placement.rules';
