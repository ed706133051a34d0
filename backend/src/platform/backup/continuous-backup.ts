import { mirror, mirrorKeys } from './mirror';
import { WalArchive } from './wal-archive';

const EVERY_MS = 5_000;

export interface ContinuousOptions {
  readonly spool: string;
  readonly archive: WalArchive;
  readonly attachments: { readonly from: string; readonly to: string };
  readonly keys: { readonly from: string; readonly to: string };
  readonly onError: (error: unknown) => void;
}

/**
 * Between two backups: takes finished WAL out of the spool, seconds after PostgreSQL closed it. Keys and attachments are on
 * disk before the row that needs them commits, so they are copied first: whatever archived WAL names is in the backup.
 */
export class ContinuousBackup {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ContinuousOptions) {}

  start(): void {
    let isBusy = false;
    this.timer = setInterval(() => {
      if (isBusy) return;
      isBusy = true;
      this.running = this.shipOnce()
        .catch(this.options.onError)
        .finally(() => (isBusy = false));
    }, EVERY_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Returns how many pieces of WAL went over. */
  async shipOnce(): Promise<number> {
    const { spool, archive, attachments, keys } = this.options;
    const names = await WalArchive.waiting(spool);
    if (names.length === 0) return 0;
    await mirrorKeys(keys.from, keys.to);
    await mirror(attachments.from, attachments.to);
    await archive.take(spool, names);
    return names.length;
  }
}
