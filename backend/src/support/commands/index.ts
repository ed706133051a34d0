export * from './commands';
export { CommandsModule } from './commands.module';
export { IdempotencyKeyEntity } from './entities';
