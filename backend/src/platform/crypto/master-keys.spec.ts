import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { MasterKeyError } from './crypto-errors';
import { MasterKeys } from './master-keys';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'master-keys-'));
});
afterEach(() => rm(dir, { recursive: true }));

const secretsIn = async (file: string): Promise<string[]> =>
  (await readFile(file, 'utf8')).match(/[A-Za-z0-9+/]{43}=/g) ?? [];

describe('MasterKeys', () => {
  it('creates the file once, readable by its owner only', async () => {
    const first = await MasterKeys.open(join(dir, 'keys'));
    const again = await MasterKeys.open(join(dir, 'keys'));
    expect(again.current.key.equals(first.current.key)).toBe(true);
    expect((await stat(join(dir, 'keys', 'master.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('gives everybody the same keys when many start at once', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => MasterKeys.open(join(dir, 'keys'))));
    expect(new Set(opened.map((keys) => keys.current.key.toString('hex'))).size).toBe(1);
    expect(new Set(opened.map((keys) => keys.deriveKey('index').toString('hex'))).size).toBe(1);
  });

  it('never makes a second master key when the first one is gone', async () => {
    await MasterKeys.open(dir);
    await rm(join(dir, 'master.json'));
    await expect(MasterKeys.open(dir)).rejects.toThrow(MasterKeyError);
  });

  it('takes the file from elsewhere and refuses that of another installation', async () => {
    const file = join(dir, 'elsewhere.json');
    const keys = await MasterKeys.open(join(dir, 'a'), file);
    expect((await MasterKeys.open(join(dir, 'a'), file)).current.key.equals(keys.current.key)).toBe(true);
    await MasterKeys.open(join(dir, 'b'));
    await expect(MasterKeys.open(join(dir, 'b'), file)).rejects.toThrow('another installation');
  });

  it('derives one stable key per purpose, apart from the master keys', async () => {
    const keys = await MasterKeys.open(dir);
    const before = ['index', 'audit-mac', 'session-draft', 'db-role'].map((purpose) =>
      keys.deriveKey(purpose),
    );
    expect(new Set([...before, keys.current.key].map((key) => key.toString('hex'))).size).toBe(5);
    await keys.addVersion();
    await keys.retireOldVersions();
    expect(keys.deriveKey('index').equals(before[0] ?? Buffer.alloc(0))).toBe(true);
    expect(() => keys.deriveKey('')).toThrow(TypeError);
  });

  it('shows other processes a new version and refuses two rotations at once', async () => {
    const [one, other] = [await MasterKeys.open(dir), await MasterKeys.open(dir)];
    const { version, key } = await one.addVersion();
    expect((await other.find(version))?.equals(key)).toBe(true);
    expect(other.current.version).toBe(version);
    await writeFile(join(dir, 'master.json.lock'), '');
    await expect(other.addVersion()).rejects.toThrow('locked');
  });

  it('keeps secrets out of errors, inspect and JSON', async () => {
    const keys = await MasterKeys.open(dir);
    const file = join(dir, 'master.json');
    const secrets = await secretsIn(file);
    expect(secrets).toHaveLength(2);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"keys"', 'keys'));
    const error: unknown = await MasterKeys.open(dir).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MasterKeyError);
    const shown = inspect([error, keys], { depth: null, showHidden: true }) + JSON.stringify(keys);
    for (const secret of secrets) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(secret.slice(0, 10));
      expect(shown).not.toContain(Buffer.from(secret, 'base64').toString('hex').slice(0, 12));
    }
  });
});
