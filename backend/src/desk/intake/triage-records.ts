import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel';
import { FieldCrypto, FileKeyStore } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type { TriageReportRequest } from './dto/triage.request';
import { IncidentEntity, ReportExclusionEntity } from './entities';
import { type LockedReport, ReportCommands } from './report-commands';
import { ReportFeedback } from './report-feedback';
import type { ReportState } from './report.workflow';

/** What triage writes beside the cases. */
@Injectable()
export class TriageRecords {
  constructor(
    private readonly keys: FileKeyStore,
    private readonly crypto: FieldCrypto,
    private readonly reports: ReportCommands,
    private readonly feedback: ReportFeedback,
  ) {}

  async exclude(tx: Tx, reportId: string, dto: TriageReportRequest): Promise<void> {
    const known = await tx.query<{ principal_id: string }>(
      'SELECT principal_id FROM report_exclusion WHERE report_id = $1',
      [reportId],
    );
    const seen = new Set(known.map((row) => row.principal_id));
    for (const { principalId, hint } of dto.exclusions) {
      if (seen.has(principalId)) continue;
      seen.add(principalId);
      tx.insert(ReportExclusionEntity, {
        reportId,
        principalId,
        districtCode: tx.actor.districtCode,
        hint,
        since: tx.now,
      });
    }
  }

  async incident(tx: Tx, dto: TriageReportRequest): Promise<string> {
    const id = newId(tx.now.getTime());
    await this.keys.createKeys([id]);
    tx.insert(IncidentEntity, {
      id,
      districtCode: tx.actor.districtCode,
      situations: dto.situations,
      place: dto.place === undefined ? null : await this.crypto.encrypt(id, 'incident.place', id, dto.place),
      summary: await this.crypto.encrypt(id, 'incident.summary', id, dto.summary),
      createdAt: tx.now,
    });
    return id;
  }

  async finish(
    tx: Tx,
    report: LockedReport,
    dto: TriageReportRequest,
    result: { action: 'triage' | 'link-case'; state: ReportState; incidentId: string; linked: number },
  ): Promise<void> {
    await tx.execute(
      `UPDATE report SET state = $2, triaged_at = $3, incident_id = $4, urgency = $5, region_code = $6,
         police_told_at = coalesce(police_told_at, $7), police_receipt_no = coalesce(police_receipt_no, $8), version = version + 1 WHERE id = $1`,
      [
        report.id,
        result.state,
        tx.now,
        result.incidentId,
        dto.urgency,
        dto.regionCode,
        dto.policeToldAt === undefined ? null : new Date(dto.policeToldAt),
        dto.policeReceiptNo ?? null,
      ],
    );
    await this.feedback.owe(tx, { ...report, urgency: dto.urgency });
    await this.reports.record(tx, report, result.action, result.state, {
      data: {
        urgency: dto.urgency,
        situations: dto.situations,
        children: dto.children.length,
        linked: result.linked,
        orders: dto.orders.length,
      },
    });
  }
}
