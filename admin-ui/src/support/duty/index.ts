export { DutyPage } from './DutyPage';
