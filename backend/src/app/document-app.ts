import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AppConfig } from '../config';
import { FileKeyStore, MasterKeys } from '../platform/crypto';
import { AppDatabase, Clock, createDataSource, WorkerDatabase } from '../platform/database';
import { Logger } from '../platform/logging';
import { createApp } from './create-app';

/** The application wired but never started: enough to read its routes from, with no database behind it. */
export async function createDocumentApp(config: AppConfig): Promise<NestExpressApplication> {
  const folder = await mkdtemp(join(tmpdir(), 'tonghu-openapi-'));
  const masters = await MasterKeys.open(join(folder, 'keys'));
  const source = createDataSource({
    url: 'postgres://nobody@127.0.0.1:1/none',
    max: 1,
    applicationName: 'tonghu-openapi',
    entities: [],
  });
  const clock = new Clock(source);
  return createApp({
    config,
    logger: new Logger('silent'),
    app: new AppDatabase(source, clock),
    worker: new WorkerDatabase(source, clock),
    clock,
    masters,
    keys: await FileKeyStore.open(join(folder, 'keys', 'subjects'), masters),
  });
}
