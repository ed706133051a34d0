import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemContext } from '../../kernel';
import { WorkerDatabase } from '../../platform/database';
import { SealedFiles } from '../../platform/files';
import { Logger } from '../../platform/logging';
import { PeriodicWork } from '../../platform/periodic';

const EVERY_MS = 3_600_000;
/** No upload takes this long. */
const PART_MS = 3_600_000;
/** A file is on disk before its row commits; after this long the row will not come (security.md R20: within 24 hours). */
const ORPHAN_MS = 20 * 3_600_000;
const BATCH = 500;

/**
 * Removes what broken uploads left. Half files are deleted; whole ones that no row names are set aside and never deleted by a
 * program: after a restore of an older database their rows may still come back. Runs where jobs run, on real time as the
 * dates of files do.
 */
@Injectable()
export class OrphanSweep implements OnModuleInit {
  constructor(
    private readonly files: SealedFiles,
    private readonly database: WorkerDatabase,
    private readonly periodic: PeriodicWork,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'orphan-sweep', everyMs: EVERY_MS, run: () => this.sweep(new Date()) });
  }

  /** One pass over the folder. Returns how many half files were deleted and how many whole ones set aside. */
  async sweep(now: Date): Promise<{ deleted: number; aside: number }> {
    const found = { deleted: 0, aside: 0 };
    let old: string[] = [];
    for await (const { id, isPart, changedAt } of this.files.list()) {
      const age = now.getTime() - changedAt.getTime();
      if (isPart && age > PART_MS) {
        await this.files.remove(id, 'part');
        found.deleted += 1;
      } else if (!isPart && age > ORPHAN_MS) {
        old.push(id);
      }
      if (old.length >= BATCH) {
        found.aside += await this.setAside(old);
        old = [];
      }
    }
    found.aside += await this.setAside(old);
    if (found.deleted + found.aside > 0)
      this.logger.warn('attachments without a record were removed', { count: found.deleted + found.aside });
    return found;
  }

  private async setAside(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const rows = await this.database.inTransaction(systemContext('', 'orphan-sweep'), (tx) =>
      tx.query<{ id: string }>('SELECT id FROM attachment WHERE id = ANY ($1)', [ids]),
    );
    const known = new Set(rows.map(({ id }) => id));
    const orphans = ids.filter((id) => !known.has(id));
    for (const id of orphans) await this.files.setAside(id);
    return orphans.length;
  }
}
