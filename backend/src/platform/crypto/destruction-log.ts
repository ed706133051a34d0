import { open, stat } from 'node:fs/promises';
import { hasErrorCode } from './durable-files';

/** How long another process may go on using a cached key after its destruction, in milliseconds. */
const CHECK_EVERY_MS = 1000;

/**
 * One line per destroyed subject, shared by all processes on the store. Its growth is their sign to forget
 * cached keys; its lines are what to destroy again after an older copy of the store was restored.
 */
export class DestructionLog {
  #knownSize = 0;
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly file: string) {}

  /** Appends a subject, on disk when it resolves. */
  async append(subjectId: string): Promise<void> {
    const handle = await open(this.file, 'a', 0o600);
    try {
      await handle.appendFile(`${subjectId}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** True when any process destroyed a key since the last call; looks at the disk at most once a second. */
  async hasGrown(): Promise<boolean> {
    const now = performance.now();
    if (now - this.#checkedAt < CHECK_EVERY_MS) return false;
    this.#checkedAt = now;
    const size = await this.#size();
    if (size === this.#knownSize) return false;
    this.#knownSize = size;
    return true;
  }

  async #size(): Promise<number> {
    try {
      return (await stat(this.file)).size;
    } catch (error) {
      if (hasErrorCode(error, 'ENOENT')) return 0;
      throw error;
    }
  }
}
