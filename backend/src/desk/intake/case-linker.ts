import { Injectable } from '@nestjs/common';
import { moreUrgent } from '../../kernel';
import { CASE_CLOCKS, CaseClocks, CaseLog, CaseService } from '../../casefile';
import type { Tx } from '../../platform/database';
import type { CaseToOpen } from './case-opener';
import { CaseRoads } from './case-roads';
import { LinkedExclusions } from './linked-exclusions';
import { LinkedOrders } from './linked-orders';
import { LinkedParties } from './linked-parties';
import { ReportLinkEntity } from './entities';

export interface CaseToLink extends CaseToOpen {
  readonly caseId: string;
  readonly childId: string;
}

/** Ties a report to the case its child has: who must not know, how urgent it is now, who is asked besides (design §3). */
@Injectable()
export class CaseLinker {
  constructor(
    private readonly cases: CaseService,
    private readonly road: CaseRoads,
    private readonly clocks: CaseClocks,
    private readonly parties: LinkedParties,
    private readonly orders: LinkedOrders,
    private readonly exclusions: LinkedExclusions,
    private readonly log: CaseLog,
  ) {}

  /** @throws NotVisible 404 when the actor does not work on the case, ActionRefused 409 when its phase takes no report */
  async link(tx: Tx, spec: CaseToLink): Promise<void> {
    const { report, dto, caseId } = spec;
    const found = await this.cases.lock(tx, caseId);
    // Exclusions come before anything that could reach somebody.
    const locked = await this.exclusions.add(tx, found, spec.exclusions);
    const how = await this.road.take(tx, locked, report.id, dto.urgency);
    tx.insert(ReportLinkEntity, {
      reportId: report.id,
      caseId,
      districtCode: tx.actor.districtCode,
      how,
      linkedAt: tx.now,
      linkedBy: tx.actor.userId,
    });
    await tx.execute(
      `UPDATE case_file SET situations = situations || ARRAY(SELECT s FROM unnest($2::text[]) s WHERE s <> ALL (situations)),
              updated_at = $3, version = version + 1 WHERE id = $1`,
      [caseId, dto.situations, tx.now],
    );
    await this.parties.add(tx, locked, spec);
    await this.orders.issue(tx, locked, spec);
    // Somebody says again that the child may be in danger: it is to be seen again (D).
    await this.clocks.ensure(tx, locked, CASE_CLOCKS.firstContact, moreUrgent(locked.urgency, dto.urgency));
    await this.log.record(tx, {
      action: 'case.report-linked',
      caseId,
      data: { reportId: report.id, how, urgency: dto.urgency },
    });
  }
}
