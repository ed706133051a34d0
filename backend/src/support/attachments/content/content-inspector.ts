import { createHash } from 'node:crypto';
import { FileRefused, FileTooLarge, FileTypeRefused } from './content-errors';
import { FILE_TYPES, type FileType, sniff } from './file-types.rules';
import { MAX_PIXELS, pixelsOf } from './picture-size.rules';
import { findZipEnd, judgeOffice, readZipDirectory } from './zip-directory.rules';

export interface Inspected {
  readonly type: FileType;
  readonly size: number;
  /** SHA-256 of the file as it was given. */
  readonly sha256: Buffer;
}

/** Enough to tell every type. */
const SNIFF_BYTES = 4_096;
/** A camera puts thumbnail and colour profile before the picture's size. */
const HEAD_BYTES = 256 * 1024;
/** The directory of an Office file stands at its end. */
const TAIL_BYTES = 256 * 1024;
/** Where browsers of old looked for a page in a file of another type. */
const PAGE_BYTES = 1_024;
const PAGE = /<(script|html|!doctype html|iframe|body|svg)/i;
const ARCHIVES = ['Rar!\x1a\x07', "7z\xbc\xaf'\x1c"].map((text) => Buffer.from(text, 'latin1'));
const ACTIVE_PDF = ['/JavaScript', '/Launch'].map((text) => Buffer.from(text, 'latin1'));
/** One less than the longest of them: what may be cut by the end of a part. */
const OVERLAP = 10;
const PDF_END_BYTES = 4_096;

const TWO_IN_ONE =
  '文件里还藏着另一个文件，为安全起见不能上传。请重新拍照、重新扫描，或打印为 PDF 后再上传。';

/**
 * Looks at a file while it passes: how large it is, what it is, whether it is also something else. Nothing is kept but its
 * head and tail; what may not be kept is refused at the first byte that shows it.
 */
export class ContentInspector {
  private readonly hash = createHash('sha256');
  private readonly head = new Head(HEAD_BYTES);
  private readonly tail = new Tail(TAIL_BYTES);
  /** Bytes that a marker may have begun in; before the type is known, all of them. */
  private carried: Buffer = Buffer.alloc(0);
  private size = 0;
  /** Undefined until enough was seen; null for an archive, whose type its directory tells. */
  private claimed: FileType | null | undefined;
  private result: Inspected | undefined;

  constructor(private readonly maxBytes: number) {}

  /** The file as it came. @throws FileTypeRefused 415, FileTooLarge 413, FileRefused 422 */
  async *through(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of source) {
      this.take(part);
      yield part;
    }
    this.finish();
  }

  /** What it was. Throws when the file did not pass to its end. */
  get inspected(): Inspected {
    if (this.result === undefined) throw new Error('The file did not pass to its end');
    return this.result;
  }

  private take(part: Buffer): void {
    this.size += part.length;
    if (this.size > this.maxBytes) throw new FileTooLarge(this.maxBytes);
    this.hash.update(part);
    this.head.take(part);
    this.tail.take(part);
    const bytes = Buffer.concat([this.carried, part]);
    if (this.claimed === undefined && this.size >= SNIFF_BYTES) this.claim();
    if (this.claimed !== undefined) this.searchMarkers(bytes);
    this.carried = this.claimed === undefined ? bytes : bytes.subarray(-OVERLAP);
  }

  private finish(): void {
    if (this.size === 0) throw new FileRefused('文件是空的，请检查后重新选择。');
    if (this.claimed === undefined) {
      this.claim();
      this.searchMarkers(this.carried);
    }
    const tail = this.tail.bytes;
    const type = this.claimed ?? this.office(tail);
    if (this.claimed !== null && findZipEnd(tail) >= 0) throw new FileRefused(TWO_IN_ONE);
    if (type === FILE_TYPES.pdf && !tail.subarray(-PDF_END_BYTES).includes('%%EOF'))
      throw new FileRefused('PDF 文件不完整，可能没有传完或没有下载完。请重新保存后再上传。');
    const pixels = pixelsOf(type.code, this.head.bytes);
    if (pixels !== undefined && pixels > MAX_PIXELS)
      throw new FileRefused('图片的尺寸过大，打开它会卡住电脑。请缩小尺寸后再上传。');
    this.result = { type, size: this.size, sha256: this.hash.digest() };
  }

  private claim(): void {
    const text = this.head.bytes.subarray(0, SNIFF_BYTES).toString('latin1');
    const sniffed = sniff(text);
    if ('refused' in sniffed) throw new FileTypeRefused(sniffed.refused);
    this.claimed = 'zip' in sniffed ? null : sniffed.type;
    if (this.claimed !== null && PAGE.test(text.slice(0, PAGE_BYTES))) throw new FileRefused(TWO_IN_ONE);
  }

  private office(tail: Buffer): FileType {
    const entries = readZipDirectory(tail, this.size);
    if (entries === undefined)
      throw new FileRefused('文件不完整或结构异常，无法确认内容。请用 Word、Excel 或 WPS 重新另存后再上传。');
    const verdict = judgeOffice(entries);
    if ('kind' in verdict) return FILE_TYPES[verdict.kind];
    if ('otherArchive' in verdict) throw new FileTypeRefused(verdict.otherArchive);
    throw new FileRefused(verdict.refused);
  }

  /** Archives that begin anywhere (an Office file is one itself), and what a PDF may not do. */
  private searchMarkers(bytes: Buffer): void {
    if (this.claimed === null) return;
    if (ARCHIVES.some((marker) => bytes.includes(marker))) throw new FileRefused(TWO_IN_ONE);
    if (this.claimed === FILE_TYPES.pdf && ACTIVE_PDF.some((marker) => bytes.includes(marker)))
      throw new FileRefused(
        'PDF 里含有脚本或启动程序的指令，为安全起见不能上传。请用「打印」另存为 PDF 后再上传。',
      );
  }
}

/** The first bytes of a stream; a stream of single bytes costs no more than one of large parts. */
class Head {
  private readonly buffer: Buffer;
  private length = 0;

  constructor(size: number) {
    this.buffer = Buffer.alloc(size);
  }

  take(part: Buffer): void {
    this.length += part.copy(this.buffer, this.length);
  }

  get bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }
}

/** At least the last `size` bytes of a stream. */
class Tail {
  private older: Buffer = Buffer.alloc(0);
  private newer: Head;

  constructor(private readonly size: number) {
    this.newer = new Head(size);
  }

  take(part: Buffer): void {
    for (let at = 0; at < part.length;) {
      if (this.newer.bytes.length === this.size) {
        this.older = this.newer.bytes;
        this.newer = new Head(this.size);
      }
      const room = this.size - this.newer.bytes.length;
      this.newer.take(part.subarray(at, at + room));
      at += room;
    }
  }

  get bytes(): Buffer {
    return Buffer.concat([this.older, this.newer.bytes]);
  }
}
