import { resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AppConfig } from '../config';
import { backupKey, type ContinuousBackup } from '../platform/backup';
import { MasterKeys } from '../platform/crypto';
import { EmbeddedPostgres } from '../platform/embedded';
import { setFailpoint } from '../platform/failpoint';
import type { Logger } from '../platform/logging';
import { BackgroundWork } from '../platform/outbox';
import { PeriodicWork } from '../platform/periodic';
import { DeadlineService } from '../support/deadlines';
import { ChangeStream } from '../support/stream';
import { systemContext } from '../kernel';
import { WorkerDatabase } from '../platform/database';
import { archiveSecondsOf, continuousBackup, placesOf } from './backup';
import { createApp, openPlatform } from './create-app';
import { createDocumentApp } from './document-app';
import { Drain } from './drain';
import { openApiDocument, serveDocs } from './openapi';
import { prepareDatabase } from './prepare-database';
import { loadSeeds } from './seed-package';
import { addHeaders, serveConsole, serveHealthOnly } from './web';

export interface Running {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** Drains and closes everything; resolves when the process may exit. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly say: (line: string) => void;
  readonly resetDemo?: boolean;
  readonly prepareOnly?: boolean;
}

const CONSOLE_FOLDER = resolve(__dirname, '../../../admin-ui/dist');
const DRAIN_MS = 25_000;

/** Starts a process from its environment: database, migrations, seeds, application, listener. Undefined when only preparing. */
export async function start(
  config: AppConfig,
  { say, resetDemo, prepareOnly }: StartOptions,
): Promise<Running | undefined> {
  setFailpoint(config.FAILPOINT, config.NODE_ENV);
  const seeds = await loadSeeds();
  const embedded =
    config.DATABASE_URL === undefined
      ? await EmbeddedPostgres.start({
          dataDir: config.dataDir,
          log: say,
          archiveSeconds: archiveSecondsOf(config),
        })
      : undefined;
  const ownerUrl = config.DATABASE_URL ?? embedded?.url ?? '';
  const masters = await MasterKeys.open(config.keyDir, config.MASTER_KEY_FILE);
  const prepared = await prepareDatabase(ownerUrl, config, masters, seeds, { reset: resetDemo === true });
  if (prepareOnly) {
    await embedded?.stop();
    return undefined;
  }
  const parts = await openPlatform(config, masters, prepared.urlOf);
  const app = await createApp(parts);
  addHeaders(app, config.TLS_CERT !== undefined || config.PUBLIC_URL?.startsWith('https://') === true);
  if (config.ROLE === 'worker') serveHealthOnly(app);
  serveDocs(app);
  serveConsole(app, CONSOLE_FOLDER);
  await app.init();
  if (config.INSTALLATION === 'demo' && config.ROLE !== 'api') await seeds.seedDemoCases(app);
  if (config.ROLE === 'worker' || config.ROLE === 'all') {
    await recountProvisional(app);
    await app.get(BackgroundWork).start();
    app.get(PeriodicWork).start();
  }
  const backup = embedded && startContinuousBackup(config, embedded, masters, parts.logger);
  await app.listen(config.PORT, config.HOST);
  return { app, url: addressOf(app, config), stop: (): Promise<void> => stop(app, embedded, backup) };
}

/** With BACKUP_DIR set and the embedded database here, WAL goes to the backup as it is closed. */
function startContinuousBackup(
  config: AppConfig,
  embedded: EmbeddedPostgres,
  masters: MasterKeys,
  logger: Logger,
): ContinuousBackup | undefined {
  if (config.BACKUP_DIR === undefined) return undefined;
  const onError = (error: unknown): void =>
    logger.error('WAL could not be archived', { error: error instanceof Error ? error.name : 'unknown' });
  const backup = continuousBackup(config, embedded.dir, placesOf(config, {}), backupKey(masters), onError);
  backup.start();
  return backup;
}

/** Holiday notices arrive with the seeds: clocks that ran into an unloaded year (暂算) are counted again at start. */
async function recountProvisional(app: NestExpressApplication): Promise<void> {
  const deadlines = app.get(DeadlineService);
  const context = systemContext('', 'recount-provisional');
  const batch = (): Promise<number> =>
    app.get(WorkerDatabase).inTransaction(context, (tx) => deadlines.recomputeProvisional(tx));
  while ((await batch()) > 0);
}

/** Writes the OpenAPI document without touching a database. */
export async function exportOpenApi(config: AppConfig, file: string): Promise<void> {
  const app = await createDocumentApp(config);
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}

function addressOf(app: NestExpressApplication, config: AppConfig): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT;
  return config.PUBLIC_URL ?? `http://${config.HOST}:${port}`;
}

/** Readiness off, no new connections, requests in flight finish, then jobs, then pools, then the embedded database. */
async function stop(
  app: NestExpressApplication,
  embedded: EmbeddedPostgres | undefined,
  backup: ContinuousBackup | undefined,
): Promise<void> {
  app.get(Drain).isDraining = true;
  app.get(ChangeStream).closeAll();
  const server = app.getHttpServer();
  const closed = new Promise<void>((done) => server.close(() => done()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(force);
  await app.close();
  await backup?.stop();
  await embedded?.stop();
}
