import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel';
import { CaseLog } from '../../casefile';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { AgencyNoticeEntity } from './entities';
import type { RoutingRow } from './routing-table';

export interface PlannedNotice {
  readonly agency: { readonly id: string };
  readonly rule: RoutingRow;
}

/** 告知: tells agencies of a case that has no task for them. They get one neutral line, and no sight of the case. */
@Injectable()
export class AgencyInformer {
  constructor(
    private readonly log: CaseLog,
    private readonly reference: ReferenceData,
  ) {}

  /** Who holds an order knows more already, nobody is told twice, and who must not know of the case never. */
  async inform(tx: Tx, caseId: string, planned: readonly PlannedNotice[]): Promise<void> {
    const [file] = await tx.query<{ case_no: string; child_id: string }>(
      'SELECT case_no, child_id FROM case_file WHERE id = $1',
      [caseId],
    );
    if (file === undefined) return;
    const leftOut = await tx.query<{ id: string }>(
      `SELECT agency_id AS id FROM work_order WHERE case_id = $1 AND state NOT IN ('returned', 'withdrawn')
       UNION SELECT agency_id FROM agency_notice WHERE case_id = $1
       UNION SELECT principal_id FROM case_exclusion WHERE case_id = $1`,
      [caseId],
    );
    const skipped = new Set(leftOut.map(({ id }) => id));
    const told = planned.filter(({ agency }) => !skipped.has(agency.id));
    if (told.length === 0) return;
    for (const { agency, rule } of told)
      tx.insert(AgencyNoticeEntity, {
        id: newId(tx.now.getTime()),
        districtCode: tx.actor.districtCode,
        caseId,
        caseNo: file.case_no,
        agencyId: agency.id,
        situation: rule.situation,
        task: rule.task,
        article: rule.article,
        state: 'sent',
        informedAt: tx.now,
        informedBy: tx.actor.userId,
        informedByAgencyId: tx.actor.agencyId,
      });
    await this.log.record(tx, {
      action: 'case.informed',
      caseId,
      note: told.map(({ agency }) => this.reference.agency(agency.id)?.name ?? '').join('、'),
      keyId: file.child_id,
      data: { agencyIds: told.map(({ agency }) => agency.id) },
    });
  }
}
