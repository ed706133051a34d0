import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import type { Tx } from '../../platform/database';
import { DeadlineRules, DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';

/** 会商: ten working days after the assessment (D). */
const RULE = 'DL-044';

/** The clock of a called conference, owned by civil affairs; its subject is the conference. */
@Injectable()
export class ConferenceClocks {
  constructor(
    private readonly cases: CaseService,
    private readonly deadlines: DeadlineService,
    private readonly rules: DeadlineRules,
    private readonly reference: ReferenceData,
  ) {}

  /** Starts with the latest assessment; one so old that its limit has passed, or none, lets the clock start with the call. */
  async open(tx: Tx, locked: LockedCase, conferenceId: string): Promise<void> {
    const [assessed] = await tx.query<{ at: Date }>(
      'SELECT a.assessed_at AS at FROM assessment a WHERE a.case_id = $1 ORDER BY a.assessed_at DESC LIMIT 1',
      [locked.id],
    );
    const isRecent =
      assessed !== undefined && this.rules.clockwork(RULE, locked.urgency, assessed.at).dueAt > tx.now;
    const owner = await this.owner(tx, locked);
    this.deadlines.open(tx, {
      ruleId: RULE,
      subjectKind: 'case',
      subjectId: conferenceId,
      caseId: locked.id,
      number: locked.caseNo,
      urgency: locked.urgency,
      ...(isRecent ? { startAt: assessed.at } : {}),
      ownerAgencyId: owner,
      escalationAgencyId: this.reference.supervisorOf(owner),
    });
  }

  async close(tx: Tx, conferenceId: string): Promise<void> {
    await this.deadlines.close(tx, RULE, conferenceId);
  }

  async cancel(tx: Tx, conferenceId: string): Promise<void> {
    await this.deadlines.cancelAll(tx, conferenceId);
  }

  /** Civil affairs, unless it must not know; then whoever called. */
  private async owner(tx: Tx, locked: LockedCase): Promise<string> {
    const [civil] = this.reference.agenciesOfKind(tx.actor.districtCode, 'civil_affairs');
    if (civil === undefined) return tx.actor.agencyId;
    const excluded = await this.cases.excludedAmong(tx, locked.id, [civil.id]);
    return excluded.has(civil.id) ? tx.actor.agencyId : civil.id;
  }
}
