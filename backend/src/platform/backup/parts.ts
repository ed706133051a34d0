import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { DecryptionError, openChunks, sealChunks } from '../crypto';
import { BackupRefused } from './backup-refused';

/** A file of a backup as the manifest lists it. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Of the file as it lies there, so that it can be checked without a key. */
  readonly sha256: string;
}

/** Compresses and seals a source into a new file; on disk when it resolves. `binding` keeps parts from being exchanged. */
export async function writePart(
  path: string,
  key: Buffer,
  binding: string,
  source: AsyncIterable<Buffer>,
): Promise<Omit<Part, 'name'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    await pipeline(Readable.from(source), createGzip({ level: 1 }), async (zipped: AsyncIterable<Buffer>) => {
      for await (const sealed of sealChunks(key, binding, zipped)) {
        hash.update(sealed);
        bytes += sealed.length;
        await handle.writeFile(sealed);
      }
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Opens what `writePart` made and hands the content to `use`. @throws BackupRefused when it was altered or cut */
export async function readPart(
  path: string,
  key: Buffer,
  binding: string,
  use: (content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  try {
    const sealed = createReadStream(path) as AsyncIterable<Buffer>;
    await pipeline(Readable.from(openChunks(key, binding, sealed)), createGunzip(), use);
  } catch (error) {
    if (!(error instanceof DecryptionError)) throw error;
    throw new BackupRefused(`备份文件 ${path} 打不开：已损坏，或不属于这份备份`, '换用另一份备份');
  }
}

/** SHA-256 of a file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
