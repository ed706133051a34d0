import { Injectable } from '@nestjs/common';
import { atTime, localDate, type Urgency } from '../kernel';
import type { Tx } from '../platform/database';
import { DeadlineService } from '../support/deadlines';
import { ageOn } from '../people';
import { ReferenceData } from '../support/reference';
import { followUpVariant } from './lifecycle/follow-up.rules';
import type { LockedCase } from './locked-case';

/** The clocks a case itself carries (domain §5). */
export const CASE_CLOCKS = {
  firstContact: 'DL-042',
  assessment: 'DL-043',
  visitRhythm: 'DL-045',
  planReview: 'DL-049',
  followUp: 'DL-046',
  adulthood: 'DL-048',
  ruling: 'DL-054',
} as const;
export type CaseClock = (typeof CASE_CLOCKS)[keyof typeof CASE_CLOCKS];

type ClockCase = Pick<
  LockedCase,
  'id' | 'caseNo' | 'urgency' | 'ownerAgencyId' | 'workerAgencyId' | 'workerUserId'
>;

interface ClockStart {
  readonly variant?: string;
  /** Whom the clock counts for, other than the case as a whole. */
  readonly subjectId?: string;
  /** Now, unless the rule counts from another day. */
  readonly startAt?: Date;
}

const variantOf = (variant: string | null): ClockStart => (variant === null ? {} : { variant });

/** Starts and stops the clocks of a case; the assigned worker owns them, else the agency that owns the case. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
  ) {}

  /** Starts a clock unless it runs; one that runs for a lesser urgency gives way to the stricter one. */
  async ensure(
    tx: Tx,
    locked: ClockCase,
    clock: CaseClock,
    urgency: Urgency = locked.urgency,
  ): Promise<void> {
    const [running] = await tx.query<{ urgency: Urgency }>(
      `SELECT urgency FROM deadline WHERE rule_id = $1 AND subject_id = $2 AND state = 'running'`,
      [clock, locked.id],
    );
    if (running !== undefined && running.urgency <= urgency) return;
    if (running !== undefined) await this.close(tx, locked.id, clock);
    this.start(tx, locked, clock, urgency);
  }

  /** The duty was done and begins anew: closes the running clock and starts the next one. */
  async renew(tx: Tx, locked: ClockCase, clock: CaseClock): Promise<void> {
    await this.close(tx, locked.id, clock);
    this.start(tx, locked, clock, locked.urgency);
  }

  /**
   * A child of 16 or more: the arrangement for the time after the 18th birthday is due by that day, with a reminder 180 days
   * before (DL-048). Once arranged it does not come back.
   */
  async watchAdulthood(tx: Tx, locked: LockedCase): Promise<void> {
    const [child] = await tx.query<{ birth_date: string | null; known: boolean }>(
      `SELECT p.birth_date::text AS birth_date, EXISTS (SELECT FROM deadline d
              WHERE d.rule_id = $2 AND d.subject_id = $3 AND d.state IN ('running', 'done')) AS known
         FROM person p WHERE p.id = $1`,
      [locked.childId, CASE_CLOCKS.adulthood, locked.id],
    );
    if (child === undefined || child.birth_date === null || child.known) return;
    const age = ageOn(child.birth_date, localDate(tx.now));
    if (age >= 16 && age < 18)
      this.start(tx, locked, CASE_CLOCKS.adulthood, locked.urgency, { startAt: atTime(child.birth_date, 0) });
  }

  async close(tx: Tx, caseId: string, ...clocks: readonly CaseClock[]): Promise<void> {
    await this.deadlines.close(tx, clocks, caseId);
  }

  /** The work ended: what was still due falls away. Placements and measures outlive it, and so do their clocks (design §9.5). */
  async cancelAll(tx: Tx, caseId: string): Promise<void> {
    await this.deadlines.cancelAll(tx, caseId);
  }

  /** The child left this district's care, or died: nothing about the case is due here any more. */
  async cancelEverything(tx: Tx, caseId: string): Promise<void> {
    await this.deadlines.cancelCase(tx, caseId);
  }

  /** The next 跟踪回访 is due; what a return home had started goes on as part of it. */
  async startFollowUp(tx: Tx, locked: ClockCase, variant: string | null): Promise<void> {
    await this.deadlines.cancelCase(tx, locked.id, [CASE_CLOCKS.followUp]);
    this.start(tx, locked, CASE_CLOCKS.followUp, locked.urgency, variantOf(variant));
  }

  /** A child that went home was seen: the next round of the visits after its return, 7, 30 and then every 90 days (DL-046). */
  async visitedAfterReturn(tx: Tx, locked: ClockCase): Promise<void> {
    const running = await tx.query<{ subject: string; rounds: number }>(
      `SELECT d.subject_id AS subject, (SELECT count(*)::int FROM deadline e WHERE e.rule_id = $2 AND e.subject_id = d.subject_id) AS rounds
         FROM deadline d WHERE d.case_id = $1 AND d.rule_id = $2 AND d.state = 'running' AND d.subject_id <> $1`,
      [locked.id, CASE_CLOCKS.followUp],
    );
    for (const { subject, rounds } of running) {
      await this.deadlines.close(tx, CASE_CLOCKS.followUp, subject);
      const variant = followUpVariant(rounds + 1);
      if (variant !== undefined)
        this.start(tx, locked, CASE_CLOCKS.followUp, locked.urgency, {
          ...variantOf(variant),
          subjectId: subject,
        });
    }
  }

  /** Somebody of the district has to decide (DL-054): its own desk owns the clock, never the worker. */
  async askForRuling(tx: Tx, locked: ClockCase, urgency: Urgency): Promise<void> {
    await this.close(tx, locked.id, CASE_CLOCKS.ruling);
    this.start(tx, { ...locked, workerAgencyId: null, workerUserId: null }, CASE_CLOCKS.ruling, urgency);
  }

  /** Everything that still runs is counted again under the new urgency, from its own start. */
  async recompute(tx: Tx, caseId: string, urgency: Urgency): Promise<void> {
    await this.deadlines.recompute(tx, caseId, urgency);
  }

  /**
   * The new worker owns what is still due, of the case itself and of its placements, as far as it was the former worker's;
   * nothing is left with somebody who may no longer open the case.
   */
  async handOver(
    tx: Tx,
    { id, workerAgencyId }: Pick<LockedCase, 'id' | 'workerAgencyId'>,
    ownerAgencyId: string,
    ownerUserId: string | null,
  ): Promise<void> {
    await tx.execute(
      `UPDATE deadline SET owner_agency_id = $2, owner_user_id = $3
        WHERE state = 'running' AND rule_id <> $4
          AND (subject_id = $1 OR (case_id = $1 AND subject_kind = 'case' AND owner_agency_id = $5))`,
      [id, ownerAgencyId, ownerUserId, CASE_CLOCKS.ruling, workerAgencyId],
    );
  }

  private start(
    tx: Tx,
    locked: ClockCase,
    clock: CaseClock,
    urgency: Urgency,
    { variant, subjectId = locked.id, startAt }: ClockStart = {},
  ): void {
    this.deadlines.open(tx, {
      ruleId: clock,
      ...(variant === undefined ? {} : { variant }),
      ...(startAt === undefined ? {} : { startAt }),
      subjectKind: 'case',
      subjectId,
      caseId: locked.id,
      number: locked.caseNo,
      urgency,
      ownerAgencyId: locked.workerAgencyId ?? locked.ownerAgencyId,
      ...(locked.workerUserId === null ? {} : { ownerUserId: locked.workerUserId }),
      escalationAgencyId: this.reference.supervisorOf(locked.ownerAgencyId),
    });
  }
}
