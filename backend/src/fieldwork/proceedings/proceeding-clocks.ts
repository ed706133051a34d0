import { Injectable } from '@nestjs/common';
import type { LockedCase } from '../../casefile';
import { openLead } from '../../desk/coordination';
import { InvalidInput } from '../../kernel';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type { OpenedClock } from './proceedings.rules';

/** A running clock of the case, by the record that started it. */
export interface RunningClock {
  readonly id: string;
  readonly rule_id: string;
  readonly subject_id: string;
  readonly start_at: Date;
  readonly due_at: Date;
}

export interface ClockStart {
  readonly recordId: string;
  readonly happenedAt: Date;
  /** The further number a person chose. */
  readonly variant?: string | undefined;
  readonly addresseeAgencyId?: string | undefined;
  /** The clock that the same step closed. */
  readonly closed?: RunningClock | undefined;
}

/**
 * The clocks of legal proceedings; each belongs to the record that started it. An answer stops a clock even when the organ
 * may not see it (waiting_clocks, answer_clock); the case was locked through its visibility rule before.
 */
@Injectable()
export class ProceedingClocks {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * Stops what a step answers: the clock of `regardingId`, or the only one that waits. Returns it, if there was one.
   * @throws InvalidInput 422 when several wait and none was named
   */
  async close(
    tx: Tx,
    caseId: string,
    ruleIds: readonly string[],
    regardingId?: string,
  ): Promise<RunningClock | undefined> {
    if (ruleIds.length === 0) return undefined;
    const all = await this.waiting(tx, caseId, ruleIds);
    const waiting = regardingId === undefined ? all : all.filter(({ subject_id: id }) => id === regardingId);
    const [first] = waiting;
    if (regardingId !== undefined && first === undefined)
      throw new InvalidInput({ regardingId: ['那一步已经有了结果，请重新选择'] });
    if (waiting.some(({ subject_id: id }) => id !== first?.subject_id))
      throw new InvalidInput({ regardingId: ['有多件在等结果，请选择是哪一件'] });
    await this.answer(tx, waiting);
    return first;
  }

  /** Stops every clock of these rules in a case, whichever record started it. */
  async closeAll(tx: Tx, caseId: string, ruleIds: readonly string[]): Promise<void> {
    await this.answer(tx, await this.waiting(tx, caseId, ruleIds));
  }

  /** Starts one clock of a step. @throws InvalidInput 422 when it continues a clock that does not run */
  async open(tx: Tx, locked: LockedCase, clock: OpenedClock, start: ClockStart): Promise<void> {
    if (clock.from !== undefined && start.closed === undefined)
      throw new InvalidInput({ kind: ['没有正在计算的期限，不能延长；请先登记受案'] });
    const owner = await this.ownerOf(tx, locked, clock, start.addresseeAgencyId);
    const variant = clock.variant ?? start.variant;
    this.deadlines.open(tx, {
      ruleId: clock.rule,
      ...(variant === undefined ? {} : { variant }),
      subjectKind: 'case',
      subjectId: start.recordId,
      caseId: locked.id,
      number: locked.caseNo,
      urgency: locked.urgency,
      startAt: startOf(clock, start),
      ownerAgencyId: owner,
      escalationAgencyId: this.reference.supervisorOf(owner),
    });
  }

  private waiting(tx: Tx, caseId: string, ruleIds: readonly string[]): Promise<RunningClock[]> {
    return tx.query<RunningClock>(
      'SELECT w.id, w.rule_id, w.subject_id, w.start_at, w.due_at FROM waiting_clocks($1, $2) w',
      [caseId, ruleIds],
    );
  }

  private async answer(tx: Tx, clocks: readonly RunningClock[]): Promise<void> {
    for (const { id } of clocks) await tx.query('SELECT answer_clock($1, $2)', [id, tx.now]);
  }

  /** The agency of that kind that holds an order of the case and signs in; else the desk that owns the case. */
  private async ownerOf(
    tx: Tx,
    locked: LockedCase,
    { owner }: OpenedClock,
    addressee: string | undefined,
  ): Promise<string> {
    if (owner === 'desk') return locked.ownerAgencyId;
    if (owner === 'addressee') {
      const unit = addressee === undefined ? undefined : this.reference.agency(addressee);
      return unit?.logsIn === true ? unit.id : locked.ownerAgencyId;
    }
    if (owner === tx.actor.agencyKind) return tx.actor.agencyId;
    const [holder] = await tx.query<{ agency_id: string }>(
      `SELECT w.agency_id FROM work_order w JOIN agency a ON a.id = w.agency_id
        WHERE w.case_id = $1 AND a.kind = $2 AND a.logs_in AND w.state IN ('issued', 'accepted', 'finished')
        ORDER BY (w.agency_id = $3) DESC, ${openLead('w')} DESC, w.issued_at, w.id LIMIT 1`,
      [locked.id, owner, tx.actor.agencyId],
    );
    return holder?.agency_id ?? locked.ownerAgencyId;
  }
}

function startOf({ from }: OpenedClock, { happenedAt, closed }: ClockStart): Date {
  if (from === 'start') return closed?.start_at ?? happenedAt;
  return from === 'due' ? (closed?.due_at ?? happenedAt) : happenedAt;
}
