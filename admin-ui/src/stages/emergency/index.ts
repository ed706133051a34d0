export { SafetyCheckPage } from './SafetyCheckPage';
