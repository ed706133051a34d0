import { randomBytes } from 'node:crypto';
import { openChunks, sealChunks } from './chunk-cipher';
import { DecryptionError } from './crypto-errors';

const KEY = randomBytes(32);
const BINDING = '01900000-0000-7000-8000-000000000001|01900000-0000-7000-8000-000000000002';
const HEADER = 41;
const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + 16;

/** The bytes in parts of odd sizes, as a network brings them. */
async function* parts(bytes: Buffer, size = 10_007): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const part of source) found.push(part);
  return Buffer.concat(found);
}

const seal = (plain: Buffer, binding = BINDING): Promise<Buffer> =>
  all(sealChunks(KEY, binding, parts(plain)));
const open = (sealed: Buffer, { key = KEY, binding = BINDING, size = 10_007 } = {}): Promise<Buffer> =>
  all(openChunks(key, binding, parts(sealed, size)));

describe('the chunk cipher (security.md D03)', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 500])(
    'opens what it sealed, %i bytes',
    async (length) => {
      const plain = randomBytes(length);
      const sealed = await seal(plain);
      expect(sealed).toHaveLength(HEADER + length + 16 * Math.max(1, Math.ceil(length / CHUNK)));
      for (const size of [1_000, 64, 1_000_000])
        expect((await open(sealed, { size })).equals(plain)).toBe(true);
    },
  );

  it('shows nothing of the content, and seals the same content differently each time', async () => {
    const plain = Buffer.from('禾苗苗的病历'.repeat(5_000));
    const [first, second] = [await seal(plain), await seal(plain)];
    expect(first.includes('禾苗苗')).toBe(false);
    expect(first.equals(second)).toBe(false);
  });

  describe('refuses', () => {
    const plain = randomBytes(3 * CHUNK + 500);
    let sealed: Buffer;
    beforeAll(async () => void (sealed = await seal(plain)));

    const chunk = (index: number): Buffer =>
      sealed.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK);
    const joined = (...indexes: number[]): Buffer =>
      Buffer.concat([sealed.subarray(0, HEADER), ...indexes.map(chunk)]);

    it.each([0, 6, 7, 8, 9, 40, HEADER, HEADER + CHUNK, HEADER + CHUNK + 3, HEADER + 3 * SEALED_CHUNK + 499])(
      'one flipped bit at byte %i',
      async (at) => {
        const altered = Buffer.from(sealed);
        altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
        await expect(open(altered)).rejects.toBeInstanceOf(DecryptionError);
      },
    );

    it('a file cut at the end of a chunk, within one, and within the header', async () => {
      for (const length of [
        HEADER + SEALED_CHUNK,
        HEADER + 3 * SEALED_CHUNK,
        sealed.length - 1,
        HEADER,
        20,
        0,
      ])
        await expect(open(sealed.subarray(0, length))).rejects.toBeInstanceOf(DecryptionError);
    });

    it('chunks in another order, doubled, left out, or from another file', async () => {
      expect((await open(joined(0, 1, 2, 3))).equals(plain)).toBe(true);
      for (const order of [[1, 0, 2, 3], [0, 1, 1, 2, 3], [0, 2, 3], [3], [0, 1, 2, 3, 3]])
        await expect(open(joined(...order))).rejects.toBeInstanceOf(DecryptionError);
      const other = await seal(plain);
      const mixed = Buffer.concat([joined(0), other.subarray(HEADER + SEALED_CHUNK)]);
      await expect(open(mixed)).rejects.toBeInstanceOf(DecryptionError);
    });

    it('bytes after the end', async () => {
      await expect(open(Buffer.concat([sealed, Buffer.of(0)]))).rejects.toBeInstanceOf(DecryptionError);
    });

    it('another key, and the name of another file', async () => {
      await expect(open(sealed, { key: randomBytes(32) })).rejects.toBeInstanceOf(DecryptionError);
      await expect(open(sealed, { binding: `${BINDING}x` })).rejects.toBeInstanceOf(DecryptionError);
    });
  });

  it('lets no byte of an altered chunk out', async () => {
    const plain = randomBytes(2 * CHUNK);
    const sealed = Buffer.from(await seal(plain));
    sealed.writeUInt8(sealed.readUInt8(HEADER + SEALED_CHUNK) ^ 1, HEADER + SEALED_CHUNK);
    const seen: Buffer[] = [];
    const read = async (): Promise<void> => {
      for await (const part of openChunks(KEY, BINDING, parts(sealed))) seen.push(part);
    };
    await expect(read()).rejects.toBeInstanceOf(DecryptionError);
    expect(Buffer.concat(seen).equals(plain.subarray(0, CHUNK))).toBe(true);
  });
});
