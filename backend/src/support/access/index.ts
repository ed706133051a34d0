export * from './access.decorators';
export * from './access.guard';
export { AccessModule } from './access.module';
export { DemoAccounts } from './demo-accounts';
export { AgencyEntity, AppUserEntity, LoginThrottleEntity, RegionEntity, SessionEntity } from './entities';
export { InstallationKind, type InstallationKindName } from './installation-kind';
export * from './permissions';
export { hashPassword, SESSION_COOKIES, SessionService, type Session } from './session.service';
export { staffedSql } from './staffed';
