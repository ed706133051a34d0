import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../config';
import { FieldCrypto, FileKeyStore, MasterKeys, SpareKeys } from './crypto';
import { AppDatabase, Clock, WorkerDatabase } from './database';
import { SealedFiles } from './files';
import { IndexKey } from './index-key';
import { Logger } from './logging';
import { Notifier, notifierOf } from './notifier';
import { PeriodicWork } from './periodic';

/** What a process opened before Nest starts: pools, clock and keys. */
export interface PlatformParts {
  readonly config: AppConfig;
  readonly logger: Logger;
  readonly app: AppDatabase;
  readonly worker: WorkerDatabase;
  readonly clock: Clock;
  readonly masters: MasterKeys;
  readonly keys: FileKeyStore;
}

/** The plumbing every module may inject. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly clock: Clock,
    private readonly app: AppDatabase,
    private readonly worker: WorkerDatabase,
  ) {}

  static forRoot(parts: PlatformParts): DynamicModule {
    const providers = [
      { provide: APP_CONFIG, useValue: parts.config },
      { provide: Logger, useValue: parts.logger },
      { provide: AppDatabase, useValue: parts.app },
      { provide: WorkerDatabase, useValue: parts.worker },
      { provide: Clock, useValue: parts.clock },
      { provide: MasterKeys, useValue: parts.masters },
      { provide: FileKeyStore, useValue: parts.keys },
      { provide: SpareKeys, useValue: new SpareKeys(parts.keys) },
      { provide: FieldCrypto, useValue: new FieldCrypto(parts.keys) },
      { provide: SealedFiles, useValue: sealedFiles(parts) },
      { provide: Notifier, useValue: notifierOf(parts.config) },
      { provide: IndexKey, useValue: new IndexKey(parts.masters.deriveKey('index')) },
    ];
    return {
      module: PlatformModule,
      providers: [...providers, PeriodicWork],
      exports: [...providers.map(({ provide }) => provide), PeriodicWork],
    };
  }

  /** Last of all: pools close when nothing can use them any more. */
  async onApplicationShutdown(): Promise<void> {
    this.clock.stop();
    await this.app.dataSource.destroy();
    await this.worker.dataSource.destroy();
  }
}

function sealedFiles({ config, keys }: PlatformParts): SealedFiles {
  const keepFree = config.ATTACHMENT_KEEP_FREE_MB * 1024 * 1024;
  return new SealedFiles(keys, { dir: config.attachmentDir, keepFree });
}
