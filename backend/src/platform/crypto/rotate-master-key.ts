import type { KeyStore } from './key-store';
import type { MasterKeys } from './master-keys';

/**
 * One rotation, safe under load and safe to repeat after a crash: new master key → re-wrap all data keys →
 * a second pass → forget the old master keys. Processes that are running learn of it by themselves.
 * @returns how many data keys were re-wrapped
 */
export async function rotateMasterKey(masters: MasterKeys, store: KeyStore): Promise<number> {
  const { key } = await masters.addVersion();
  const first = await store.rewrapAll(key);
  // Another process may have listed the old version as current when the first pass began.
  const second = await store.rewrapAll(key);
  await masters.retireOldVersions();
  return first + second;
}
