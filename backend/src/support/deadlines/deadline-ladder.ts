import { Injectable } from '@nestjs/common';
import { newId, systemContext } from '../../kernel';
import { type Tx, WorkerDatabase } from '../../platform/database';
import { failpoint } from '../../platform/failpoint';
import { Logger } from '../../platform/logging';
import type { ClaimMode, DueWork } from '../../platform/outbox';
import { errorLabel, type Job, type JobData } from '../../platform/queue';
import { staffedSql } from '../access';
import { DeadlineSteps, type LockedDeadline } from './deadline-steps';
import { RIGHTS, rungAt } from './ladder.rules';

/** A step whose job was lost is handed to the queue again after this long. */
const QUEUED_MS = 10_000;
/** A step that failed rests this long, so that one bad row cannot keep the worker busy. */
const REST_MS = 30_000;
/** Handed to the queue and not yet seen done: more than this many wait in the table instead. */
const MAX_QUEUED = 1_000;

const DUE = `
  SELECT id, next_step, district_code FROM deadline
   WHERE state = 'running' AND next_step_at <= $1 AND NOT (id::text || ':' || next_step = ANY ($2))
   ORDER BY next_step_at, id LIMIT $3`;
/** A person whose account was closed owns nothing any more; the agency does. */
const LOCK = `
  SELECT d.id, d.district_code, d.subject_kind, d.subject_id, d.report_id, d.case_id, d.work_order_id, d.number, d.urgency,
         d.owner_agency_id, (SELECT u.id FROM app_user u WHERE u.id = d.owner_user_id AND u.disabled_at IS NULL) AS owner_user_id,
         ${staffedSql('d.owner_agency_id', 'deadline.read')} AS owner_staffed, d.escalation_agency_id, d.ladder, d.next_step, w.issued_by_agency_id AS issuer_agency_id, coalesce(w.is_letter, false) AS is_letter,
         d.due_at, r.owner_kind = ANY ($3) AS is_right
    FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id LEFT JOIN work_order w ON w.id = d.work_order_id
   WHERE d.id = $1 AND d.state = 'running' AND d.next_step_at <= $2
     FOR NO KEY UPDATE OF d SKIP LOCKED`;

type LockedClock = LockedDeadline & { readonly due_at: Date; readonly is_right: boolean };

/**
 * Climbs the ladders of running clocks. The row is the claim: its state is read again under its lock, so a clock that
 * was closed before takes no step, and (deadline, step) being a primary key, no step is taken twice. Jobs only wake.
 */
@Injectable()
export class DeadlineLadder implements DueWork {
  readonly name = 'deadline';
  /** Steps this process handed to the queue, and until when (monotonic ms) it leaves them alone. */
  private readonly queued = new Map<string, number>();
  private readonly resting = new Map<string, number>();

  constructor(
    private readonly database: WorkerDatabase,
    private readonly steps: DeadlineSteps,
    private readonly logger: Logger,
  ) {}

  async claim(limit: number, mode: ClaimMode): Promise<Job[]> {
    const skipped = mode === 'all' ? [...live(this.resting)] : [...live(this.resting), ...live(this.queued)];
    const room = mode === 'all' ? limit : Math.min(limit, MAX_QUEUED - this.queued.size);
    const rows = room > 0 ? await this.due(room, skipped) : [];
    const until = performance.now() + QUEUED_MS;
    return rows.map(({ id, next_step: step, district_code: district }) => {
      this.queued.set(`${id}:${step}`, until);
      return {
        name: this.name,
        id: `t-${id}-${step}-${newId().slice(-12)}`,
        data: { deadlineId: id, step: String(step), district },
      };
    });
  }

  release(jobs: readonly Job[]): Promise<void> {
    for (const { data } of jobs) this.queued.delete(keyOf(data));
    return Promise.resolve();
  }

  /** Takes every step of the clock that is due by now; does nothing when it was closed, moved, or is being worked on. */
  async run(data: JobData): Promise<void> {
    const { deadlineId, district } = data;
    if (deadlineId === undefined || district === undefined)
      throw new Error('A deadline job came without its ids');
    try {
      await this.database.inTransaction(systemContext(district, 'deadlines.ladder'), (tx) =>
        this.climb(tx, deadlineId),
      );
      failpoint('after-commit-before-ack');
    } catch (error) {
      this.resting.set(keyOf(data), performance.now() + REST_MS);
      this.logger.error('a deadline step failed and will be tried again', {
        deadlineId,
        error: errorLabel(error),
      });
    } finally {
      this.queued.delete(keyOf(data));
    }
  }

  async isIdle(): Promise<boolean> {
    return (await this.due(1, [...live(this.resting)])).length === 0;
  }

  private async due(
    limit: number,
    skipped: readonly string[],
  ): Promise<{ id: string; next_step: number; district_code: string }[]> {
    return this.database.dataSource.query(DUE, [this.database.clock.now(), skipped, limit]);
  }

  private async climb(tx: Tx, deadlineId: string): Promise<void> {
    // Shorter than deadlock_timeout: between a person's command and this job, it is the job that gives way and comes again.
    await tx.query(`SELECT set_config('lock_timeout', '500ms', true)`);
    const [deadline] = await tx.query<LockedClock>(LOCK, [deadlineId, tx.now, RIGHTS]);
    if (deadline === undefined) return;
    let next = deadline.next_step;
    for (
      let rung = deadline.ladder[next];
      rung !== undefined && new Date(rung.at) <= tx.now;
      rung = deadline.ladder[next]
    ) {
      await this.steps.take(tx, deadline, next, rung.step);
      next += 1;
    }
    // A party's time to ask has run out with its last reminder: nobody is late, there is only nothing left to wait for.
    const lapsed = deadline.is_right && deadline.due_at <= tx.now;
    await tx.execute(
      `UPDATE deadline SET next_step = $2, next_step_at = $3, state = CASE WHEN $4 THEN 'cancelled' ELSE state END,
              closed_at = CASE WHEN $4 THEN due_at ELSE closed_at END WHERE id = $1`,
      [deadlineId, next, lapsed ? null : rungAt(deadline.ladder, next), lapsed],
    );
    failpoint('after-step-before-commit');
  }
}

function keyOf({ deadlineId, step }: JobData): string {
  return `${deadlineId}:${step}`;
}

/** The keys whose time has not run out; the others are forgotten. */
function live(times: Map<string, number>): IterableIterator<string> {
  const now = performance.now();
  for (const [key, until] of times) if (until <= now) times.delete(key);
  return times.keys();
}
