/** One file or folder inside a bundle. */
export interface BundleEntry {
  /** Relative, with forward slashes. */
  readonly path: string;
  /** Bytes of content; undefined: a folder. */
  readonly size?: number;
}

const LENGTH_BYTES = 4;
const MAX_HEADER_BYTES = 65_536;

/** Header of an entry: its length, then the entry as JSON. The content follows. */
export function entryHeader(entry: BundleEntry): Buffer {
  const json = Buffer.from(JSON.stringify(entry), 'utf8');
  return Buffer.concat([lengthOf(json.length), json]);
}

/** Closes a bundle: without it the bundle was cut off. */
export const BUNDLE_END = lengthOf(0);

/**
 * Reads a bundle: `begin` is called for every entry and gives where its content goes (undefined for a folder).
 * Throws when the bundle is cut off.
 */
export async function readBundle(
  source: AsyncIterable<Buffer>,
  begin: (entry: BundleEntry) => Promise<Sink | undefined>,
): Promise<void> {
  const reader = new Reader(source);
  for (;;) {
    const length = (await reader.take(LENGTH_BYTES)).readUInt32BE(0);
    if (length === 0) return;
    if (length > MAX_HEADER_BYTES) throw new Error('not a bundle');
    const entry = JSON.parse((await reader.take(length)).toString('utf8')) as BundleEntry;
    const sink = await begin(entry);
    for await (const piece of reader.pass(entry.size ?? 0)) await sink?.write(piece);
    await sink?.close();
  }
}

export interface Sink {
  write(bytes: Buffer): Promise<unknown>;
  close(): Promise<void>;
}

/** Asks a source for exact numbers of bytes. */
class Reader {
  private rest: Buffer = Buffer.alloc(0);
  private readonly iterator: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.iterator = source[Symbol.asyncIterator]();
  }

  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pass(count)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *pass(count: number): AsyncGenerator<Buffer> {
    let left = count;
    while (left > 0) {
      if (this.rest.length === 0) {
        const next = await this.iterator.next();
        if (next.done === true) throw new Error('the bundle was cut off');
        this.rest = next.value;
      }
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }
}

function lengthOf(value: number): Buffer {
  const bytes = Buffer.alloc(LENGTH_BYTES);
  bytes.writeUInt32BE(value);
  return bytes;
}
