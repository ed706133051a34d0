import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../kernel';
import { FileKeyStore, KeyDestroyedError, MasterKeys } from '../crypto';
import { FileDamaged, StorageFull } from './file-errors';
import { SealedFiles } from './sealed-files';

async function* from(...parts: Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}

describe('sealed files', () => {
  let folder: string;
  let dir: string;
  let keys: FileKeyStore;
  let files: SealedFiles;
  let child: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tonghu-files-'));
    dir = join(folder, 'attachments');
    keys = await FileKeyStore.open(join(folder, 'subjects'), await MasterKeys.open(join(folder, 'keys')));
    files = new SealedFiles(keys, { dir, keepFree: 0 });
    child = newId();
    await keys.createKeys([child]);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const onDisk = (): string[] =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
  async function read(id: string, keyId = child): Promise<Buffer> {
    const found: Buffer[] = [];
    for await (const part of await files.read(id, keyId)) found.push(part as Buffer);
    return Buffer.concat(found);
  }

  it('give back what was put in, and hold none of it in clear', async () => {
    const [id, content] = [newId(), Buffer.from('鉴定意见'.repeat(40_000))];
    await files.write(id, child, from(content.subarray(0, 70_000), content.subarray(70_000)));
    expect((await read(id)).equals(content)).toBe(true);
    expect(onDisk()).toEqual([join(id.slice(-2), `${id}.sealed`)]);
    expect(readFileSync(join(dir, onDisk()[0] ?? '')).includes('鉴定')).toBe(false);
  });

  it('leave nothing of a source that breaks', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield randomBytes(200_000);
      throw new Error('the line went dead');
    }
    await expect(files.write(newId(), child, broken())).rejects.toThrow('the line went dead');
    expect(onDisk()).toEqual([]);
  });

  it('never overwrite an original', async () => {
    const id = newId();
    await files.write(id, child, from(Buffer.from('first')));
    await expect(files.write(id, child, from(Buffer.from('second')))).rejects.toThrow('EEXIST');
    expect((await read(id)).toString()).toBe('first');
    expect(onDisk()).toHaveLength(1);
  });

  it('do not open when altered, moved to another name, under another key, or gone', async () => {
    const [id, other, stranger] = [newId(), newId(), newId()];
    await keys.createKeys([stranger]);
    await files.write(id, child, from(randomBytes(100)));
    await files.write(other, child, from(randomBytes(100)));
    const path = (of: string): string => join(dir, of.slice(-2), `${of}.sealed`);
    await expect(read(id, stranger)).rejects.toBeInstanceOf(FileDamaged);
    writeFileSync(path(id), readFileSync(path(other)));
    await expect(read(id)).rejects.toBeInstanceOf(FileDamaged);
    rmSync(path(id));
    await expect(read(id)).rejects.toBeInstanceOf(FileDamaged);
    await expect(read('../../etc/passwd')).rejects.toThrow('lower-case UUID');
  });

  it('end with their key (security.md D06)', async () => {
    const id = newId();
    await files.write(id, child, from(randomBytes(100)));
    await keys.destroy(child);
    await expect(read(id)).rejects.toBeInstanceOf(KeyDestroyedError);
    await expect(files.write(newId(), child, from(randomBytes(1)))).rejects.toBeInstanceOf(KeyDestroyedError);
  });

  it('leave the database its room: with too little left nothing is written', async () => {
    const greedy = new SealedFiles(keys, { dir, keepFree: Number.MAX_SAFE_INTEGER });
    await expect(greedy.write(newId(), child, from(randomBytes(10)))).rejects.toBeInstanceOf(StorageFull);
    expect(onDisk()).toEqual([]);
  });

  it('take a disk that fills up for what it is', async () => {
    async function* full(): AsyncGenerator<Buffer> {
      yield randomBytes(100_000);
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    }
    await expect(files.write(newId(), child, full())).rejects.toBeInstanceOf(StorageFull);
    expect(onDisk()).toEqual([]);
  });

  it('are listed, taken back, and set aside', async () => {
    const [kept, gone] = [newId(), newId()];
    for (const id of [kept, gone]) await files.write(id, child, from(randomBytes(10)));
    const ids = async (): Promise<string[]> => {
      const found: string[] = [];
      for await (const { id, isPart } of files.list()) if (!isPart) found.push(id);
      return found.sort();
    };
    expect(await ids()).toEqual([kept, gone].sort());
    await files.remove(gone);
    await files.remove(gone);
    expect(await ids()).toEqual([kept]);
    await files.setAside(kept);
    await files.setAside(kept);
    expect(await ids()).toEqual([]);
    expect(onDisk()).toEqual([join('aside', `${kept}.sealed`)]);
  });
});
