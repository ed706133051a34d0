import { Injectable } from '@nestjs/common';
import { type LocalDate, newId, type Urgency } from '../../kernel';
import type { Tx } from '../../platform/database';
import type { NoticeSubject } from '../notifications';
import { DeadlineRules } from './deadline-rules';
import { DeadlineEntity } from './entities';
import {
  type Clockwork,
  continueLadder,
  type DeadlineRule,
  type LadderRung,
  mannerOf,
  rungAt,
} from './ladder.rules';

/** What a clock is about. Placements, measures, conferences and proceedings have clocks of their case (`case`), told apart by `subjectId`. */
export type DeadlineSubject = Exclude<
  NoticeSubject,
  'campaign' | 'duty_roster' | 'agency_notice' | 'work_order_list'
>;

/** A clock to start. */
export interface NewDeadline {
  readonly ruleId: string;
  /** Name of one of the rule's further numbers (an extension, a kind of matter); default: the usual number. */
  readonly variant?: string;
  /** A day agreed on (the next visit); the clock runs out then, if that is before the end of the rule's number. */
  readonly endsOn?: LocalDate;
  readonly subjectKind: DeadlineSubject;
  readonly subjectId: string;
  readonly reportId?: string;
  readonly caseId?: string;
  readonly workOrderId?: string;
  /** What a person reads: 受理号, 个案编号 or 协办单号. */
  readonly number: string;
  readonly urgency: Urgency;
  /** Default: now. */
  readonly startAt?: Date;
  /** The duty is done already: the clock is written finished, so that lateness stays visible. */
  readonly doneAt?: Date;
  readonly ownerAgencyId: string;
  readonly ownerUserId?: string;
  /** Who hears of it when the owner is overdue (督办). */
  readonly escalationAgencyId?: string;
}

/** A clock that was started in this transaction. */
export interface OpenedDeadline extends Clockwork {
  readonly id: string;
  readonly rule: DeadlineRule;
  readonly variant: string | null;
  readonly startAt: Date;
}

interface RunningRow {
  id: string;
  rule_id: string;
  variant: string | null;
  start_at: Date;
  ladder: readonly LadderRung[];
  next_step: number;
}

/**
 * Clocks as rows (时限). They are opened and closed in the transaction of the step that causes it. A clock the actor may
 * not see is not changed: the functions that change clocks say how many they changed.
 */
@Injectable()
export class DeadlineService {
  constructor(private readonly rules: DeadlineRules) {}

  /**
   * Starts a clock; the row is written with the transaction. Throws when the rule is unknown or states no limit for the
   * urgency or variant. A second running clock of one rule and subject is refused by the database (deadline_one_running).
   */
  open(tx: Tx, spec: NewDeadline): OpenedDeadline {
    const startAt = spec.startAt ?? tx.now;
    const rule = this.rules.getRule(spec.ruleId);
    const variant = spec.variant ?? null;
    const { dueAt, provisional, ladder } = this.rules.clockwork(spec.ruleId, spec.urgency, startAt, spec);
    const id = newId(tx.now.getTime());
    tx.insert(DeadlineEntity, {
      id,
      districtCode: tx.actor.districtCode,
      ruleId: spec.ruleId,
      variant,
      subjectKind: spec.subjectKind,
      subjectId: spec.subjectId,
      reportId: spec.reportId ?? null,
      caseId: spec.caseId ?? null,
      workOrderId: spec.workOrderId ?? null,
      number: spec.number,
      urgency: spec.urgency,
      startAt,
      dueAt,
      provisional,
      statutory: rule.basis === 'statutory',
      duty: mannerOf(rule.ownerKind) === 'duty',
      ownerAgencyId: spec.ownerAgencyId,
      ownerUserId: spec.ownerUserId ?? null,
      escalationAgencyId: spec.escalationAgencyId ?? null,
      state: spec.doneAt === undefined ? 'running' : 'done',
      closedAt: spec.doneAt ?? null,
      ladder,
      nextStep: 0,
      nextStepAt: spec.doneAt === undefined ? rungAt(ladder, 0) : null,
    });
    return { id, rule, variant, startAt, dueAt, provisional, ladder };
  }

  /** The same for clocks that are known one by one. */
  async closeThese(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.execute(
      `UPDATE deadline SET state = 'done', closed_at = $2, next_step_at = NULL WHERE id = ANY ($1) AND state = 'running'`,
      [ids, tx.now],
    );
  }

  /** The duty was done: stops the subject's running clocks of these rules and returns how many there were. */
  async close(tx: Tx, ruleIds: string | readonly string[], subjectId: string): Promise<number> {
    const ids = typeof ruleIds === 'string' ? [ruleIds] : ruleIds;
    if (ids.length === 0) return 0;
    return tx.execute(
      `UPDATE deadline SET state = 'done', closed_at = $3, next_step_at = NULL
        WHERE rule_id = ANY ($1) AND subject_id = $2 AND state = 'running'`,
      [ids, subjectId, tx.now],
    );
  }

  /** These duties fell away, others of the subject go on; returns how many clocks were stopped. */
  async cancel(tx: Tx, ruleIds: readonly string[], subjectId: string): Promise<number> {
    return tx.execute(
      `UPDATE deadline SET state = 'cancelled', closed_at = $3, next_step_at = NULL
        WHERE rule_id = ANY ($1) AND subject_id = $2 AND state = 'running'`,
      [ruleIds, subjectId, tx.now],
    );
  }

  /** The duty fell away: stops all running clocks of the subject and returns how many there were. */
  async cancelAll(tx: Tx, subjectId: string): Promise<number> {
    return tx.execute(
      `UPDATE deadline SET state = 'cancelled', closed_at = $2, next_step_at = NULL WHERE subject_id = $1 AND state = 'running'`,
      [subjectId, tx.now],
    );
  }

  /**
   * The child is no longer in this district's care: stops the running clocks of everything about the case, whatever row
   * they belong to; only these rules when some are named. Orders are their agencies' own and end with them. Returns how
   * many there were.
   */
  async cancelCase(tx: Tx, caseId: string, ruleIds: readonly string[] | null = null): Promise<number> {
    return tx.execute(
      `UPDATE deadline SET state = 'cancelled', closed_at = $2, next_step_at = NULL
        WHERE case_id = $1 AND subject_kind <> 'work_order' AND state = 'running' AND ($3::text[] IS NULL OR rule_id = ANY ($3))`,
      [caseId, tx.now, ruleIds],
    );
  }

  /**
   * The urgency changed: every running clock of the subject is counted again from its own start. Steps that were taken
   * stay taken; what lies in the past under the new limit follows at once. Returns how many clocks were changed.
   */
  async recompute(tx: Tx, subjectId: string, urgency: Urgency): Promise<number> {
    const running = await tx.query<RunningRow>(
      `SELECT id, rule_id, variant, start_at, ladder, next_step FROM deadline WHERE subject_id = $1 AND state = 'running' ORDER BY id FOR NO KEY UPDATE`,
      [subjectId],
    );
    for (const row of running) await this.restart(tx, row, urgency);
    return running.length;
  }

  /**
   * For a worker transaction, after the holidays of a year were loaded: counts provisional clocks (暂算) again, at most
   * `limit` of them, and returns how many were found.
   */
  async recomputeProvisional(tx: Tx, limit = 500): Promise<number> {
    const running = await tx.query<RunningRow & { urgency: Urgency }>(
      `SELECT id, rule_id, variant, start_at, ladder, next_step, urgency FROM deadline
        WHERE state = 'running' AND provisional
          AND EXISTS (SELECT 1 FROM working_day_year y WHERE y.year = extract(year FROM due_at AT TIME ZONE 'Asia/Shanghai'))
        ORDER BY id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`,
      [limit],
    );
    for (const row of running) await this.restart(tx, row, row.urgency);
    return running.length;
  }

  private async restart(tx: Tx, row: RunningRow, urgency: Urgency): Promise<void> {
    const fresh = this.rules.clockwork(row.rule_id, urgency, row.start_at, {
      variant: row.variant ?? undefined,
    });
    const ladder = continueLadder(row.ladder, row.next_step, fresh.ladder);
    await tx.execute(
      'UPDATE deadline SET urgency = $2, due_at = $3, provisional = $4, ladder = $5, next_step_at = $6 WHERE id = $1',
      [
        row.id,
        urgency,
        fresh.dueAt,
        fresh.provisional,
        JSON.stringify(ladder),
        rungAt(ladder, row.next_step),
      ],
    );
  }
}
