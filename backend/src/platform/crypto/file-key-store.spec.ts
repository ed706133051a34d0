import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { KeyDestroyedError, KeyUnwrapError, MasterKeyError } from './crypto-errors';
import { FieldCrypto } from './field-crypto';
import { FileKeyStore } from './file-key-store';
import { KeyCache } from './key-cache';
import { MasterKeys } from './master-keys';
import { rotateMasterKey } from './rotate-master-key';

let dir: string;
let masters: MasterKeys;
let store: FileKeyStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'key-store-'));
  masters = await MasterKeys.open(join(dir, 'master'));
  store = await FileKeyStore.open(join(dir, 'keys'), masters);
});
afterEach(() => rm(dir, { recursive: true }));

/** Another process on the same folders: nothing in memory is shared. */
const openElsewhere = async (): Promise<FileKeyStore> =>
  FileKeyStore.open(join(dir, 'keys'), await MasterKeys.open(join(dir, 'master')));
const pathOf = (subject: string, suffix = '.key'): string =>
  join(dir, 'keys', subject.slice(-2), `${subject}${suffix}`);

describe('FileKeyStore: life of a key', () => {
  it('keeps one wrapped key per subject in a sharded file of mode 0600', async () => {
    const subjects = [randomUUID(), randomUUID(), randomUUID()];
    await store.createKeys(subjects);
    const keys = await Promise.all(subjects.map((subject) => store.getKey(subject)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
    for (const [index, subject] of subjects.entries()) {
      const file = await readFile(pathOf(subject));
      expect(file.includes(keys[index] ?? Buffer.alloc(32))).toBe(false);
      expect([...file.subarray(0, 3)]).toEqual([1, 0, 1]);
      expect((await stat(pathOf(subject))).mode & 0o777).toBe(0o600);
      expect(await (await openElsewhere()).getKey(subject)).toEqual(keys[index]);
    }
    expect((await stat(join(dir, 'keys'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, 'keys', '00'))).mode & 0o777).toBe(0o700);
  });

  it('makes fresh keys that other processes can open, one shard a batch and no file left over', async () => {
    const subjects = await store.createFreshKeys(20);
    const shards = new Set(subjects.map((subject) => subject.slice(-2)));
    expect(new Set(subjects).size).toBe(20);
    expect(shards.size).toBe(1);
    const names = await readdir(join(dir, 'keys', subjects[0]?.slice(-2) ?? ''));
    expect(names.sort()).toEqual(subjects.map((subject) => `${subject}.key`).sort());
    const other = await openElsewhere();
    for (const subject of subjects) expect(await other.getKey(subject)).toEqual(await store.getKey(subject));
  });

  it('wraps fresh keys under a master key that became current meanwhile', async () => {
    const elsewhere = await MasterKeys.open(join(dir, 'master'));
    const [making, master] = [store.createFreshKeys(8), await elsewhere.addVersion()];
    const subjects = await making;
    await (await FileKeyStore.open(join(dir, 'keys'), elsewhere)).rewrapAll(master.key);
    for (const subject of subjects) expect((await readFile(pathOf(subject))).readUInt16BE(1)).toBe(2);
  });

  it('changes nothing when keys are created again, at once or from elsewhere', async () => {
    const subject = randomUUID();
    const other = await openElsewhere();
    await Promise.all([store.createKeys([subject, subject]), other.createKeys([subject])]);
    expect(await store.getKey(subject)).toEqual(await other.getKey(subject));
    expect(await readdir(join(dir, 'keys', subject.slice(-2)))).toEqual([`${subject}.key`]);
  });

  it('hands out copies: wiping one does not spoil the cache', async () => {
    const subject = randomUUID();
    await store.createKeys([subject]);
    const key = await store.getKey(subject);
    const kept = Buffer.from(key);
    key.fill(0);
    expect(await store.getKey(subject)).toEqual(kept);
  });

  it('tells a missing key from a destroyed one and refuses ids that are not UUIDs', async () => {
    await expect(store.getKey(randomUUID())).rejects.toMatchObject({ reason: 'missing' });
    await expect(store.getKey('../../master/master')).rejects.toThrow(TypeError);
    await expect(store.createKeys(['x'])).rejects.toThrow(TypeError);
  });

  it('refuses a key file that was changed or belongs to another subject', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await store.createKeys([one, two]);
    await copyFile(pathOf(one), pathOf(two));
    await expect((await openElsewhere()).getKey(two)).rejects.toThrow(KeyUnwrapError);
    const intact = await readFile(pathOf(one));
    for (let position = 0; position < intact.length; position += 1) {
      const changed = Buffer.from(intact);
      changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
      await writeFile(pathOf(one), changed);
      await expect((await openElsewhere()).getKey(one)).rejects.toThrow(KeyUnwrapError);
    }
  });
});

describe('FileKeyStore: destruction', () => {
  it('makes every decryption fail and refuses a new key for the subject', async () => {
    const subject = randomUUID();
    const crypto = new FieldCrypto(store);
    await store.createKeys([subject]);
    const ciphertext = await crypto.encrypt(subject, 'person.name', subject, '张小明');
    await store.destroy(subject);
    await store.destroy(subject);
    for (const opened of [store, await openElsewhere()]) {
      const attempt = new FieldCrypto(opened).decrypt(subject, 'person.name', subject, ciphertext);
      await expect(attempt).rejects.toMatchObject({ reason: 'destroyed', code: 'KEY_DESTROYED' });
      await expect(opened.createKeys([randomUUID(), subject])).rejects.toThrow(KeyDestroyedError);
    }
    const left = await readdir(join(dir, 'keys', subject.slice(-2)));
    expect(left.filter((name) => name.startsWith(subject))).toEqual([`${subject}.gone`]);
  });

  it('reaches the cache of other processes within about a second', async () => {
    const subject = randomUUID();
    await store.createKeys([subject]);
    const other = await openElsewhere();
    await other.getKey(subject);
    await store.destroy(subject);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await expect(other.getKey(subject)).rejects.toThrow(KeyDestroyedError);
  });

  it('finishes a destruction that a crash interrupted, temporary copies included', async () => {
    const subject = randomUUID();
    await store.createKeys([subject]);
    await copyFile(pathOf(subject), pathOf(subject, '.key.0011.tmp'));
    await writeFile(pathOf(subject, '.gone'), '');
    await expect((await openElsewhere()).getKey(subject)).rejects.toThrow(KeyDestroyedError);
    const left = await readdir(join(dir, 'keys', subject.slice(-2)));
    expect(left.filter((name) => name.startsWith(subject))).toEqual([`${subject}.gone`]);
  });

  it('is not undone by a rotation that had already read the key', async () => {
    const subject = randomUUID();
    await store.createKeys([subject]);
    const other = await openElsewhere();
    const { key } = await masters.addVersion();
    const find = masters.find.bind(masters);
    const window = jest.spyOn(masters, 'find').mockImplementation(async (version) => {
      await other.destroy(subject);
      return find(version);
    });
    expect(await store.rewrapAll(key)).toBe(0);
    expect(window).toHaveBeenCalledTimes(1);
    await expect(stat(pathOf(subject))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(store.getKey(subject)).rejects.toMatchObject({ reason: 'destroyed' });
  });
});

describe('FileKeyStore: rotation', () => {
  it('keeps every ciphertext readable under the new master key and refuses the old one', async () => {
    const subjects = Array.from({ length: 40 }, () => randomUUID());
    await store.createKeys(subjects);
    const crypto = new FieldCrypto(store);
    const ciphertexts = await Promise.all(
      subjects.map((subject) => crypto.encrypt(subject, 'person.name', subject, `姓名${subject}`)),
    );
    const [current, old] = [join(dir, 'master', 'master.json'), join(dir, 'old.json')];
    await copyFile(current, old);
    const next = await masters.addVersion();
    expect(await store.rewrapAll(next.key)).toBe(40);
    expect(await store.rewrapAll(next.key)).toBe(0);
    await masters.retireOldVersions();

    const fresh = new FieldCrypto(await openElsewhere());
    for (const [index, subject] of subjects.entries()) {
      const ciphertext = ciphertexts[index] ?? Buffer.alloc(0);
      expect(await fresh.decrypt(subject, 'person.name', subject, ciphertext)).toBe(`姓名${subject}`);
    }
    await rename(old, current);
    const underOld = await openElsewhere();
    for (const subject of subjects) await expect(underOld.getKey(subject)).rejects.toThrow(KeyUnwrapError);
  });

  it('loses no key while other processes create and read', async () => {
    const other = await openElsewhere();
    const reader = await openElsewhere();
    const made: string[] = [];
    let isRotating = true;
    const work = async (): Promise<void> => {
      while (isRotating) {
        const subject = randomUUID();
        await other.createKeys([subject]);
        await reader.getKey(subject);
        made.push(subject);
      }
    };
    const workers = [work(), work(), work()];
    for (let round = 0; round < 3; round += 1) await rotateMasterKey(masters, store);
    isRotating = false;
    await Promise.all(workers);
    expect(made.length).toBeGreaterThan(3);
    const fresh = await openElsewhere();
    for (const subject of made) expect((await fresh.getKey(subject)).length).toBe(32);
  }, 30_000);

  it('saves a key whose master key was retired between its writing and its commit', async () => {
    const subject = randomUUID();
    const elsewhere = await MasterKeys.open(join(dir, 'master'));
    const refresh = masters.refresh.bind(masters);
    const window = jest.spyOn(masters, 'refresh').mockImplementationOnce(async () => {
      // A rotation that had passed this file by: it re-wraps nothing here, but retires the old version.
      await elsewhere.addVersion();
      await elsewhere.retireOldVersions();
      return refresh();
    });
    await store.createKeys([subject]);
    expect(window).toHaveBeenCalledTimes(1);
    expect(await (await openElsewhere()).getKey(subject)).toEqual(await store.getKey(subject));
  });

  it('refuses an unrecorded master key and names the keys it could not open', async () => {
    const [good, bad] = [randomUUID(), randomUUID()];
    await store.createKeys([good, bad]);
    await expect(store.rewrapAll(Buffer.alloc(32))).rejects.toThrow(MasterKeyError);
    await writeFile(pathOf(bad), 'damaged');
    const { key } = await masters.addVersion();
    await expect(store.rewrapAll(key)).rejects.toMatchObject({ subjectIds: [bad] });
    expect([...(await readFile(pathOf(good))).subarray(0, 3)]).toEqual([1, 0, 2]);
  });
});

describe('KeyCache', () => {
  it('forgets the least recently used key', () => {
    const cache = new KeyCache(2);
    cache.set('a', Buffer.of(1), cache.epoch);
    cache.set('b', Buffer.of(2), cache.epoch);
    cache.find('a');
    cache.set('c', Buffer.of(3), cache.epoch);
    expect(cache.size).toBe(2);
    expect(cache.find('b')).toBeUndefined();
    expect(cache.find('a')).toEqual(Buffer.of(1));
  });

  it('does not take a key that was read before an eviction', () => {
    const cache = new KeyCache(2);
    const { epoch } = cache;
    cache.evict('a');
    cache.set('a', Buffer.of(1), epoch);
    expect(cache.find('a')).toBeUndefined();
  });

  it('shows no key to inspect', async () => {
    const subject = randomUUID();
    await store.createKeys([subject]);
    const key = (await store.getKey(subject)).toString('hex');
    const shown = inspect([store, masters], { depth: null, showHidden: true });
    expect(shown.replace(/[^0-9a-f]/g, '')).not.toContain(key.slice(0, 12));
    expect(shown).not.toContain('Buffer');
  });
});
