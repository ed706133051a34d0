import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { ProceedingClocks } from '../../fieldwork/proceedings';
import { type LocalDate, startOfDay } from '../../kernel';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';

interface MeasureClock {
  readonly ruleId: string;
  readonly subjectId: string;
  readonly startAt: Date;
  readonly endsOn?: LocalDate | undefined;
  readonly ownerAgencyId: string;
}

/** The clocks of measures; each belongs to its measure. Courts are asked by the applicant's side and never late. */
@Injectable()
export class MeasureClocks {
  constructor(
    private readonly cases: CaseService,
    private readonly deadlines: DeadlineService,
    private readonly proceedings: ProceedingClocks,
    private readonly reference: ReferenceData,
  ) {}

  /** 反家庭暴力法28: 72 hours, urgent 24; whoever asked hears when to ask again. */
  protectionAsked(tx: Tx, locked: LockedCase, id: string, acceptedAt: Date, urgent: boolean): void {
    this.open(tx, locked, {
      ruleId: urgent ? 'DL-016' : 'DL-015',
      subjectId: id,
      startAt: acceptedAt,
      ownerAgencyId: tx.actor.agencyId,
    });
  }

  /** 反家庭暴力法30–31: the order’s own time, and five days for either side to ask for 复议. */
  async protectionDecided(
    tx: Tx,
    locked: LockedCase,
    id: string,
    decidedOn: LocalDate,
    expiresOn: LocalDate | undefined,
  ): Promise<void> {
    await this.deadlines.close(tx, ['DL-015', 'DL-016'], id);
    const startAt = startOfDay(decidedOn);
    const ownerAgencyId = tx.actor.agencyId;
    if (expiresOn !== undefined)
      this.open(tx, locked, { ruleId: 'DL-017', subjectId: id, startAt, endsOn: expiresOn, ownerAgencyId });
    this.open(tx, locked, { ruleId: 'DL-018', subjectId: id, startAt, ownerAgencyId });
  }

  async protectionExtended(
    tx: Tx,
    locked: LockedCase,
    id: string,
    decidedOn: LocalDate,
    expiresOn: LocalDate,
  ): Promise<void> {
    await this.deadlines.close(tx, 'DL-017', id);
    this.open(tx, locked, {
      ruleId: 'DL-017',
      subjectId: id,
      startAt: startOfDay(decidedOn),
      endsOn: expiresOn,
      ownerAgencyId: tx.actor.agencyId,
    });
  }

  /**
   * A judgment answers the court’s clock; after a revocation the former guardian may ask within a year (24号文38), and its
   * days without care are no longer counted: it has no duty left that could hold the case open.
   */
  async revocationDecided(
    tx: Tx,
    locked: LockedCase,
    id: string,
    decidedOn: LocalDate,
    granted: boolean,
  ): Promise<void> {
    await this.proceedings.closeAll(tx, locked.id, ['DL-019']);
    if (!granted) return;
    await this.deadlines.cancel(tx, ['DL-033'], locked.id);
    this.open(tx, locked, {
      ruleId: 'DL-020',
      subjectId: id,
      startAt: startOfDay(decidedOn),
      ownerAgencyId: locked.ownerAgencyId,
    });
  }

  /** The former guardian asked: there is nothing left to wait for. */
  async restorationAsked(tx: Tx, locked: LockedCase): Promise<void> {
    await this.proceedings.closeAll(tx, locked.id, ['DL-020']);
  }

  /** R3 (24号文35(3)): six months since the guardian last did its duty, counted anew from each record. */
  async neglect(tx: Tx, locked: LockedCase, lastPerformedOn: LocalDate): Promise<void> {
    await this.dutyPerformed(tx, locked.id);
    const [civil] = this.reference.agenciesOfKind(tx.actor.districtCode, 'civil_affairs');
    const excluded = await this.cases.excludedAmong(tx, locked.id, civil === undefined ? [] : [civil.id]);
    this.open(tx, locked, {
      ruleId: 'DL-033',
      subjectId: locked.id,
      startAt: startOfDay(lastPerformedOn),
      ownerAgencyId: civil === undefined || excluded.has(civil.id) ? locked.ownerAgencyId : civil.id,
    });
  }

  async dutyPerformed(tx: Tx, caseId: string): Promise<void> {
    await this.deadlines.close(tx, 'DL-033', caseId);
  }

  /** A measure ended: what it still waited for falls away, its own time is over. */
  async ended(tx: Tx, id: string): Promise<void> {
    await this.deadlines.close(tx, 'DL-017', id);
    await this.deadlines.cancelAll(tx, id);
  }

  private open(tx: Tx, locked: LockedCase, clock: MeasureClock): void {
    const { endsOn, ...rest } = clock;
    this.deadlines.open(tx, {
      ...rest,
      ...(endsOn === undefined ? {} : { endsOn }),
      subjectKind: 'case',
      caseId: locked.id,
      number: locked.caseNo,
      urgency: locked.urgency,
      escalationAgencyId: this.reference.supervisorOf(clock.ownerAgencyId),
    });
  }
}
