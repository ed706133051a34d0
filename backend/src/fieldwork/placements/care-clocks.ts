import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import type { LocalDate } from '../../kernel';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';

/** The clocks of custody, placement, hand-over and return (domain §5); each runs under the id of its own row. */
export const CARE_CLOCKS = {
  policeStatement: 'DL-012',
  collect: 'DL-013',
  custodyCeiling: 'DL-014',
  afterReturn: 'DL-046',
  review: 'DL-049',
} as const;

/** The further numbers of DL-049 that placements use. */
const REVIEW_VARIANTS = { first: '安置首次复核', later: '安置复核' } as const;

interface Owner {
  readonly ownerAgencyId: string;
  readonly ownerUserId?: string;
}

interface NewClock extends Owner {
  readonly ruleId: string;
  readonly variant?: string;
  readonly subjectId: string;
  readonly startAt?: Date;
  readonly endsOn?: LocalDate;
}

/** Starts and stops the clocks of care. They outlive stages and closings: no ending of the case cancels them (design §9.5). */
@Injectable()
export class CareClocks {
  constructor(
    private readonly cases: CaseService,
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
  ) {}

  /** 临时监护一般不超过一年: from its first day, or from its extension. */
  async custody(tx: Tx, locked: LockedCase, custodyId: string, from: Date): Promise<void> {
    await this.deadlines.close(tx, CARE_CLOCKS.custodyCeiling, custodyId);
    const owner = await this.civilAffairs(tx, locked);
    this.open(tx, locked, {
      ...owner,
      ruleId: CARE_CLOCKS.custodyCeiling,
      subjectId: custodyId,
      startAt: from,
    });
  }

  /**
   * 安置复核 on the day agreed on, after 30 days at most the first time and 90 later (D). Civil affairs reviews what it decided
   * (未成年人保护法93), the worker of the case what was arranged in the family.
   */
  async review(
    tx: Tx,
    locked: LockedCase,
    placement: ReviewedPlacement,
    round: keyof typeof REVIEW_VARIANTS,
  ): Promise<void> {
    await this.deadlines.close(tx, CARE_CLOCKS.review, placement.id);
    const owner = placement.byCivilAffairs ? await this.civilAffairs(tx, locked) : workerOf(locked);
    this.open(tx, locked, {
      ...owner,
      ruleId: CARE_CLOCKS.review,
      variant: REVIEW_VARIANTS[round],
      subjectId: placement.id,
      endsOn: placement.nextReviewOn,
    });
  }

  /** 领回通知送达: the guardian collects the child within three days (24号19). */
  async collect(tx: Tx, locked: LockedCase, placementId: string, notifiedAt: Date): Promise<void> {
    await this.deadlines.close(tx, CARE_CLOCKS.collect, placementId);
    const owner = await this.civilAffairs(tx, locked);
    this.open(tx, locked, {
      ...owner,
      ruleId: CARE_CLOCKS.collect,
      subjectId: placementId,
      startAt: notifiedAt,
    });
  }

  /** 案件情况说明 within five working days of the hand-over (24号13); without a police order the owner of the case sees to it. */
  policeStatement(
    tx: Tx,
    locked: LockedCase,
    handover: { readonly id: string; readonly at: Date; readonly policeId: string | null },
  ): void {
    this.open(tx, locked, {
      ownerAgencyId: handover.policeId ?? locked.ownerAgencyId,
      ruleId: CARE_CLOCKS.policeStatement,
      subjectId: handover.id,
      startAt: handover.at,
    });
  }

  /** 送回后跟踪回访: the first visit within a week (D; 24号20–21); each visit starts the next round. */
  afterReturn(tx: Tx, locked: LockedCase, placementId: string, returnedAt: Date): void {
    this.open(tx, locked, {
      ...workerOf(locked),
      ruleId: CARE_CLOCKS.afterReturn,
      subjectId: placementId,
      startAt: returnedAt,
    });
  }

  close(tx: Tx, clock: keyof typeof CARE_CLOCKS, subjectId: string): Promise<number> {
    return this.deadlines.close(tx, CARE_CLOCKS[clock], subjectId);
  }

  /** The duty fell away with its row. */
  cancel(tx: Tx, subjectId: string): Promise<number> {
    return this.deadlines.cancelAll(tx, subjectId);
  }

  private async civilAffairs(tx: Tx, locked: LockedCase): Promise<Owner> {
    const agencies = this.reference
      .agenciesOfKind(tx.actor.districtCode, 'civil_affairs')
      .map(({ id }) => id);
    const excluded = await this.cases.excludedAmong(tx, locked.id, agencies);
    return { ownerAgencyId: agencies.find((id) => !excluded.has(id)) ?? locked.ownerAgencyId };
  }

  private open(tx: Tx, locked: LockedCase, clock: NewClock): void {
    this.deadlines.open(tx, {
      ...clock,
      subjectKind: 'case',
      caseId: locked.id,
      number: locked.caseNo,
      urgency: locked.urgency,
      escalationAgencyId: this.reference.supervisorOf(locked.ownerAgencyId),
    });
  }
}

export interface ReviewedPlacement {
  readonly id: string;
  readonly nextReviewOn: LocalDate;
  readonly byCivilAffairs: boolean;
}

function workerOf({ workerAgencyId, ownerAgencyId, workerUserId }: LockedCase): Owner {
  return {
    ownerAgencyId: workerAgencyId ?? ownerAgencyId,
    ...(workerUserId === null ? {} : { ownerUserId: workerUserId }),
  };
}
