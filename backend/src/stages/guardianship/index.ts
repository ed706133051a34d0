export * from './entities';
export { GuardianshipModule } from './guardianship.module';
