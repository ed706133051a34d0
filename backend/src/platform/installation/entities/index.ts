export { InstallationEntity } from './installation.entity';
