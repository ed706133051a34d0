export { BackgroundWork } from './background-work';
export { Drainer } from './drainer';
export { type ClaimMode, type DueWork, DueWorkRegistry } from './due-work';
export * from './entities';
export { HandlerRegistry, type MessageHandler } from './handler-registry';
export type { MessagePayload, NewMessage, StoredMessage } from './message';
export { Outbox } from './outbox';
export { OutboxModule } from './outbox.module';
export { OutboxStatus, type OutboxSummary } from './outbox-status';
