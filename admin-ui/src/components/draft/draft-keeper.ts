import { ApiError, serverNow } from '../../api';
import { canKeepLocally, findLocalDraft, removeLocalDraft, writeLocalDraft } from './local-draft';
import type { LocalDraft } from './local-draft';
import { deleteServerDraft, findServerDraft, saveServerDraft } from './server-draft';
import type { ServerDraft } from './server-draft';

export type DraftStatus =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** The server could not be reached; `kept` says whether this browser holds an encrypted copy. */
  | { kind: 'offline'; kept: boolean };

export interface DraftConflict<T> {
  server: ServerDraft<T>;
  mine: T;
}

interface Events<T> {
  onStatus: (status: DraftStatus) => void;
  onConflict: (conflict: DraftConflict<T> | null) => void;
}

const TYPING_PAUSE_MS = 1000;
const LOCAL_PAUSE_MS = 150;
const RETRY_MS = 10_000;

/**
 * Keeps what is being typed: on the server one second after the last key, and at once as an encrypted copy in this
 * browser, so that a reload, a killed tab or a lost connection loses nothing.
 */
export class DraftKeeper<T> {
  private version: number | null = null;
  private pending: { value: T } | null = null;
  private sent: T | undefined;
  private sending: Promise<void> = Promise.resolve();
  private conflicted = false;
  private ended = false;
  private discarded = false;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private localTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly kind: string,
    private readonly subjectId: string | undefined,
    private readonly events: Events<T>,
  ) {}

  private get name(): string {
    return this.subjectId === undefined ? this.kind : `${this.kind}.${this.subjectId}`;
  }

  /** What was typed last time, from the server or this browser, whichever is newer; null when there is nothing. */
  async restore(): Promise<T | null> {
    const local = await findLocalDraft<T>(this.name);
    let server: ServerDraft<T> | null;
    try {
      server = await findServerDraft<T>(this.kind, this.subjectId);
    } catch {
      if (local === undefined) return null;
      this.version = local.baseVersion;
      this.save(local.value);
      return local.value;
    }
    this.version = server?.version ?? null;
    if (server !== null) this.events.onStatus({ kind: 'saved', at: Date.parse(server.updatedAt) });
    if (local?.dirty !== true) return server?.body ?? null;
    if (server !== null && isForeign(server, local)) this.raise({ server, mine: local.value });
    else this.save(local.value);
    return local.value;
  }

  /** Remembers the newest text; saving follows by itself. */
  save(value: T): void {
    if (this.ended) return;
    this.pending = { value };
    clearTimeout(this.localTimer);
    this.localTimer = setTimeout(() => void this.keepCopy(value, true), LOCAL_PAUSE_MS);
    this.sendAfter(TYPING_PAUSE_MS);
  }

  /** Tries now, for example when the connection is back or the page is about to be hidden. */
  flush(): void {
    if (this.pending !== null) this.sendAfter(0);
  }

  /** Ends a conflict with the text that is to stay. */
  resolve(conflict: DraftConflict<T>, keepMine: boolean): void {
    this.version = conflict.server.version;
    this.conflicted = false;
    this.events.onConflict(null);
    if (keepMine) this.save(conflict.mine);
    else {
      this.pending = null;
      void this.keepCopy(conflict.server.body, false);
      this.events.onStatus({ kind: 'saved', at: Date.parse(conflict.server.updatedAt) });
    }
  }

  /** Submitted or thrown away: nothing of it stays anywhere. */
  async discard(): Promise<void> {
    this.discarded = true;
    this.stop();
    await this.sending;
    removeLocalDraft(this.name);
    await deleteServerDraft(this.kind, this.subjectId).catch(() => undefined);
  }

  /** The page is left: what is pending is sent once more, timers end. */
  close(): void {
    clearTimeout(this.typingTimer);
    if (!this.ended && this.pending !== null) void this.send();
    this.ended = true;
  }

  private isDiscarded(): boolean {
    return this.discarded;
  }

  private stop(): void {
    this.ended = true;
    this.pending = null;
    clearTimeout(this.typingTimer);
    clearTimeout(this.localTimer);
  }

  private sendAfter(delay: number): void {
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => {
      this.sending = this.sending.then(() => this.send());
    }, delay);
  }

  private async send(): Promise<void> {
    const sent = this.pending;
    if (sent === null || this.conflicted) return;
    this.events.onStatus({ kind: 'saving' });
    this.sent = sent.value;
    await this.keepCopy(sent.value, true);
    try {
      const { version } = await saveServerDraft(this.kind, this.subjectId, sent.value, this.version);
      this.version = version;
      if (this.pending === sent) {
        this.pending = null;
        clearTimeout(this.localTimer);
        if (!this.ended) await this.keepCopy(sent.value, false);
      }
      this.events.onStatus({ kind: 'saved', at: serverNow() });
    } catch (error) {
      this.failed(error, sent.value);
    }
  }

  private failed(error: unknown, mine: T): void {
    const problem = error instanceof ApiError ? error.problem : undefined;
    const current = problem?.current as ServerDraft<T> | undefined;
    if (problem?.status === 412 && current !== undefined) {
      this.raise({ server: current, mine });
      return;
    }
    this.events.onStatus({ kind: 'offline', kept: canKeepLocally() });
    if (!this.ended) this.sendAfter(RETRY_MS);
  }

  private raise(conflict: DraftConflict<T>): void {
    this.conflicted = true;
    this.events.onConflict(conflict);
  }

  private async keepCopy(value: T, dirty: boolean): Promise<void> {
    if (this.ended) return;
    const copy = { value, savedAt: serverNow(), baseVersion: this.version, dirty };
    await writeLocalDraft(this.name, this.sent === undefined ? copy : { ...copy, sent: this.sent });
    // Discarded while the copy was being written.
    if (this.isDiscarded()) removeLocalDraft(this.name);
  }
}

/** Whether the server's text came from elsewhere, and not from this copy's own save with a lost answer. */
function isForeign<T>(server: ServerDraft<T>, local: LocalDraft<T>): boolean {
  if (server.version === local.baseVersion) return false;
  const theirs = JSON.stringify(server.body);
  return theirs !== JSON.stringify(local.sent) && theirs !== JSON.stringify(local.value);
}
