import { randomBytes, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { DecryptionError, KeyDestroyedError } from './crypto-errors';
import { DATA_CLASSES, DATA_COLUMNS, type DataColumn } from './data-classes';
import { FieldCrypto } from './field-crypto';
import type { KeyStore } from './key-store';

/** Data keys in memory: this spec is about ciphertexts, file-key-store.spec.ts about keys. */
function memoryKeys(): KeyStore {
  const keys = new Map<string, Buffer>();
  return {
    createKeys: async (ids) => ids.forEach((id) => keys.set(id, randomBytes(32))),
    getKey: async (id) => {
      const key = keys.get(id);
      if (!key) throw new KeyDestroyedError('missing');
      return Buffer.from(key);
    },
    destroy: async (id) => void keys.delete(id),
    rewrapAll: async () => 0,
  };
}

const PLAINTEXT = '张小明 990101201501010018';
const [subject, other] = [randomUUID(), randomUUID()];
const row = randomUUID();
let keys: KeyStore;
let crypto: FieldCrypto;
beforeEach(async () => {
  keys = memoryKeys();
  await keys.createKeys([subject, other]);
  crypto = new FieldCrypto(keys);
});
const failureOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );

describe('FieldCrypto', () => {
  it('opens what it sealed, with the algorithm in the first byte and no plaintext inside', async () => {
    for (const text of ['', PLAINTEXT, '𠮷'.repeat(5000)]) {
      const ciphertext = await crypto.encrypt(subject, 'person.name', row, text);
      expect(ciphertext[0]).toBe(1);
      expect(await crypto.decrypt(subject, 'person.name', row, ciphertext)).toBe(text);
      if (text) expect(ciphertext.includes(text)).toBe(false);
    }
  });

  it('rejects a ciphertext moved to another row, column or subject', async () => {
    const ciphertext = await crypto.encrypt(subject, 'person.name', row, PLAINTEXT);
    for (const attempt of [
      crypto.decrypt(subject, 'person.name', randomUUID(), ciphertext),
      crypto.decrypt(subject, 'person.address', row, ciphertext),
      crypto.decrypt(other, 'person.name', row, ciphertext),
    ]) {
      await expect(attempt).rejects.toThrow(DecryptionError);
    }
    const second = await crypto.encrypt(subject, 'person.name', 'b', PLAINTEXT);
    await expect(crypto.decrypt(subject, 'person.name', row, second)).rejects.toThrow(DecryptionError);
  });

  it('rejects every truncation, every flipped bit and an appended byte', async () => {
    const intact = await crypto.encrypt(subject, 'person.name', row, PLAINTEXT);
    const decrypt = (bytes: Buffer): Promise<string> => crypto.decrypt(subject, 'person.name', row, bytes);
    for (let length = 0; length < intact.length; length += 1) {
      await expect(decrypt(intact.subarray(0, length))).rejects.toThrow(DecryptionError);
    }
    for (let bit = 0; bit < intact.length * 8; bit += 1) {
      const changed = Buffer.from(intact);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await expect(decrypt(changed)).rejects.toThrow(DecryptionError);
    }
    await expect(decrypt(Buffer.concat([intact, Buffer.of(0)]))).rejects.toThrow(DecryptionError);
  });

  it('uses a nonce once', async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 20_000; count += 1) {
      const ciphertext = await crypto.encrypt(subject, 'person.name', row, 'x');
      nonces.add(ciphertext.subarray(1, 13).toString('hex'));
    }
    expect(nonces.size).toBe(20_000);
  });

  it('seals and opens a row at once, nulls included', async () => {
    const values = { 'report.narrative': PLAINTEXT, 'report.injury': null, 'report.evidence': '' } as const;
    const sealed = await crypto.encryptMany(subject, row, values);
    expect(sealed['report.injury']).toBeNull();
    expect(await crypto.decryptMany(subject, row, sealed)).toEqual(values);
    const swapped = { ...sealed, 'report.evidence': sealed['report.narrative'] };
    await expect(crypto.decryptMany(subject, row, swapped)).rejects.toThrow(DecryptionError);
    expect(await crypto.encryptMany(randomUUID(), row, { 'person.phone': null })).toEqual({
      'person.phone': null,
    });
  });

  it('keeps JSON values', async () => {
    const sheet = [{ name: '张小明', age: 9, school: null }];
    const ciphertext = await crypto.encryptJson(subject, 'report.child_sheet', row, sheet);
    expect(await crypto.decryptJson(subject, 'report.child_sheet', row, ciphertext)).toEqual(sheet);
  });

  it('fails for a subject without a key', async () => {
    const ciphertext = await crypto.encrypt(subject, 'person.name', row, PLAINTEXT);
    await keys.destroy(subject);
    await expect(crypto.decrypt(subject, 'person.name', row, ciphertext)).rejects.toThrow(KeyDestroyedError);
    await expect(crypto.encrypt(subject, 'person.name', row, PLAINTEXT)).rejects.toThrow(KeyDestroyedError);
  });

  it('shows no plaintext in errors or inspect output', async () => {
    const circular: Record<string, unknown> = { 张小明: PLAINTEXT };
    circular['张小明的自引用'] = circular;
    const notText = [PLAINTEXT] as unknown as string;
    const notJson = await crypto.encrypt(subject, 'report.child_sheet', row, PLAINTEXT);
    const ciphertext = await crypto.encrypt(subject, 'person.name', row, PLAINTEXT);
    const failures = await Promise.all(
      [
        crypto.encrypt(subject, 'person.name', row, notText),
        crypto.encrypt(subject, 'person.name', PLAINTEXT, 'x'),
        crypto.encrypt(subject, PLAINTEXT as DataColumn, row, 'x'),
        crypto.encryptJson(subject, 'report.child_sheet', row, circular),
        crypto.encryptJson(subject, 'report.child_sheet', row, undefined),
        crypto.decryptJson(subject, 'report.child_sheet', row, notJson),
        crypto.decrypt(subject, 'person.phone', row, ciphertext),
        crypto.encrypt(randomUUID(), 'person.name', row, PLAINTEXT),
      ].map(failureOf),
    );
    expect(failures.every((failure) => failure !== undefined)).toBe(true);
    const shown = inspect([failures, crypto], { depth: null, showHidden: true }) + JSON.stringify(failures);
    for (const piece of ['张', '小明', '9901', '2015']) expect(shown).not.toContain(piece);
  });
});

describe('DATA_COLUMNS', () => {
  it('names table and column, a known class and a key for what is encrypted', () => {
    for (const [column, rule] of Object.entries(DATA_COLUMNS)) {
      expect(column).toMatch(/^[a-z_]+\.[a-z_]+$/);
      expect(DATA_CLASSES).toContain(rule.class);
    }
    expect(DATA_COLUMNS['reporter.name']).toEqual({ class: 'reporter', encrypted: true, key: 'reporter' });
  });
});
