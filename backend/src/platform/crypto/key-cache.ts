/**
 * Least-recently-used cache of opened data keys. Keys go in and out as copies, so wiping an evicted entry never
 * changes a key that a caller is still using.
 */
export class KeyCache {
  readonly #entries = new Map<string, Buffer>();
  #epoch = 0;

  constructor(private readonly maxEntries: number) {}

  /** Changes with every eviction by hand. Read it before loading a key, hand it to `set` afterwards. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Number of keys held. */
  get size(): number {
    return this.#entries.size;
  }

  /** A copy of the cached key. */
  find(subjectId: string): Buffer | undefined {
    const key = this.#entries.get(subjectId);
    if (!key) return undefined;
    this.#entries.delete(subjectId);
    this.#entries.set(subjectId, key);
    return Buffer.from(key);
  }

  /** Keeps a copy, unless a key was evicted since `epoch`: the one just loaded may be the destroyed one. */
  set(subjectId: string, key: Buffer, epoch: number): void {
    if (epoch !== this.#epoch) return;
    this.#remove(subjectId);
    this.#entries.set(subjectId, Buffer.from(key));
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.maxEntries) break;
      this.#remove(oldest);
    }
  }

  /** Forgets and wipes one key. */
  evict(subjectId: string): void {
    this.#epoch += 1;
    this.#remove(subjectId);
  }

  /** Forgets and wipes all keys. */
  clear(): void {
    this.#epoch += 1;
    for (const subjectId of [...this.#entries.keys()]) this.#remove(subjectId);
  }

  #remove(subjectId: string): void {
    this.#entries.get(subjectId)?.fill(0);
    this.#entries.delete(subjectId);
  }
}
