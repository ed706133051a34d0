import { Injectable } from '@nestjs/common';
import { newId, type Urgency } from '../../kernel';
import {
  type ActingWorker,
  BACKSTOP,
  CaseAccessEntity,
  CaseBackstop,
  CaseExclusionEntity,
  CaseFileEntity,
  CaseLog,
  CasePartyEntity,
  CaseStageEntity,
} from '../../casefile';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { type Agency, ReferenceData } from '../../support/reference';
import { Numbers, OrderIssuer, orderTerms } from '../coordination';
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
    private readonly backstop: CaseBackstop,
    private readonly log: CaseLog,
  ) {}

  async open(tx: Tx, spec: CaseToOpen): Promise<string> {
    const { report, dto, incidentId } = spec;
    const id = newId(tx.now.getTime());
    const caseNo = await this.numbers.next('GA');
    const parties = await this.parties.register(tx, spec);
    const { childId, members } = parties;
    const station = this.station(tx, spec);
    const worker = this.workerOf(tx, station, spec);
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
      workerAgencyId: worker?.agency.id ?? null,
      openedAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    });
    for (const { personId, role } of members)
      tx.insert(CasePartyEntity, { caseId: id, personId, districtCode, role });
    tx.insert(ReportLinkEntity, {
      reportId: report.id,
      caseId: id,
      districtCode,
      how: 'opened',
      linkedAt: tx.now,
      linkedBy: tx.actor.userId,
    });
    this.sight(tx, id, station?.id, worker, spec);
    const stage = dto.urgency === 'U0' ? 'emergency' : 'assessment';
    tx.insert(CaseStageEntity, {
      id: newId(tx.now.getTime()),
      districtCode,
      caseId: id,
      stage,
      openedAt: tx.now,
    });
    this.startClocks(tx, id, caseNo, worker?.agency.id ?? tx.actor.agencyId, dto.urgency);
    await this.record(tx, id, stage, worker, spec);
    await this.parties.settle(tx, parties, dto.regionCode);
    await this.issueOrders(tx, id, spec);
    return id;
  }

  private async record(
    tx: Tx,
    caseId: string,
    stage: string,
    worker: ActingWorker | undefined,
    { dto, report }: CaseToOpen,
  ): Promise<void> {
    const data = { urgency: dto.urgency, reportId: report.id };
    await this.log.record(tx, { action: 'case.opened', caseId, to: 'open', stage, data });
    if (worker?.reason === BACKSTOP)
      await this.log.record(tx, { action: 'case.backstop', caseId, data: { agencyId: worker.agency.id } });
  }

  private startClocks(tx: Tx, caseId: string, number: string, ownerAgencyId: string, urgency: Urgency): void {
    for (const ruleId of ['DL-042', 'DL-043']) {
      this.deadlines.open(tx, {
        ruleId,
        subjectKind: 'case',
        subjectId: caseId,
        caseId,
        number,
        urgency,
        ownerAgencyId,
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
        task,
        urgency: dto.urgency,
        ...orderTerms(rule, dto.situations),
      });
    }
  }

  private station(tx: Tx, { dto }: CaseToOpen): Agency | undefined {
    return this.reference
      .agenciesOfKind(tx.actor.districtCode, 'township', dto.regionCode)
      .find(({ regionCode }) => this.reference.isWithin(dto.regionCode, regionCode));
  }

  /**
   * The township station works the case, or the district where the station has nobody to sign in (区级兜底). If the station
   * must not know, the desk keeps the case until it assigns.
   */
  private workerOf(
    tx: Tx,
    station: Agency | undefined,
    { dto, exclusions }: CaseToOpen,
  ): ActingWorker | undefined {
    if (station !== undefined && exclusions.has(station.id)) return undefined;
    return this.backstop.actingFor(tx.actor.districtCode, dto.regionCode, new Set(exclusions.keys()));
  }

  /** Who must not know, and who sees it: intake owns, civil affairs supervises, the station works or will. Orders bring their own sight. */
  private sight(
    tx: Tx,
    caseId: string,
    stationId: string | undefined,
    worker: ActingWorker | undefined,
    { exclusions }: CaseToOpen,
  ): void {
    const { districtCode } = tx.actor;
    for (const [principalId, hint] of exclusions)
      tx.insert(CaseExclusionEntity, { caseId, principalId, districtCode, hint, since: tx.now });
    const [civilAffairs] = this.reference.agenciesOfKind(districtCode, 'civil_affairs');
    const wanted: [string | undefined, string][] = [
      [tx.actor.agencyId, 'intake'],
      [civilAffairs?.id, 'supervision'],
      [stationId, 'region'],
      [worker?.reason === BACKSTOP ? worker.agency.id : undefined, BACKSTOP],
    ];
    for (const [principalId, reason] of wanted) {
      if (principalId === undefined || exclusions.has(principalId)) continue;
      tx.insert(CaseAccessEntity, { caseId, principalId, districtCode, reason, validFrom: tx.now });
    }
  }
}
