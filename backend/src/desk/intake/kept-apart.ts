import { Injectable } from '@nestjs/common';
import { CaseLog } from '../../casefile';
import type { Tx } from '../../platform/database';
import { ReportExclusionEntity } from './entities';
import type { LockedReport } from './report-commands';
import type { CaseOfChild } from './same-child';

/** What is written on cases that a report matched and did not join. */
@Injectable()
export class KeptApart {
  constructor(private readonly log: CaseLog) {}

  /** 另立: the cases of the child hear of it, with the reason; their pages no longer wait for a decision. */
  async note(tx: Tx, report: LockedReport, cases: readonly CaseOfChild[], reason: string): Promise<void> {
    for (const { id, child_id: keyId } of cases) {
      await this.match(tx, report, id, tx.now);
      await this.log.record(tx, {
        action: 'case.kept-apart',
        caseId: id,
        note: reason,
        keyId,
        data: { reportId: report.id },
      });
    }
  }

  /**
   * The operator must not know of a case of this child (design §9.3): the report leaves these hands and waits, under its
   * running clock, for a colleague of the desk, who is asked to decide. Nothing of the triage was written.
   */
  async handOver(tx: Tx, report: LockedReport, cases: readonly CaseOfChild[]): Promise<void> {
    for (const { id } of cases) await this.match(tx, report, id, null);
    // In the log by its number only: the case would tell who was taken off it.
    await this.log.record(tx, { action: 'report.match-hidden', reportId: report.id });
    tx.insert(ReportExclusionEntity, {
      reportId: report.id,
      principalId: tx.actor.userId,
      districtCode: tx.actor.districtCode,
      hint: 'OTHER',
      since: tx.now,
    });
  }

  private async match(tx: Tx, report: LockedReport, caseId: string, keptApartAt: Date | null): Promise<void> {
    const known = await tx.execute(
      'UPDATE report_match SET kept_apart_at = coalesce($3, kept_apart_at) WHERE report_id = $1 AND case_id = $2',
      [report.id, caseId, keptApartAt],
    );
    if (known > 0) return;
    // The row may stand there and be hidden from this operator.
    await tx.execute(
      `INSERT INTO report_match (report_id, case_id, district_code, report_no, same_id, found_at, kept_apart_at)
       VALUES ($1, $2, $3, $4, true, $5, $6) ON CONFLICT DO NOTHING`,
      [report.id, caseId, tx.actor.districtCode, report.report_no, tx.now, keptApartAt],
    );
  }
}
