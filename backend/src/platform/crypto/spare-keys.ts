import type { KeyStore } from './key-store';

/** Made at once: enough that a busy second waits for few batches, few enough that what a restart leaves behind is nothing. */
const BATCH = 32;

/**
 * Ids whose keys are on disk already, for records that are made under way and must not wait for the disk (intake).
 * A key is durable before its id is handed out, so the promise of `createKeys` holds: key first, row later. Ids left
 * over at a restart are keys of nobody.
 */
export class SpareKeys {
  #ready: string[] = [];
  #refill: Promise<void> | undefined;

  constructor(private readonly store: Pick<KeyStore, 'createFreshKeys'>) {}

  /** Two ids, e.g. of a report and its reporter; each is handed out once. Throws when the disk refuses new keys. */
  async takePair(): Promise<readonly [string, string]> {
    for (;;) {
      const [first, second] = this.#ready;
      if (first !== undefined && second !== undefined) {
        this.#ready.splice(0, 2);
        // Ahead of need and unobserved: whoever finds nothing left tries again and sees the error.
        if (this.#ready.length < BATCH / 2) this.#refillOnce().catch(() => undefined);
        return [first, second];
      }
      await this.#refillOnce();
    }
  }

  #refillOnce(): Promise<void> {
    this.#refill ??= this.store
      .createFreshKeys(BATCH)
      .then((ids) => void this.#ready.push(...ids))
      .finally(() => (this.#refill = undefined));
    return this.#refill;
  }
}
