import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupRefused } from './backup-refused';
import { BUNDLE_END, entryHeader, readBundle } from './bundle';
import { mirror, mirrorKeys } from './mirror';
import { readPart, writePart } from './parts';
import { findTool } from './pg-tools';
import { WalArchive } from './wal-archive';
import { chainAfter } from './wal-names';

const key = randomBytes(32);
const SEGMENT_BYTES = 16 * 1_048_576;

async function* from(...pieces: Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

describe('pieces of a backup', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tonghu-backup-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('open in their own place only, and not when a bit is flipped', async () => {
    const path = join(folder, 'part');
    const content = Buffer.from('一段'.repeat(100_000));
    await writePart(path, key, 'a|1', from(content));
    const read = async (binding: string, under = key): Promise<Buffer> => {
      const pieces: Buffer[] = [];
      await readPart(path, under, binding, async (opened) => {
        for await (const piece of opened) pieces.push(piece);
      });
      return Buffer.concat(pieces);
    };
    expect((await read('a|1')).equals(content)).toBe(true);
    await expect(read('a|2')).rejects.toBeInstanceOf(BackupRefused);
    await expect(read('a|1', randomBytes(32))).rejects.toBeInstanceOf(BackupRefused);
    const sealed = readFileSync(path);
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    writeFileSync(path, sealed);
    await expect(read('a|1')).rejects.toBeInstanceOf(BackupRefused);
  });

  it('a bundle gives its entries back, whatever the pieces, and notices that it was cut off', async () => {
    const whole = Buffer.concat([
      entryHeader({ path: 'base' }),
      entryHeader({ path: 'base/1', size: 5 }),
      Buffer.from('hello'),
      entryHeader({ path: 'empty', size: 0 }),
      BUNDLE_END,
    ]);
    const read = async (bytes: Buffer, size: number): Promise<string[]> => {
      const found: string[] = [];
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      await readBundle(from(...pieces), ({ path, size: length }) => {
        found.push(`${path} ${length ?? 'folder'}`);
        const write = (piece: Buffer): Promise<number> => Promise.resolve(found.push(piece.toString()));
        return Promise.resolve(length === undefined ? undefined : { write, close: () => Promise.resolve() });
      });
      return found;
    };
    expect(await read(whole, 1_000)).toEqual(['base folder', 'base/1 5', 'hello', 'empty 0']);
    expect((await read(whole, 1)).join('')).toBe('base folderbase/1 5helloempty 0');
    await expect(read(whole.subarray(0, -4), 7)).rejects.toThrow('cut off');
  });
});

describe('the WAL archive', () => {
  const name = (number: number, timeline = 1): string =>
    timeline.toString(16).padStart(8, '0') + '00000000' + number.toString(16).padStart(8, '0').toUpperCase();

  it('leads from a backup to the first gap, on its own timeline', () => {
    const archived = [name(2), name(3), name(4), name(5), name(7), name(5, 2)];
    expect(chainAfter(name(3), archived)).toEqual({ names: [name(4), name(5)], isBroken: true });
    expect(
      chainAfter(
        name(3),
        archived.filter((other) => other !== name(7)),
      ),
    ).toEqual({
      names: [name(4), name(5)],
      isBroken: false,
    });
    expect(chainAfter('0000000100000000000000FF', ['000000010000000100000000']).names).toHaveLength(1);
  });

  it('takes a piece over before it leaves the spool, gives it back, and refuses another of that name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tonghu-wal-'));
    try {
      const [spool, out] = [join(folder, 'spool'), join(folder, 'out')];
      [spool, out].forEach((path) => mkdirSync(path));
      const piece = Buffer.concat([randomBytes(70_000), Buffer.alloc(SEGMENT_BYTES - 70_000)]);
      const archive = new WalArchive(join(folder, 'wal'), key);
      const put = (content: Buffer): void => writeFileSync(join(spool, name(1)), content);
      put(piece);
      await archive.take(spool, await WalArchive.waiting(spool));
      expect(await WalArchive.waiting(spool)).toEqual([]);
      await archive.open(name(1), out);
      expect(readFileSync(join(out, name(1))).equals(piece)).toBe(true);
      // Most of it is zeros, and they take no room.
      expect(statSync(join(out, name(1))).blocks * 512).toBeLessThan(SEGMENT_BYTES / 4);
      put(piece);
      await archive.take(spool, [name(1)]);
      expect(await WalArchive.waiting(spool)).toEqual([]);
      put(Buffer.alloc(SEGMENT_BYTES, 1));
      await expect(archive.take(spool, [name(1)])).rejects.toBeInstanceOf(BackupRefused);
      expect(await WalArchive.waiting(spool)).toEqual([name(1)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the copy of the keys', () => {
  it('follows rewrapped keys and destroys what was destroyed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tonghu-keys-'));
    try {
      const [own, copy] = [join(folder, 'own'), join(folder, 'copy')];
      const file = (base: string, path: string): string => join(base, 'subjects/ab', path);
      mkdirSync(join(own, 'subjects/ab'), { recursive: true });
      writeFileSync(join(own, 'master.json'), '{}');
      writeFileSync(file(own, 'one.key'), 'wrapped once');
      writeFileSync(file(own, 'two.key'), 'wrapped once');
      writeFileSync(file(own, 'two.key.x.tmp'), 'half');
      await mirrorKeys(own, copy);
      expect(existsSync(file(copy, 'two.key.x.tmp'))).toBe(false);
      expect(await mirror(own, copy)).toBe(0);
      writeFileSync(file(own, 'one.key'), 'wrapped anew!');
      rmSync(file(own, 'two.key'));
      writeFileSync(file(own, 'two.gone'), '');
      await mirrorKeys(own, copy);
      expect(readFileSync(file(copy, 'one.key'), 'utf8')).toBe('wrapped anew!');
      expect(existsSync(file(copy, 'two.key'))).toBe(false);
      expect(existsSync(file(copy, 'two.gone'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('says what to install where no tool is new enough', async () => {
  await expect(findTool('pg_dump', 99, undefined)).rejects.toThrow(/apt install postgresql-client-99/);
});
