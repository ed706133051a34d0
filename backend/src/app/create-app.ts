import { readFileSync } from 'node:fs';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AbstractHttpAdapter } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { APP_CONFIG, type AppConfig } from '../config';
import { FileKeyStore, MasterKeys } from '../platform/crypto';
import { AppDatabase, Clock, createDataSource, WorkerDatabase } from '../platform/database';
import type { PlatformParts } from '../platform';
import { Logger } from '../platform/logging';
import { AppModule } from './app.module';
import type { LoginRole } from './database-roles';
import { ENTITIES } from './entities';

const BODY_LIMIT = '1mb';
const POOL = { app: 10, worker: 6 };

/** Opens keys, pools and clock of a process. */
export async function openPlatform(
  config: AppConfig,
  masters: MasterKeys,
  urlOf: (role: LoginRole) => string,
): Promise<PlatformParts> {
  const source = (role: LoginRole, max: number) =>
    createDataSource({ url: urlOf(role), max, applicationName: role, entities: ENTITIES }).initialize();
  const [app, worker, keys] = await Promise.all([
    source('tonghu_app', POOL.app),
    source('tonghu_worker', POOL.worker),
    FileKeyStore.open(`${config.keyDir}/subjects`, masters),
  ]);
  const clock = new Clock(app);
  await clock.start();
  return {
    config,
    logger: new Logger(config.LOG_LEVEL),
    app: new AppDatabase(app, clock),
    worker: new WorkerDatabase(worker, clock),
    clock,
    masters,
    keys,
  };
}

/** The application on Express, or on another adapter for comparison (backend/docs/decisions). */
export async function createApp(
  parts: PlatformParts,
  adapter?: AbstractHttpAdapter,
): Promise<NestExpressApplication> {
  const { TLS_CERT, TLS_KEY } = parts.config;
  const httpsOptions =
    TLS_CERT && TLS_KEY ? { httpsOptions: { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) } } : {};
  const options = {
    bodyParser: false,
    abortOnError: false,
    logger: ['error', 'warn'] as ('error' | 'warn')[],
    ...httpsOptions,
  };
  const module = AppModule.forRoot(parts);
  const app = adapter
    ? await NestFactory.create<NestExpressApplication>(module, adapter, { ...options, bodyParser: true })
    : await NestFactory.create<NestExpressApplication>(module, options);
  if (!adapter) configureExpress(app);
  app.setGlobalPrefix('api/v1', {
    exclude: ['health/live', 'health/ready', 'metrics'].map((path) => ({ path, method: RequestMethod.GET })),
  });
  return app;
}

function configureExpress(app: NestExpressApplication): void {
  const config = app.get<AppConfig>(APP_CONFIG);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.disable('x-powered-by');
  if (config.TRUST_PROXY !== undefined) app.set('trust proxy', config.TRUST_PROXY);
}
