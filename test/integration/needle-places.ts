import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { type Hit, type Needle, search } from './needles';

/** The files that hold a secret as it was written, found by grep: the folder is too large to read here. */
export function grepFiles(folder: string, words: Iterable<string>): string {
  const aside = mkdtempSync(join(tmpdir(), 'tonghu-needles-'));
  const patterns = join(aside, 'patterns');
  writeFileSync(patterns, [...words].join('\n'));
  try {
    return execFileSync('grep', ['-rlaF', '-f', patterns, folder], {
      encoding: 'utf8',
      env: { LC_ALL: 'C' },
    });
  } catch (error) {
    // 1: nothing found; 2 with output: a file vanished while it was read.
    const { status, stdout } = error as { status: number; stdout: string };
    if (status > 2) throw error;
    return stdout;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Every key of Redis. */
export async function searchRedis(url: string, needles: readonly Needle[]): Promise<Hit[]> {
  const redis = new Redis(url);
  const hits: Hit[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    const read: Record<string, () => Promise<unknown>> = {
      string: () => redis.get(key),
      hash: () => redis.hgetall(key),
      list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key),
      zset: () => redis.zrange(key, 0, -1),
      stream: () => redis.xrange(key, '-', '+'),
    };
    hits.push(...search(`${key} ${JSON.stringify(await read[type]?.())}`, needles, key));
  }
  redis.disconnect();
  return hits;
}
