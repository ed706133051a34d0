export * from './entities';
export { MedicalRecords } from './medical-records';
export { PlacementsModule } from './placements.module';
