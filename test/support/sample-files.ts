import { crc32 } from 'node:zlib';

/** Small files of every kind, made byte by byte: nothing in them is from anywhere. */

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const fill = (length: number): Buffer => Buffer.alloc(length, 'TonghuSample');

/** A JPEG of stated size in pixels; `marker` is carried in a comment, so that a test finds it again. */
export function jpeg(marker = '', width = 640, height = 480): Buffer {
  const comment = Buffer.from(marker);
  const frame = Buffer.alloc(19);
  frame.write('\xff\xc0\x00\x11\x08', 'latin1');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const commentHead = Buffer.alloc(4);
  commentHead.write('\xff\xfe', 'latin1');
  commentHead.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([
    latin1('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00'),
    commentHead,
    comment,
    frame,
    fill(600),
    latin1('\xff\xd9'),
  ]);
}

/** A PNG whose header states a size in pixels. */
export function png(width = 640, height = 480): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    latin1('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'),
    size,
    latin1('\x08\x02\x00\x00\x00'),
    fill(200),
  ]);
}

export function webp(): Buffer {
  return Buffer.concat([
    latin1('RIFF\x00\x01\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00'),
    latin1('\x7f\x02\x00\xdf\x01\x00'),
    fill(200),
  ]);
}

/** An ISO media container of a brand: heic, M4A, isom, qt… */
export function container(brand: string): Buffer {
  return Buffer.concat([
    latin1(`\x00\x00\x00\x18ftyp${brand.padEnd(4)}\x00\x00\x00\x00${brand.padEnd(4)}`),
    fill(500),
  ]);
}

export function pdf(inside = '1 0 obj<</Type/Catalog>>endobj'): Buffer {
  return latin1(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${inside}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

export function mp3(): Buffer {
  // 128 kbit/s at 44.1 kHz: a frame is 417 bytes.
  const frame = Buffer.concat([latin1('\xff\xfb\x90\x00'), fill(413)]);
  return Buffer.concat([frame, frame, frame]);
}

export const wav = (): Buffer => Buffer.concat([latin1('RIFF\x24\x02\x00\x00WAVEfmt '), fill(500)]);
export const amr = (): Buffer => Buffer.concat([latin1('#!AMR\n'), fill(300)]);

interface Entry {
  readonly name: string;
  readonly content?: string;
  /** What the directory claims, when it is not the truth. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
}

/** An archive of stored entries with a correct directory. */
export function zip(entries: readonly Entry[], options: { readonly comment?: string } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = 'x', claimedSize, encrypted = false } of entries) {
    const [nameBytes, body] = [Buffer.from(name), Buffer.from(content)];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 1 : 0, 2);
    shared.writeUInt32LE(crc32(body), 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(claimedSize ?? body.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([latin1('PK\x03\x04'), shared, nameBytes, body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([latin1('PK\x01\x02\x14\x00'), shared, rest, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, ...directory, end, comment]);
}

const OFFICE = [{ name: '[Content_Types].xml' }, { name: '_rels/.rels' }];
export const docx = (...more: readonly Entry[]): Buffer =>
  zip([...OFFICE, { name: 'word/document.xml' }, { name: 'word/media/image1.jpeg' }, ...more]);
export const xlsx = (...more: readonly Entry[]): Buffer =>
  zip([...OFFICE, { name: 'xl/workbook.xml' }, { name: 'xl/printerSettings/printerSettings1.bin' }, ...more]);
