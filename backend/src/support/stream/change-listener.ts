import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { AppDatabase } from '../../platform/database';
import { Logger } from '../../platform/logging';
import { type Change, CHANGE_CHANNEL, parseChange } from './changes';

const RECONNECT_MS = 1_000;

export interface ChangeSubscriber {
  onChange(change: Change): void;
  /** Changes may have been missed: the reader has to fetch again. */
  onGap(): void;
}

/** One dedicated connection of this process that LISTENs; it exists while somebody subscribes and comes back by itself. */
@Injectable()
export class ChangeListener implements OnApplicationShutdown {
  private readonly subscribers = new Set<ChangeSubscriber>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly database: AppDatabase,
    private readonly logger: Logger,
  ) {}

  /** Returns how to unsubscribe. Changes before the connection stands are covered by a gap. */
  subscribe(subscriber: ChangeSubscriber): () => void {
    this.subscribers.add(subscriber);
    if (this.client === undefined && this.retry === undefined) this.connect();
    return () => {
      this.subscribers.delete(subscriber);
      if (this.subscribers.size === 0) this.disconnect();
    };
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    this.subscribers.clear();
    this.disconnect();
  }

  private connect(): void {
    this.retry = undefined;
    const { options } = this.database.dataSource;
    const url = 'url' in options && typeof options.url === 'string' ? options.url : undefined;
    const client = new Client({
      connectionString: url,
      application_name: 'tonghu-stream',
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
    });
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => {
      const change = parseChange(payload ?? '');
      if (change !== undefined) for (const subscriber of this.subscribers) subscriber.onChange(change);
    });
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANGE_CHANNEL}`))
      .then(() => {
        for (const subscriber of this.subscribers) subscriber.onGap();
      })
      .catch(() => this.lost(client));
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    if (this.isClosed || this.subscribers.size === 0) return;
    this.logger.warn('the connection for screen updates was lost; connecting again');
    this.retry = setTimeout(() => this.connect(), RECONNECT_MS);
    this.retry.unref();
  }

  private disconnect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const { client } = this;
    this.client = undefined;
    client?.end().catch(() => undefined);
  }
}
