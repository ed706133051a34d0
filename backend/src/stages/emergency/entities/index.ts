export { SafetyCheckEntity } from './safety-check.entity';
