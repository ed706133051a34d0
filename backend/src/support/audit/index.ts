export * from './audit-log';
export { AuditModule } from './audit.module';
export { AuditEntryEntity } from './entities';
