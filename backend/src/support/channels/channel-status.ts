import { Injectable } from '@nestjs/common';
import { WorkerDatabase } from '../../platform/database';
import { CHANNEL_NAMES, Notifier } from '../../platform/notifier';

export interface ChannelSummary {
  /** Chinese names of what is configured; empty: inside the console only. */
  readonly names: readonly string[];
  readonly queued: number;
  readonly failed: number;
  /** 待人工确认. */
  readonly unconfirmed: number;
}

/** Numbers for 系统运行; counts only. */
@Injectable()
export class ChannelStatus {
  constructor(
    private readonly database: WorkerDatabase,
    private readonly notifier: Notifier,
  ) {}

  async summary(): Promise<ChannelSummary> {
    const [row] = await this.database.dataSource.query<Omit<ChannelSummary, 'names'>[]>(
      `SELECT count(*) FILTER (WHERE state IN ('queued', 'sending'))::int AS queued, count(*) FILTER (WHERE state = 'failed')::int AS failed,
              count(*) FILTER (WHERE state = 'unconfirmed')::int AS unconfirmed
         FROM notice_dispatch WHERE state IN ('queued', 'sending', 'failed', 'unconfirmed')`,
    );
    const names = this.notifier.channels.map(({ name }) => CHANNEL_NAMES[name]);
    return { names, queued: row?.queued ?? 0, failed: row?.failed ?? 0, unconfirmed: row?.unconfirmed ?? 0 };
  }
}
