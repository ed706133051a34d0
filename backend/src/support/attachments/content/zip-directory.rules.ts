/** One entry of a ZIP archive's central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly encrypted: boolean;
}

const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT = 65_535;

/** Where the archive's end record stands in the tail of a file, or -1; its comment must reach the file's very end. */
export function findZipEnd(tail: Uint8Array): number {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const lowest = Math.max(0, tail.length - END_BYTES - MAX_COMMENT);
  for (let at = tail.length - END_BYTES; at >= lowest; at -= 1)
    if (
      view.getUint32(at, true) === 0x0605_4b50 &&
      at + END_BYTES + view.getUint16(at + 20, true) === tail.length
    )
      return at;
  return -1;
}

/**
 * The entries of an archive that fills the whole file, read from its tail; undefined when the directory is damaged, longer
 * than the tail, or does not fit the file's size (something else stands before or behind it). ZIP64 is not read.
 */
export function readZipDirectory(tail: Uint8Array, fileSize: number): ZipEntry[] | undefined {
  const end = findZipEnd(tail);
  if (end < 0) return undefined;
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const start = end - size;
  if (start < 0 || offset + size !== fileSize - (tail.length - end) || count === 0xffff) return undefined;
  const entries: ZipEntry[] = [];
  let at = start;
  while (entries.length < count) {
    const entry = at + ENTRY_BYTES <= end ? readEntry(view, tail, at) : undefined;
    if (entry === undefined) return undefined;
    entries.push(entry.entry);
    at += entry.length;
  }
  return at === end ? entries : undefined;
}

function readEntry(
  view: DataView,
  tail: Uint8Array,
  at: number,
): { readonly entry: ZipEntry; readonly length: number } | undefined {
  if (view.getUint32(at, true) !== 0x0201_4b50) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const length = ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = tail.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
  const entry = {
    name: new TextDecoder('utf-8').decode(name),
    size: view.getUint32(at + 24, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
  };
  return { entry, length };
}

const MAX_ENTRIES = 5_000;
const MAX_UNPACKED = 500 * 1024 * 1024;

export type OfficeKind = 'docx' | 'xlsx';
export type OfficeVerdict =
  | { readonly kind: OfficeKind }
  /** No Word or Excel file at all; what to do instead. */
  | { readonly otherArchive: string }
  | { readonly refused: string };

/**
 * A Word or Excel file by its parts (ISO/IEC 29500-2), without macros, controls or things packed into it. No part is
 * unpacked here, and a file that would fill the reader's memory is refused (security.md F02).
 */
export function judgeOffice(entries: readonly ZipEntry[]): OfficeVerdict {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('ofd.xml'))
    return { otherArchive: 'OFD 文件不能上传，请用 OFD 阅读器打印或另存为 PDF 后再上传。' };
  const isOffice = names.has('[content_types].xml');
  const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined;
  if (!isOffice || kind === undefined)
    return { otherArchive: '压缩包不能上传，请解压后把里面的文件一个一个上传。' };
  if (entries.some(({ encrypted }) => encrypted))
    return { refused: '文件设有密码，打不开就无法办理。请去掉密码后再上传。' };
  if (entries.some(({ name }) => isActive(name.toLowerCase())))
    return { refused: '文件里有宏、控件或嵌入的其他文件，为安全起见不能上传。请另存为 PDF 后再上传。' };
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > MAX_ENTRIES || unpacked > MAX_UNPACKED)
    return { refused: '文件展开后过大，为安全起见不能上传。请另存为 PDF，或拆成几份后再上传。' };
  return { kind };
}

/** Macros, controls, objects, programs; the only binary parts of a plain document are printer settings. */
function isActive(name: string): boolean {
  if (name.includes('..') || name.startsWith('/') || name.includes('\\')) return true;
  if (name.endsWith('.bin')) return !/\/printersettings\/[^/]+$/.test(name);
  return (
    /(^|\/)(vbaproject|vbadata|activex|embeddings\/oleobject)/.test(name) ||
    /\.(exe|dll|js|vbs|bat|cmd|scr|com|msi|jar|ps1|hta|lnk|zip|rar|7z|docm|xlsm)$/.test(name)
  );
}
