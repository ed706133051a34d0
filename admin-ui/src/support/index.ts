export { AuditPage } from './AuditPage';
export { DeadlineListPage } from './DeadlineListPage';
export { DeadlineRulesPage } from './DeadlineRulesPage';
export { DutyPage } from './duty';
export { NoticesPage } from './NoticesPage';
export { SystemPage } from './SystemPage';
