import { createHmac } from 'node:crypto';
import { pinyin } from 'pinyin-pro';

/**
 * Search tokens for encrypted names and numbers: HMAC-SHA256 under a key that is never in the database, cut to
 * 128 bits. Without the key they cannot be tried out, whereas every possible ID number of one area code can be
 * hashed within seconds. Names found by tokens are decrypted and compared again: bigrams may meet by chance.
 */

/** Kinds are prefixed to the value, so that a token of one kind never equals one of another. */
type TokenKind = 'name' | 'bigram' | 'pinyin' | 'initials' | 'id_number' | 'phone';

/** All of the tokens, or any of them, must be among a person's; or the query is below two characters. */
export type NameQuery = { all: string[] } | { anyOf: string[] } | { tooShort: true };

const TOKEN_BYTES = 16;
const MIN_CHARACTERS = 2;
/** Spaces, hyphens, the dots that part foreign and minority names, pinyin apostrophes, invisible characters. */
const IGNORED = /[\s.·•‧∙・'’`´\-\u200b-\u200d\ufeff]/gu;
const LATIN = /^[a-z0-9]+$/;

/** Every token a name can be found by: whole name, its bigrams, its pinyin, its initials. No duplicates. */
export function nameTokens(key: Buffer, name: string): string[] {
  const normalised = normaliseName(name);
  if (normalised === '') return [];
  const syllables = toSyllables(normalised);
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  const tokens = [token(key, 'name', normalised), token(key, 'pinyin', syllables.join(''))];
  tokens.push(...bigrams(normalised).map((bigram) => token(key, 'bigram', bigram)));
  if (initials.length >= MIN_CHARACTERS) tokens.push(token(key, 'initials', initials));
  return [...new Set(tokens)];
}

/** The token of a whole name, for duplicate checks by equality; null for an empty name. */
export function fullNameToken(key: Buffer, name: string): string | null {
  const normalised = normaliseName(name);
  return normalised === '' ? null : token(key, 'name', normalised);
}

/** Tokens to look for: Latin letters as whole pinyin or initials, everything else by its bigrams. */
export function queryTokens(key: Buffer, query: string): NameQuery {
  const normalised = normaliseName(query);
  if ([...normalised].length < MIN_CHARACTERS) return { tooShort: true };
  if (LATIN.test(normalised)) {
    return { anyOf: [token(key, 'pinyin', normalised), token(key, 'initials', normalised)] };
  }
  return { all: [...new Set(bigrams(normalised).map((bigram) => token(key, 'bigram', bigram)))] };
}

/**
 * Token for finding an ID number or a phone by equality. Null when nothing comparable is left (不详, 无), so that
 * two unknown numbers are never taken for the same one.
 */
export function exactToken(key: Buffer, kind: 'id_number' | 'phone', value: string): string | null {
  const normalised = kind === 'phone' ? normalisePhone(value) : normaliseIdNumber(value);
  return normalised === '' ? null : token(key, kind, normalised);
}

/** NFKC, lower case, without tone marks, spaces and dots; ü becomes v as pinyin input methods write it. */
function normaliseName(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().replace(IGNORED, '');
  return folded
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');
}

/** Upper-case letters and digits only; without any digit it is no number. */
function normaliseIdNumber(value: string): string {
  const characters = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '');
  return /\d/.test(characters) ? characters : '';
}

/** Digits only, without the country code of a mainland mobile number. */
function normalisePhone(value: string): string {
  const digits = value.normalize('NFKC').replace(/\D/gu, '');
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/u, '');
}

/** `surname: 'head'` reads the first characters as a surname: 单 shan, 仇 qiu, 尉迟 yuchi, 万俟 moqi. */
function toSyllables(normalised: string): string[] {
  return pinyin(normalised, {
    surname: 'head',
    toneType: 'none',
    v: true,
    type: 'array',
    nonZh: 'consecutive',
  });
}

/** Pairs of neighbouring characters, by code point: rare characters take two UTF-16 units. */
function bigrams(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function token(key: Buffer, kind: TokenKind, value: string): string {
  const mac = createHmac('sha256', key).update(`${kind}\0${value}`, 'utf8').digest();
  return mac.subarray(0, TOKEN_BYTES).toString('base64url');
}
