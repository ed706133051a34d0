export { ConferencesModule } from './conferences.module';
export * from './entities';
