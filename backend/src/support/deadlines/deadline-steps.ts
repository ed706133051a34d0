import { Injectable } from '@nestjs/common';
import { assertNever, newId } from '../../kernel';
import type { Tx } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Notifications } from '../notifications';
import type { DeadlineSubject } from './deadline.service';
import { DeadlineStepEntity } from './entities';
import { type LadderRung, type StepKind, supervisionNumber } from './ladder.rules';

export const DEADLINE_STEPPED = 'deadline.stepped';
/** Steps that are written into the order they press. */
const PRESSING: ReadonlySet<StepKind> = new Set(['urge', 'supervise']);

/** A running clock, locked by the transaction. */
export interface LockedDeadline {
  id: string;
  district_code: string;
  subject_kind: DeadlineSubject;
  subject_id: string;
  report_id: string | null;
  case_id: string | null;
  work_order_id: string | null;
  number: string;
  urgency: string;
  owner_agency_id: string;
  owner_user_id: string | null;
  /** Somebody of the owner can sign in and read of it. */
  owner_staffed: boolean;
  escalation_agency_id: string | null;
  /** Who issued the order this clock belongs to; null for other clocks. */
  issuer_agency_id: string | null;
  ladder: readonly LadderRung[];
  next_step: number;
  /** A letter to a court or procuratorate, which are asked again, never 催办 or 督办 (DL-056). */
  is_letter: boolean;
}

/** Calls whoever is next on a roster: not a clock's owner, so the module that keeps the roster registers itself. */
export interface RosterCaller {
  /** `index` counts the rungs from 0. */
  call(tx: Tx, subjectId: string, index: number): Promise<void>;
}

/** What one rung of the ladder does. */
@Injectable()
export class DeadlineSteps {
  private caller: RosterCaller | undefined;

  constructor(
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
  ) {}

  callBy(caller: RosterCaller): void {
    this.caller = caller;
  }

  /** Takes the rung at `index`: its record, the notices, the order's step and the message, in the worker's transaction. */
  async take(tx: Tx, deadline: LockedDeadline, index: number, planned: StepKind): Promise<void> {
    const step = deadline.is_letter && planned !== 'call' ? 'remind' : planned;
    const number = step === 'supervise' ? await nextSupervisionNumber(tx) : null;
    tx.insert(DeadlineStepEntity, {
      deadlineId: deadline.id,
      stepIndex: index,
      districtCode: deadline.district_code,
      step,
      number,
      at: tx.now,
    });
    if (step === 'call') await this.callNext(tx, deadline, index);
    else await this.notify(tx, deadline, index, step);
    if (PRESSING.has(step) && deadline.work_order_id !== null)
      await addOrderStep(tx, deadline.work_order_id, step, number);
    this.outbox.add(tx, {
      name: DEADLINE_STEPPED,
      subjectId: deadline.subject_id,
      payload: payloadOf(deadline, step),
    });
  }

  private async callNext(tx: Tx, { subject_id: subjectId }: LockedDeadline, index: number): Promise<void> {
    if (this.caller === undefined) throw new Error('A rung calls a roster that nobody keeps');
    await this.caller.call(tx, subjectId, index);
  }

  private async notify(
    tx: Tx,
    deadline: LockedDeadline,
    index: number,
    step: Exclude<StepKind, 'call'>,
  ): Promise<void> {
    const { owner_user_id: userId } = deadline;
    const ownerAgency = readerOf(deadline);
    const owner = userId === null ? { agencyId: ownerAgency } : { userId };
    // 督办 is heard by who stands above and by who gave the order: neither may think the other follows it.
    const above = new Set(
      step === 'supervise' ? [deadline.escalation_agency_id, deadline.issuer_agency_id] : [],
    );
    if (userId === null) above.delete(ownerAgency);
    const recipients = [
      owner,
      ...[...above].flatMap((agencyId) => (agencyId === null ? [] : [{ agencyId }])),
    ];
    for (const [place, recipient] of recipients.entries()) {
      await this.notifications.send(tx, {
        ...recipient,
        kind: place === 0 ? kindOf(step) : 'deadline.escalated',
        subjectKind: deadline.subject_kind,
        subjectId: recordOf(deadline),
        number: deadline.number,
        urgency: deadline.urgency,
        dedupeKey: `deadline:${deadline.id}:${index}:${place}`,
      });
    }
  }
}

/** The owner; where nobody can sign in, who gave the order (代登记) or who stands above: no bell rings in an empty room. */
function readerOf(deadline: LockedDeadline): string {
  const { owner_agency_id: owner, owner_staffed, issuer_agency_id, escalation_agency_id } = deadline;
  return owner_staffed ? owner : (issuer_agency_id ?? escalation_agency_id ?? owner);
}

/**
 * The record a person opens: clocks of placements, measures and transfers run under rows of their own and belong to their
 * case. A notice about such a row would lead nowhere, and nobody excluded from the case would be held back.
 */
function recordOf({ subject_kind, subject_id, case_id }: LockedDeadline): string {
  return subject_kind === 'case' ? (case_id ?? subject_id) : subject_id;
}

function kindOf(step: Exclude<StepKind, 'call'>): string {
  switch (step) {
    case 'remind':
      return 'deadline.remind';
    case 'urge':
      return 'deadline.urge';
    case 'supervise':
      return 'deadline.supervise';
    default:
      return assertNever(step);
  }
}

async function nextSupervisionNumber(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ value: string }>(`SELECT nextval('supervision_number')::text AS value`);
  if (row === undefined) throw new Error('The sequence gave no number');
  return supervisionNumber(tx.now, row.value);
}

/** Written as SQL: the table belongs to the desk, a layer above, and only this line is shared. */
async function addOrderStep(
  tx: Tx,
  workOrderId: string,
  step: StepKind,
  number: string | null,
): Promise<void> {
  await tx.execute(
    'INSERT INTO work_order_step (id, district_code, work_order_id, at, step, number) VALUES ($1, $2, $3, $4, $5, $6)',
    [newId(tx.now.getTime()), tx.actor.districtCode, workOrderId, tx.now, step, number],
  );
}

function payloadOf(deadline: LockedDeadline, step: StepKind): Record<string, string> {
  const { report_id: reportId, case_id: caseId, work_order_id: workOrderId } = deadline;
  return {
    deadlineId: deadline.id,
    step,
    ...(reportId === null ? {} : { reportId }),
    ...(caseId === null ? {} : { caseId }),
    ...(workOrderId === null ? {} : { workOrderId }),
  };
}
