import { Injectable, type MessageEvent } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import type { RequestContext } from '../../kernel';
import { SessionService } from '../access';
import { ChangeListener } from './change-listener';
import { ChangeVisibility } from './change-visibility';
import type { Change } from './changes';

const HEARTBEAT_MS = 15_000;
/** Changes of this span are checked together: one transaction per open screen, not one per change. */
const GATHER_MS = 200;
/** More than this at once: fetching again is cheaper than a list. */
const MAX_GATHERED = 100;

export interface StreamReader {
  readonly ctx: RequestContext;
  readonly sessionId: string;
  /** The browser was connected before and may have missed something. */
  readonly isReconnect: boolean;
}

/** One stream per open screen: changed records the reader may see, a heartbeat, and the end of the session. */
@Injectable()
export class ChangeStream {
  private readonly outputs = new Set<Subscriber<MessageEvent>>();

  constructor(
    private readonly listener: ChangeListener,
    private readonly visibility: ChangeVisibility,
    private readonly sessions: SessionService,
  ) {}

  open(reader: StreamReader): Observable<MessageEvent> {
    return new Observable((output) => {
      const screen = new Screen(reader, output, this.visibility);
      this.outputs.add(output);
      output.next({ comment: 'open' });
      if (reader.isReconnect) screen.resync();
      const unsubscribe = this.listener.subscribe({
        onChange: (change) => screen.add(change),
        onGap: () => screen.resync(),
      });
      const heartbeat = setInterval(() => void this.beat(reader, output), HEARTBEAT_MS);
      return () => {
        this.outputs.delete(output);
        clearInterval(heartbeat);
        unsubscribe();
        screen.close();
      };
    });
  }

  /** Before this process stops: a stream never ends by itself, and a browser connects again elsewhere. */
  closeAll(): void {
    for (const output of [...this.outputs]) output.complete();
  }

  /** A session that cannot be checked is treated as ended; the browser connects again and is asked who it is. */
  private async beat({ sessionId }: StreamReader, output: Subscriber<MessageEvent>): Promise<void> {
    const isAlive = await this.sessions.isAlive(sessionId).catch(() => false);
    if (isAlive) output.next({ comment: 'beat' });
    else output.complete();
  }
}

/** Gathers changes for one reader, keeps those the reader may see, and sends them in order. */
class Screen {
  private readonly gathered = new Map<string, Change>();
  private timer: NodeJS.Timeout | undefined;
  private sending = false;

  constructor(
    private readonly reader: StreamReader,
    private readonly output: Subscriber<MessageEvent>,
    private readonly visibility: ChangeVisibility,
  ) {}

  add(change: Change): void {
    if (change.district !== this.reader.ctx.actor.districtCode) return;
    this.gathered.set(`${change.kind}:${change.id}`, change);
    this.schedule();
  }

  resync(): void {
    this.output.next({ type: 'resync', data: {} });
  }

  close(): void {
    clearTimeout(this.timer);
    this.gathered.clear();
  }

  private schedule(): void {
    if (this.sending || this.timer !== undefined || this.gathered.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.send();
    }, GATHER_MS);
  }

  private async send(): Promise<void> {
    this.sending = true;
    const changes = [...this.gathered.values()];
    this.gathered.clear();
    try {
      if (changes.length > MAX_GATHERED) this.resync();
      else
        for (const data of await this.visibility.visible(this.reader.ctx, changes))
          this.output.next({ type: 'changed', data });
    } catch {
      // Not knowing what the reader may see, say nothing about single records.
      this.resync();
    } finally {
      this.sending = false;
      if (!this.output.closed) this.schedule();
    }
  }
}
