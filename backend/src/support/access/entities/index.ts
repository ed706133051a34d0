export { RegionEntity } from './region.entity';
export { AgencyEntity } from './agency.entity';
export { AppUserEntity } from './app-user.entity';
export { SessionEntity } from './session.entity';
export { LoginThrottleEntity } from './login-throttle.entity';
