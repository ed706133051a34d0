import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { hasErrorCode } from '../crypto';
import { BUNDLE_END, entryHeader } from './bundle';
import { entriesOf } from './mirror';
import { isSegment } from './wal-names';

/** What PostgreSQL makes anew at a start, or must not find there ("Making a Base Backup Using the Low Level API"). */
const LEFT_OUT = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'tonghu_wal',
  'tonghu_restore',
]);
const SKIPPED =
  /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|.*\.tmp|recovery\.signal|backup_label.*)$/;
const CONTROL = 'global/pg_control';
export const LABEL = 'backup_label';
const READ_BYTES = 1_048_576;

/** First and last segment that a copy needs to become consistent. */
export interface WalRange {
  readonly first: string;
  readonly last: string;
}

/**
 * An online copy of a running cluster between pg_backup_start and pg_backup_stop, as a bundle: the files as they are found,
 * the backup label and the WAL written meanwhile. It stands alone, without any archive.
 */
export class ClusterCopy {
  private range: WalRange | undefined;

  constructor(
    /** A superuser's own connection; a backup ends when it does. */
    private readonly client: Client,
    private readonly dir: string,
    private readonly label: string,
  ) {}

  /** Known once `content` ended. */
  get wal(): WalRange {
    if (!this.range) throw new Error('the copy is not complete');
    return this.range;
  }

  async *content(): AsyncGenerator<Buffer> {
    // The slot keeps the WAL of the copy from being recycled under it; it goes with the connection.
    await this.client.query(`SELECT pg_create_physical_replication_slot($1, true, true)`, [
      `tonghu_backup_${process.pid}`,
    ]);
    const first = await this.one<string>('SELECT pg_walfile_name(pg_backup_start($1, true)) AS value', [
      this.label,
    ]);
    yield* this.folder('');
    yield* this.file(CONTROL);
    const { labelfile, last } = await this.stop();
    yield* whole(LABEL, Buffer.from(labelfile, 'utf8'));
    yield* this.segments({ first, last });
    yield BUNDLE_END;
    this.range = { first, last };
  }

  private async stop(): Promise<{ labelfile: string; last: string }> {
    const { rows } = await this.client.query<{ labelfile: string; last: string }>(
      'SELECT labelfile, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)',
    );
    if (!rows[0]) throw new Error('pg_backup_stop gave no label');
    return rows[0];
  }

  private async one<T>(sql: string, parameters: unknown[]): Promise<T> {
    const { rows } = await this.client.query<{ value: T }>(sql, parameters);
    if (!rows[0]) throw new Error('no row');
    return rows[0].value;
  }

  private async *folder(path: string): AsyncGenerator<Buffer> {
    for (const entry of await entriesOf(join(this.dir, path))) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (SKIPPED.test(entry.name) || inside === CONTROL) continue;
      if (entry.isDirectory()) {
        yield entryHeader({ path: inside });
        if (!LEFT_OUT.has(inside)) yield* this.folder(inside);
      } else if (entry.isFile()) {
        yield* this.file(inside);
      }
    }
  }

  private async *segments({ first, last }: WalRange): AsyncGenerator<Buffer> {
    const names = (await entriesOf(join(this.dir, 'pg_wal'))).map(({ name }) => name);
    const needed = names.filter((name) => isSegment(name) && name >= first && name <= last).sort();
    if (needed[0] !== first || needed.at(-1) !== last) throw new Error('the WAL of the backup is incomplete');
    for (const name of needed) yield* whole(`pg_wal/${name}`, await readFile(join(this.dir, 'pg_wal', name)));
    for (const name of names.filter((other) => other.endsWith('.history')))
      yield* whole(`pg_wal/${name}`, await readFile(join(this.dir, 'pg_wal', name)));
  }

  /** Exactly as long as it was when it was opened: what changes meanwhile the WAL mends. */
  private async *file(path: string): AsyncGenerator<Buffer> {
    const handle = await open(join(this.dir, path), 'r').catch((error: unknown) => {
      // Dropped since it was listed.
      if (hasErrorCode(error, 'ENOENT')) return undefined;
      throw error;
    });
    if (!handle) return;
    try {
      const { size } = await handle.stat();
      yield entryHeader({ path, size });
      for (let left = size; left > 0;) {
        const wanted = Math.min(left, READ_BYTES);
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, null);
        // Truncated since: the WAL will truncate it again.
        const piece = bytesRead === 0 ? Buffer.alloc(wanted) : buffer.subarray(0, bytesRead);
        yield piece;
        left -= piece.length;
      }
    } finally {
      await handle.close();
    }
  }
}

function* whole(path: string, content: Buffer): Generator<Buffer> {
  yield entryHeader({ path, size: content.length });
  if (content.length > 0) yield content;
}
