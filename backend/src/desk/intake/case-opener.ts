import { Injectable } from '@nestjs/common';
import { newId, type Urgency } from '../../kernel';
import {
  CaseAccessEntity,
  CaseExclusionEntity,
  CaseFileEntity,
  CaseLog,
  CasePartyEntity,
  CaseStageEntity,
} from '../../casefile';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { Numbers, OrderIssuer } from '../coordination';
import { CaseParties } from './case-parties';
import type { TriageChild, TriageReportRequest } from './dto/triage.request';
import { ReportLinkEntity } from './entities';
import type { LockedReport } from './report-commands';
import type { TriagePlan } from './triage-checks';

export interface CaseToOpen extends TriagePlan {
  readonly report: LockedReport;
  readonly incidentId: string;
  readonly dto: TriageReportRequest;
  readonly child: TriageChild;
  readonly index: number;
  /** Adults of this report already registered, by what is known of them. */
  readonly known: Map<string, string>;
}

/** Opens the case of one child: file, parties, who may see it and who must not, first stage, first clocks, orders. */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly numbers: Numbers,
    private readonly parties: CaseParties,
    private readonly orders: OrderIssuer,
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
    private readonly log: CaseLog,
  ) {}

  async open(tx: Tx, spec: CaseToOpen): Promise<string> {
    const { report, dto, incidentId } = spec;
    const id = newId(tx.now.getTime());
    const caseNo = await this.numbers.next('GA');
    const parties = await this.parties.register(tx, spec);
    const { childId, members } = parties;
    const station = this.station(tx, spec);
    const { districtCode } = tx.actor;
    tx.insert(CaseFileEntity, {
      id,
      districtCode,
      caseNo,
      incidentId,
      childId,
      situations: dto.situations,
      phase: 'open',
      urgency: dto.urgency,
      riskLevel: null,
      regionCode: dto.regionCode,
      ownerAgencyId: tx.actor.agencyId,
      workerAgencyId: station,
      openedAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    });
    for (const { personId, role } of members)
      tx.insert(CasePartyEntity, { caseId: id, personId, districtCode, role });
    for (const [principalId, hint] of spec.exclusions)
      tx.insert(CaseExclusionEntity, { caseId: id, principalId, districtCode, hint, since: tx.now });
    tx.insert(ReportLinkEntity, {
      reportId: report.id,
      caseId: id,
      districtCode,
      how: 'opened',
      linkedAt: tx.now,
      linkedBy: tx.actor.userId,
    });
    this.grants(tx, id, station, spec);
    const stage = dto.urgency === 'U0' ? 'emergency' : 'assessment';
    tx.insert(CaseStageEntity, {
      id: newId(tx.now.getTime()),
      districtCode,
      caseId: id,
      stage,
      openedAt: tx.now,
    });
    this.startClocks(tx, id, caseNo, station, dto.urgency);
    await this.log.record(tx, {
      action: 'case.opened',
      caseId: id,
      to: 'open',
      stage,
      data: { urgency: dto.urgency, reportId: report.id },
    });
    await this.parties.settle(tx, parties, dto.regionCode);
    await this.issueOrders(tx, id, spec);
    return id;
  }

  private startClocks(
    tx: Tx,
    caseId: string,
    number: string,
    station: string | null,
    urgency: Urgency,
  ): void {
    for (const ruleId of ['DL-042', 'DL-043']) {
      this.deadlines.open(tx, {
        ruleId,
        subjectKind: 'case',
        subjectId: caseId,
        caseId,
        number,
        urgency,
        ownerAgencyId: station ?? tx.actor.agencyId,
        escalationAgencyId: this.reference.supervisorOf(tx.actor.agencyId),
      });
    }
  }

  private async issueOrders(
    tx: Tx,
    caseId: string,
    { orders, report, incidentId, dto }: CaseToOpen,
  ): Promise<void> {
    for (const { agency, role, task, rule } of orders) {
      await this.orders.issue(tx, {
        reportId: report.id,
        incidentId,
        caseId,
        agency,
        issuedByAgencyId: tx.actor.agencyId,
        role,
        situation: rule?.situation ?? dto.situations[0] ?? 'MR9',
        task,
        article: rule?.article ?? null,
        refusable: rule?.refusable ?? true,
        urgency: dto.urgency,
      });
    }
  }

  /** The township station works the case, unless it must not know; then the district desk keeps it until it assigns. */
  private station(tx: Tx, { dto, exclusions }: CaseToOpen): string | null {
    const stations = this.reference.agenciesOfKind(tx.actor.districtCode, 'township', dto.regionCode);
    const nearest = stations.find(({ regionCode }) => this.reference.isWithin(dto.regionCode, regionCode));
    return nearest === undefined || exclusions.has(nearest.id) ? null : nearest.id;
  }

  /** Intake owns, civil affairs supervises, the station works. Orders bring their own sight. */
  private grants(tx: Tx, caseId: string, station: string | null, { exclusions }: CaseToOpen): void {
    const { districtCode } = tx.actor;
    const [civilAffairs] = this.reference.agenciesOfKind(districtCode, 'civil_affairs');
    const wanted: [string | undefined | null, string][] = [
      [tx.actor.agencyId, 'intake'],
      [civilAffairs?.id, 'supervision'],
      [station, 'region'],
    ];
    for (const [principalId, reason] of wanted) {
      if (!principalId || exclusions.has(principalId)) continue;
      tx.insert(CaseAccessEntity, { caseId, principalId, districtCode, reason, validFrom: tx.now });
    }
  }
}
