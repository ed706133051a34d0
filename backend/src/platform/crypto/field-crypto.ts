import { ALGORITHM, openSealed, seal } from './aead';
import { DecryptionError } from './crypto-errors';
import { DATA_COLUMNS, type DataColumn } from './data-classes';
import type { KeyStore } from './key-store';

const HEADER = Buffer.of(ALGORITHM.aes256Gcm);
const ROW_ID = /^[0-9A-Za-z_-]+$/;

/**
 * Encrypts single columns under the data key of their subject (AES-256-GCM, random 96-bit nonce).
 * Layout: algorithm (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16). Column, row and subject are authenticated, so
 * a ciphertext that was moved to another row or column is refused. An older ciphertext of the same cell opens:
 * that a cell was put back is found by the audit log, not here.
 */
export class FieldCrypto {
  readonly #keys: KeyStore;

  constructor(keys: KeyStore) {
    this.#keys = keys;
  }

  /** @throws KeyDestroyedError when the subject has no key (the screen shows 已销毁) */
  async encrypt(subjectId: string, column: DataColumn, rowId: string, plaintext: string): Promise<Buffer> {
    const aad = binding(column, rowId, subjectId);
    return this.#withKey(subjectId, (key) => seal(key, HEADER, aad, encode(plaintext)));
  }

  /** @throws DecryptionError altered or moved; @throws KeyDestroyedError the subject has no key */
  async decrypt(subjectId: string, column: DataColumn, rowId: string, ciphertext: Buffer): Promise<string> {
    const aad = binding(column, rowId, subjectId);
    return this.#withKey(subjectId, (key) => open(key, aad, ciphertext));
  }

  /** Like `encrypt`, for a value that JSON can hold. */
  async encryptJson(subjectId: string, column: DataColumn, rowId: string, value: unknown): Promise<Buffer> {
    return this.encrypt(subjectId, column, rowId, toJson(value));
  }

  /** Like `decrypt`; the caller knows the shape of what it stored. */
  async decryptJson(
    subjectId: string,
    column: DataColumn,
    rowId: string,
    ciphertext: Buffer,
  ): Promise<unknown> {
    const text = await this.decrypt(subjectId, column, rowId, ciphertext);
    try {
      return JSON.parse(text);
    } catch {
      throw new DecryptionError(); // not the parser's own error: it quotes the plaintext
    }
  }

  /** All columns of one row with one key look-up; null stays null, and a row of nulls needs no key. */
  async encryptMany<C extends DataColumn>(
    subjectId: string,
    rowId: string,
    values: Readonly<Record<C, string | null>>,
  ): Promise<Record<C, Buffer | null>> {
    return this.#mapRow(subjectId, rowId, values, (key, aad, plaintext) =>
      seal(key, HEADER, aad, encode(plaintext)),
    );
  }

  /** The opposite of `encryptMany`. @throws DecryptionError when one column does not open */
  async decryptMany<C extends DataColumn>(
    subjectId: string,
    rowId: string,
    values: Readonly<Record<C, Buffer | null>>,
  ): Promise<Record<C, string | null>> {
    return this.#mapRow(subjectId, rowId, values, open);
  }

  async #mapRow<C extends DataColumn, I, O>(
    subjectId: string,
    rowId: string,
    values: Readonly<Record<C, I | null>>,
    transform: (key: Buffer, aad: Buffer, value: I) => O,
  ): Promise<Record<C, O | null>> {
    const cells = (Object.entries(values) as [C, I | null][]).map(([column, value]) => {
      return { column, value, aad: binding(column, rowId, subjectId) };
    });
    const toRow = (cell: (typeof cells)[number], key?: Buffer): [C, O | null] => {
      return [cell.column, cell.value === null || !key ? null : transform(key, cell.aad, cell.value)];
    };
    const rows = cells.every((cell) => cell.value === null)
      ? cells.map((cell) => toRow(cell))
      : await this.#withKey(subjectId, (key) => cells.map((cell) => toRow(cell, key)));
    return Object.fromEntries(rows) as Record<C, O | null>;
  }

  /** The key is our copy and lives only as long as the work, which must be synchronous. */
  async #withKey<T>(subjectId: string, work: (key: Buffer) => T): Promise<T> {
    const key = await this.#keys.getKey(subjectId);
    try {
      return work(key);
    } finally {
      key.fill(0);
    }
  }
}

function open(key: Buffer, aad: Buffer, ciphertext: Buffer): string {
  if (ciphertext[0] !== ALGORITHM.aes256Gcm) throw new DecryptionError();
  const plaintext = openSealed(key, HEADER.length, aad, ciphertext);
  if (!plaintext) throw new DecryptionError();
  const text = plaintext.toString('utf8');
  plaintext.fill(0);
  return text;
}

/** What a ciphertext is bound to. None of the parts can hold the separator, so no two bindings are alike. */
function binding(column: DataColumn, rowId: string, subjectId: string): Buffer {
  if (!Object.hasOwn(DATA_COLUMNS, column))
    throw new TypeError('the column is not in the table of data classes');
  if (typeof rowId !== 'string' || !ROW_ID.test(rowId)) throw new TypeError('a row id is a plain identifier');
  return Buffer.from(`${column}|${rowId}|${subjectId}`, 'utf8');
}

/** Checked by hand, because the error of `Buffer.from` shows the value it was given. */
function encode(plaintext: string): Buffer {
  if (typeof plaintext !== 'string') throw new TypeError('only a string can be encrypted');
  return Buffer.from(plaintext, 'utf8');
}

function toJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined; // the error of a circular value names its properties
  }
  if (text === undefined) throw new TypeError('the value cannot be written as JSON');
  return text;
}
