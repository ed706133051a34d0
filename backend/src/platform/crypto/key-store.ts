/**
 * One data key per subject: a person, a reporter, a report (or draft), a case. Subject ids are lower-case UUIDs.
 * The store lives outside the database and its backups, so destroying a key destroys the data in every copy.
 */
export interface KeyStore {
  /**
   * Makes the keys that do not exist yet; a repeat with the same ids changes nothing. When it resolves the keys
   * survive a power cut: call it before the row that needs them commits.
   * @throws KeyDestroyedError when a key of this subject was destroyed before
   */
  createKeys(subjectIds: readonly string[]): Promise<void>;

  /** Makes keys for so many new ids and returns these; as durable as `createKeys`, at a fraction of its cost. */
  createFreshKeys(count: number): Promise<string[]>;

  /**
   * A copy of the 32-byte data key; the caller may wipe it after use.
   * @throws KeyDestroyedError destroyed or missing; @throws KeyUnwrapError wrong master key or damaged file
   */
  getKey(subjectId: string): Promise<Buffer>;

  /** Destroys the key for good, in all processes within a second; a repeat is harmless. */
  destroy(subjectId: string): Promise<void>;

  /**
   * Re-wraps every data key under the new master key, which must already be the recorded current one.
   * Ciphertexts stay as they are. May be stopped and repeated. Returns how many keys were re-wrapped.
   * @throws KeyUnwrapError at the end, when some keys could not be opened
   */
  rewrapAll(newMaster: Buffer): Promise<number>;
}
