export { EmergencyModule } from './emergency.module';
export { SafetyCheckEntity } from './entities';
