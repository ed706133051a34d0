import { createHash, getHashes, randomBytes, randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** One thing that must be found nowhere, in every spelling in which it could be lying about. */
export interface Needle {
  readonly name: string;
  readonly spellings: readonly string[];
}

export interface Hit {
  readonly needle: string;
  readonly where: string;
}

/** A word nobody else writes, as part of what a person tells. */
export const secretWord = (): string => `密${randomBytes(6).toString('hex')}`;

/** Three characters so rare that no other test has them. */
export function secretName(): string {
  return Array.from({ length: 3 }, () => String.fromCodePoint(randomInt(0x3400, 0x4db5))).join('');
}

/** Plain, hex, base64 at each of its three alignments, as in a URL, as in escaped JSON. */
export function needle(name: string, value: string): Needle {
  const bytes = Buffer.from(value);
  const escaped = [...value].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return {
    name,
    spellings: [
      value,
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      ...[0, 1, 2].map((shift) => base64Core(bytes, shift)),
      encodeURIComponent(value),
      escaped,
    ],
  };
}

/** What an index without a key would hold: every common hash of the value, as hex and as base64 (security.md finding 7). */
export function hashNeedle(name: string, value: string): Needle {
  const algorithms = ['md5', 'sha1', 'sha256', 'sha512', 'sm3'].filter((each) => getHashes().includes(each));
  const hashes = algorithms.map((algorithm) => createHash(algorithm).update(value).digest());
  return {
    name: `hash of ${name}`,
    spellings: hashes.flatMap((hash) => [hash.toString('hex'), hash.toString('base64').slice(0, 22)]),
  };
}

/** The part of a base64 text that does not depend on what stands around the value. */
function base64Core(bytes: Buffer, shift: number): string {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes, Buffer.alloc(3)]).toString('base64');
  const start = Math.ceil((shift * 8) / 6);
  return padded.slice(start, Math.floor(((shift + bytes.length) * 8) / 6));
}

export function search(text: string, needles: readonly Needle[], where: string): Hit[] {
  return needles
    .filter(({ spellings }) => spellings.some((spelling) => text.includes(spelling)))
    .map((found) => ({ needle: found.name, where }));
}

/** Every row of every table of the database, the queue's included, bytes as hex. */
export async function searchDatabase(owner: DataSource, needles: readonly Needle[]): Promise<Hit[]> {
  const tables = await owner.query<{ name: string }[]>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`,
  );
  const hits: Hit[] = [];
  for (const { name } of tables) {
    const rows = await owner.query<{ text: string }[]>(`SELECT to_jsonb(t)::text AS text FROM ${name} t`);
    hits.push(...search(rows.map(({ text }) => text).join('\n'), needles, name));
  }
  return hits;
}
