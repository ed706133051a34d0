export { errorLabel } from './error-label';
export { JOB_NAMES, type Job, type JobData, type JobName, type JobProcessor } from './job';
export { JobQueue, type QueueHealth, QueueSettings, QueueSettingsError } from './job-queue';
export { prepareQueueSchema, QUEUE_SCHEMA } from './postgres-queue';
export type { QueueKind } from './queue-backend';
export { QueueModule } from './queue.module';
