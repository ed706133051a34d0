import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { ALGORITHM, KEY_BYTES } from './aead';
import { DecryptionError } from './crypto-errors';

/** First bytes of a sealed file: what it is, then the algorithm, the chunk size as a power of two, and a salt. */
const MAGIC = Buffer.from('TONGHU1', 'latin1');
const SALT_BYTES = 32;
const HEADER_BYTES = MAGIC.length + 2 + SALT_BYTES;
const CHUNK_POWER = 16;
const CHUNK_BYTES = 2 ** CHUNK_POWER;
const TAG_BYTES = 16;

/**
 * Seals a file of any length while it passes, 64 KiB at a time (AES-256-GCM, the STREAM construction). Each file has a key
 * of its own (HKDF from the subject's data key, a fresh salt and `binding`); the nonce is the chunk's number and whether it
 * is the last one, the header is authenticated with every chunk. A file that was cut, extended, reordered, mixed with
 * another or altered in one bit does not open.
 */
export async function* sealChunks(
  dataKey: Buffer,
  binding: string,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const header = Buffer.concat([MAGIC, Buffer.of(ALGORITHM.aes256Gcm, CHUNK_POWER), randomBytes(SALT_BYTES)]);
  const key = fileKey(dataKey, header, binding);
  try {
    yield header;
    let index = 0;
    for await (const { bytes, isLast } of pieces(source, CHUNK_BYTES)) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
      cipher.setAAD(header);
      yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      index += 1;
    }
  } finally {
    key.fill(0);
  }
}

/**
 * The opposite of `sealChunks`. No byte leaves before its chunk was verified; whether the file is complete is known only
 * at its end. @throws DecryptionError
 */
export async function* openChunks(
  dataKey: Buffer,
  binding: string,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]();
  let key: Buffer | undefined;
  try {
    const { header, rest } = await readHeader(iterator);
    key = fileKey(dataKey, header, binding);
    let index = 0;
    for await (const { bytes, isLast } of pieces(following(rest, iterator), CHUNK_BYTES + TAG_BYTES)) {
      yield openChunk(key, header, nonceOf(index, isLast), bytes);
      index += 1;
    }
  } finally {
    key?.fill(0);
    await iterator.return?.();
  }
}

function openChunk(key: Buffer, header: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new DecryptionError();
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const opened = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new DecryptionError();
  }
  return opened;
}

async function readHeader(iterator: AsyncIterator<Buffer>): Promise<{ header: Buffer; rest: Buffer }> {
  let start: Buffer = Buffer.alloc(0);
  while (start.length < HEADER_BYTES) {
    const next = await iterator.next();
    if (next.done === true) throw new DecryptionError();
    start = Buffer.concat([start, next.value]);
  }
  const header = start.subarray(0, HEADER_BYTES);
  const known =
    header.subarray(0, MAGIC.length).equals(MAGIC) &&
    header[MAGIC.length] === ALGORITHM.aes256Gcm &&
    header[MAGIC.length + 1] === CHUNK_POWER;
  if (!known) throw new DecryptionError();
  return { header, rest: start.subarray(HEADER_BYTES) };
}

async function* following(first: Buffer, iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) return;
    yield next.value;
  }
}

/** The source cut into pieces of `size` bytes; exactly the last one is marked, and only it may be shorter (or empty). */
async function* pieces(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    waiting.push(part);
    length += part.length;
    if (length <= size) continue;
    let all = Buffer.concat(waiting);
    // One byte more than a piece: then this piece is certainly not the last.
    for (; all.length > size; all = all.subarray(size)) yield { bytes: all.subarray(0, size), isLast: false };
    waiting = [all];
    length = all.length;
  }
  yield { bytes: Buffer.concat(waiting), isLast: true };
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function fileKey(dataKey: Buffer, header: Buffer, binding: string): Buffer {
  const salt = header.subarray(-SALT_BYTES);
  return Buffer.from(hkdfSync('sha256', dataKey, salt, `tonghu/v1/file|${binding}`, KEY_BYTES));
}
