import type { FileType } from './file-types.rules';

/** Letters of a name, extension included. */
const MAX_LENGTH = 120;
/**
 * Control characters, and those that change the direction or hide: a name must read as what it is (security.md F01). Letters
 * this machine does not know yet stay: rare characters of names are added to Unicode every few years.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** What file systems refuse or read as a path. */
const UNSAVABLE = /[/\\:*?"<>|]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that can be shown and saved anywhere, ending as the file's content says: 照片.exe that is a photo becomes
 * 照片.exe.jpg. Never empty.
 */
export function tidyName(claimed: string, type: FileType): string {
  const plain = claimed
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(UNSAVABLE, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const claimedExtension = dot > 0 ? plain.slice(dot + 1).toLowerCase() : '';
  const fits = type.extensions.includes(claimedExtension);
  const stem = (fits ? plain.slice(0, dot) : plain).replace(/[. ]+$/, '');
  const extension = fits ? plain.slice(dot + 1) : type.extensions[0];
  const letters = [...(stem === '' || RESERVED.test(stem) ? `附件${stem}` : stem)];
  return `${letters.slice(0, MAX_LENGTH - extension.length - 1).join('')}.${extension}`;
}

/** The Content-Disposition of a download (RFC 6266, RFC 5987): a plain name for old programs, the real one for the others. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
