import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Invariant } from '../../kernel';
import { WorkerDatabase } from '../../platform/database';
import { Logger } from '../../platform/logging';
import { PeriodicWork } from '../../platform/periodic';
import { findBroken, type InvariantFinding } from './invariants';

/** Every module's invariants; the composition root puts them together. */
export const INVARIANTS = Symbol('INVARIANTS');

const HOUR_MS = 3_600_000;
/** What a stop left behind is worked off first. */
const AFTER_START_MS = 120_000;

const SAVE = `
  INSERT INTO invariant_check (id, checked_at, broken, examples, broken_since)
  SELECT f.id, $1, f.broken, f.examples, CASE WHEN f.broken > 0 THEN $1::timestamptz END
    FROM jsonb_to_recordset($2) AS f(id text, broken integer, examples text[])
  ON CONFLICT (id) DO UPDATE SET checked_at = excluded.checked_at, broken = excluded.broken, examples = excluded.examples,
    broken_since = CASE WHEN excluded.broken > 0 THEN coalesce(invariant_check.broken_since, excluded.broken_since) END`;

export interface InvariantState extends InvariantFinding {
  readonly checkedAt: Date | null;
  /** Since when it is known to be broken. */
  readonly brokenSince: Date | null;
}

/** Looks at the invariants every hour and keeps what was found for the administrator's page and the metrics (security.md C08). */
@Injectable()
export class InvariantChecker implements OnModuleInit {
  constructor(
    @Inject(INVARIANTS) private readonly invariants: readonly Invariant[],
    private readonly database: WorkerDatabase,
    private readonly periodic: PeriodicWork,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.periodic.register({
      name: 'invariants',
      everyMs: HOUR_MS,
      delayMs: AFTER_START_MS,
      run: () => this.check(),
    });
  }

  /** Looks now. Several processes may look at once; the last one's findings stay. */
  async check(): Promise<readonly InvariantFinding[]> {
    const { dataSource, clock } = this.database;
    const now = clock.now();
    const findings = await findBroken(this.invariants, (sql, values) => dataSource.query(sql, values), now);
    await dataSource.query(SAVE, [now, JSON.stringify(findings)]);
    for (const { id, broken, examples } of findings)
      if (broken > 0)
        this.logger.error('an invariant is broken: somebody has to look at it', {
          invariant: id,
          count: broken,
          examples: examples.join(', '),
        });
    return findings;
  }

  /** What the last check found, in the order of the list; an invariant that was never looked at counts as unknown. */
  async states(): Promise<InvariantState[]> {
    const rows = await this.database.dataSource.query<
      { id: string; checked_at: Date; broken: number; examples: string[]; broken_since: Date | null }[]
    >('SELECT id, checked_at, broken, examples, broken_since FROM invariant_check');
    const byId = new Map(rows.map((row) => [row.id, row]));
    return this.invariants.map(({ id, promise }) => {
      const row = byId.get(id);
      return {
        id,
        promise,
        broken: row?.broken ?? 0,
        examples: row?.examples ?? [],
        checkedAt: row?.checked_at ?? null,
        brokenSince: row?.broken_since ?? null,
      };
    });
  }
}
