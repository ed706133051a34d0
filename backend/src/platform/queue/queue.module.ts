import { Global, Module } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../../config';
import { WorkerDatabase } from '../database';
import { JobQueue, QueueSettings } from './job-queue';

/** The sweep needs a connection of the worker pool while jobs run; more jobs at a time than this only wait for rows. */
const MAX_CONCURRENCY = 4;

/** Redis when REDIS_URL is set, else the schema `bullmq` of our own database, under the worker role. */
export function queueSettings(
  config: Pick<AppConfig, 'REDIS_URL'>,
  { dataSource }: WorkerDatabase,
): QueueSettings {
  const { options } = dataSource;
  const workerUrl = 'url' in options && typeof options.url === 'string' ? options.url : '';
  const poolSize = options.poolSize ?? MAX_CONCURRENCY + 1;
  return new QueueSettings({
    workerUrl,
    // Jobs name rows of one database; a neighbour on the same Redis must not take them.
    redisPrefix: `tonghu-${databaseOf(workerUrl)}`,
    concurrency: Math.max(1, Math.min(MAX_CONCURRENCY, poolSize - 1)),
    ...(config.REDIS_URL === undefined ? {} : { redisUrl: config.REDIS_URL }),
  });
}

function databaseOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.slice(1) : '';
}

/** 任务队列. Needs the configuration, WorkerDatabase and Logger in the global scope. */
@Global()
@Module({
  providers: [
    { provide: QueueSettings, useFactory: queueSettings, inject: [APP_CONFIG, WorkerDatabase] },
    JobQueue,
  ],
  exports: [JobQueue],
})
export class QueueModule {}
