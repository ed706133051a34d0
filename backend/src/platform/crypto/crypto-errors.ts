/*
 * Errors of this folder carry fixed sentences only: no plaintext, no key and no `cause`, because messages
 * end up in logs (a JSON.parse error, for one, quotes the text it failed on).
 */

/** The ciphertext was altered, cut, moved to another row or column, or belongs to another key. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError';
  readonly code = 'DECRYPTION_FAILED';
  constructor() {
    super('the ciphertext does not belong to this row and column, or was altered');
  }
}

/**
 * There is no key for the subject. `destroyed`: it was destroyed on purpose, the screen shows 已销毁.
 * `missing`: no key and no tombstone, which points to a wrong or incomplete key store folder.
 */
export class KeyDestroyedError extends Error {
  override readonly name = 'KeyDestroyedError';
  readonly code = 'KEY_DESTROYED';
  constructor(readonly reason: 'destroyed' | 'missing') {
    super(
      reason === 'destroyed' ? 'the data key of this subject was destroyed' : 'the subject has no data key',
    );
  }
}

/** A key file exists but does not open: wrong master key, or a damaged file. After a re-wrap it lists them. */
export class KeyUnwrapError extends Error {
  override readonly name = 'KeyUnwrapError';
  readonly code = 'KEY_UNWRAP_FAILED';
  constructor(
    message = 'a data key does not open under the known master keys',
    readonly subjectIds: readonly string[] = [],
  ) {
    super(message);
  }
}

/** The master key file is missing, unreadable, of another installation, or locked by another rotation. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
  readonly code = 'MASTER_KEY_UNUSABLE';
}
