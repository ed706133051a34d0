/** A type of file that may be kept. What it is, its first bytes say; the name a person gave it decides nothing. */
export interface FileType {
  readonly code: string;
  readonly contentType: string;
  /** What screens call it. */
  readonly label: string;
  /** The first one is put behind a name that has none of them. */
  readonly extensions: readonly [string, ...string[]];
  /** Browsers show it without running anything of it. */
  readonly viewable: boolean;
}

const type = (
  code: string,
  contentType: string,
  label: string,
  extensions: readonly [string, ...string[]],
  viewable = false,
): FileType => ({ code, contentType, label, extensions, viewable });

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Everything that is taken; nothing else is (security.md F01). */
export const FILE_TYPES = {
  jpeg: type('jpeg', 'image/jpeg', '照片', ['jpg', 'jpeg', 'jpe', 'jfif'], true),
  png: type('png', 'image/png', '图片', ['png'], true),
  webp: type('webp', 'image/webp', '图片', ['webp'], true),
  heic: type('heic', 'image/heic', '照片', ['heic', 'heif']),
  pdf: type('pdf', 'application/pdf', 'PDF', ['pdf'], true),
  docx: type('docx', `${OOXML}.wordprocessingml.document`, 'Word', ['docx']),
  xlsx: type('xlsx', `${OOXML}.spreadsheetml.sheet`, 'Excel', ['xlsx']),
  mp3: type('mp3', 'audio/mpeg', '录音', ['mp3']),
  m4a: type('m4a', 'audio/mp4', '录音', ['m4a', 'm4b']),
  wav: type('wav', 'audio/wav', '录音', ['wav']),
  amr: type('amr', 'audio/amr', '录音', ['amr']),
  // Phones write sound alone into the same container; the name a person knows it by stays.
  mp4: type('mp4', 'video/mp4', '视频', ['mp4', 'm4v', 'm4a']),
} as const satisfies Record<string, FileType>;

/** The type of a stored row; undefined only for rows of a version that knew more types. */
export function fileTypeOf(contentType: string): FileType | undefined {
  return Object.values<FileType>(FILE_TYPES).find((known) => known.contentType === contentType);
}

/** The type the first bytes claim; `zip` needs a look at its directory, which stands at the end. */
export type Sniffed =
  | { readonly type: FileType }
  | { readonly zip: true }
  /** What it is instead, with what to do; absent for what nobody knows. */
  | { readonly refused: string };

interface Signature {
  readonly at: number;
  readonly bytes: string;
}
const starts = (bytes: string, at = 0): Signature => ({ at, bytes });

/** Known and not taken: the answer says how to bring it all the same. Letters stand for bytes (latin1). */
const REFUSED: readonly (readonly [Signature, string])[] = [
  [
    starts('\xd0\xcf\x11\xe0'),
    '这是旧版 Word、Excel 或 WPS 文件（.doc、.xls、.wps），请用 Word 或 WPS 打开，另存为 .docx、.xlsx 或 PDF 后再上传。',
  ],
  [starts('Rar!'), '压缩包不能上传，请解压后把里面的文件一个一个上传。'],
  [starts('7z\xbc\xaf'), '压缩包不能上传，请解压后把里面的文件一个一个上传。'],
  [starts('\x1f\x8b'), '压缩包不能上传，请解压后把里面的文件一个一个上传。'],
  [starts('GIF8'), '动图（GIF）不能上传，请截图或另存为 JPG、PNG 后再上传。'],
  [starts('BM'), '位图（BMP）不能上传，请另存为 JPG 或 PNG 后再上传。'],
  [starts('II*\x00'), '这种图片（TIFF）不能上传，请另存为 JPG、PNG 或 PDF 后再上传。'],
  [starts('MM\x00*'), '这种图片（TIFF）不能上传，请另存为 JPG、PNG 或 PDF 后再上传。'],
  [starts('MZ'), '程序文件不能上传。'],
  [starts('\x7fELF'), '程序文件不能上传。'],
  [starts('{\\rtf'), 'RTF 文件不能上传，请用 Word 或 WPS 另存为 .docx 或 PDF 后再上传。'],
];

/** Brands of the ISO media container (its `ftyp` box). */
const BRANDS: Readonly<Record<string, FileType>> = {
  ...brands(FILE_TYPES.heic, 'heic heix heim heis hevc hevx mif1 msf1'),
  ...brands(FILE_TYPES.m4a, 'M4A M4B'),
  ...brands(FILE_TYPES.mp4, 'isom iso2 iso3 iso4 iso5 iso6 mp41 mp42 avc1 M4V MSNV'),
};

function brands(of: FileType, names: string): Record<string, FileType> {
  return Object.fromEntries(names.split(' ').map((name) => [name.padEnd(4), of]));
}

/** What the first bytes say (as latin1 text; a few hundred are enough). */
export function sniff(head: string): Sniffed {
  const has = ({ at, bytes }: Signature): boolean => head.startsWith(bytes, at);
  if (has(starts('\xff\xd8\xff'))) return { type: FILE_TYPES.jpeg };
  if (has(starts('\x89PNG\r\n\x1a\n')) && has(starts('IHDR', 12))) return { type: FILE_TYPES.png };
  if (has(starts('RIFF')) && has(starts('WEBP', 8))) return { type: FILE_TYPES.webp };
  if (has(starts('RIFF')) && has(starts('WAVE', 8))) return { type: FILE_TYPES.wav };
  if (/^%PDF-[12]\.\d/.test(head)) return { type: FILE_TYPES.pdf };
  if (has(starts('PK\x03\x04'))) return { zip: true };
  if (/^#!AMR(-WB)?\n/.test(head)) return { type: FILE_TYPES.amr };
  if (has(starts('ftyp', 4))) return sniffContainer(head);
  if (isMp3(head)) return { type: FILE_TYPES.mp3 };
  const known = REFUSED.find(([signature]) => has(signature));
  return { refused: known?.[1] ?? sniffText(head) };
}

function sniffContainer(head: string): Sniffed {
  const brand = head.slice(8, 12);
  if (brand.startsWith('qt'))
    return {
      refused:
        '这是苹果手机的视频格式（.mov），请在手机「设置—相机—格式」中选「兼容性最佳」后重拍，或转换为 MP4 后再上传。',
    };
  const known = BRANDS[brand];
  return known === undefined ? { refused: '' } : { type: known };
}

/** An ID3 tag, or two frames of MPEG layer III where the first says the second must be. */
function isMp3(head: string): boolean {
  if (head.startsWith('ID3') && head.charCodeAt(3) <= 4) return true;
  const length = mp3FrameLength(head, 0);
  return length !== undefined && mp3FrameLength(head, length) !== undefined;
}

const BITRATES = [
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const RATES: readonly (readonly number[])[] = [
  [11_025, 12_000, 8_000],
  [],
  [22_050, 24_000, 16_000],
  [44_100, 48_000, 32_000],
];

function mp3FrameLength(head: string, at: number): number | undefined {
  const [sync, second, third] = [head.charCodeAt(at), head.charCodeAt(at + 1), head.charCodeAt(at + 2)];
  if (sync !== 0xff || (second & 0xe6) !== 0xe2) return undefined;
  const version = (second >> 3) & 3;
  const bitrate = BITRATES[version === 3 ? 0 : 1][(third >> 4) - 1];
  const rate = RATES[version]?.[(third >> 2) & 3];
  if (bitrate === undefined || rate === undefined) return undefined;
  return Math.floor(((version === 3 ? 144 : 72) * bitrate * 1000) / rate) + ((third >> 1) & 1);
}

/** Web pages, drawings and programs in text; anything else is simply unknown. */
function sniffText(head: string): string {
  const text = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<script|<body|<iframe)/.test(text))
    return '网页文件不能上传，请打印为 PDF 或截图后再上传。';
  if (/^(<\?xml|<svg|<!doctype svg)/.test(text))
    return '矢量图和 XML 文件不能上传，请打印为 PDF 或截图后再上传。';
  if (/^(#!|<\?php|@echo)/.test(text)) return '程序文件不能上传。';
  return '';
}
