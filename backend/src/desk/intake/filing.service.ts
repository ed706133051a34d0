import { Injectable } from '@nestjs/common';
import { type Actor, InvalidInput, type RequestContext, type Urgency, URGENCY_NAMES } from '../../kernel';
import type { Tx } from '../../platform/database';
import { Commands } from '../../support/commands';
import { DeadlineQueries, DeadlineService, type OpenedDeadline } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type { CreateReportRequest } from './dto/report.request';
import type { ReportReceiptResponse } from './dto/report.response';
import { ReportAccessEntity, ReportEntity, ReporterEntity, ReportExclusionEntity } from './entities';
import { FilingSupport, ReporterSeal, type SealedReporter } from './filing-support';
import { discoveredOf, filingErrors, policeRequired, urgencyOf } from './filing.rules';
import { ReportContents, type SealedContent } from './report-content';
import { progressFor } from './report.workflow';

interface Filing {
  readonly id: string;
  readonly reporterId: string;
  readonly reportNo: string;
  readonly urgency: Urgency;
  readonly sealed: SealedContent;
  readonly reporter: SealedReporter;
}

export interface Filed {
  readonly id: string;
  /** Made from what was written, not read again. Absent after a repeat: that record is read under today's rights. */
  readonly receipt?: ReportReceiptResponse;
}

/**
 * Takes a report in. Everything is made before the transaction, which then leaves as one prepared statement: report,
 * reporter, access, exclusions, clock, action, audit, outbox and idempotency key together or not at all.
 */
@Injectable()
export class FilingService {
  constructor(
    private readonly commands: Commands,
    private readonly contents: ReportContents,
    private readonly seal: ReporterSeal,
    private readonly deadlines: DeadlineService,
    private readonly clocks: DeadlineQueries,
    private readonly reference: ReferenceData,
    private readonly filingSupport: FilingSupport,
  ) {}

  /** Files a report and returns its id. @throws InvalidInput with what to do, per field */
  async file(ctx: RequestContext, dto: CreateReportRequest): Promise<string> {
    return (await this.submit(ctx, dto)).id;
  }

  /**
   * Files a report in the transaction of another command, with the clocks of any report: what another district handed
   * over. Nobody here is its reporter. Returns its id. @throws InvalidInput with what to do, per field
   */
  async fileFor(tx: Tx, dto: CreateReportRequest): Promise<string> {
    this.check(tx.actor.districtCode, dto);
    const filing = await this.prepare(dto);
    this.write(tx, dto, filing, null);
    await this.logFiled(tx, dto, filing);
    return filing.id;
  }

  /**
   * Files a report for the person who waits for the receipt. `also` writes in the same transaction what the report came
   * from. @throws InvalidInput with what to do, per field
   */
  async submit(
    ctx: RequestContext,
    dto: CreateReportRequest,
    also?: (tx: Tx, reportId: string) => Promise<void>,
  ): Promise<Filed> {
    this.check(ctx.actor.districtCode, dto);
    const filing = await this.prepare(dto);
    let receipt: ReportReceiptResponse | undefined;
    const id = await this.commands.run(ctx, async (tx) => {
      receipt = this.receipt(tx, dto, filing, this.write(tx, dto, filing, ctx.actor));
      await this.logFiled(tx, dto, filing);
      await also?.(tx, filing.id);
      return filing.id;
    });
    return id === filing.id && receipt !== undefined ? { id, receipt } : { id };
  }

  private check(districtCode: string, dto: CreateReportRequest): void {
    const errors = filingErrors(dto, this.filingSupport.now());
    Object.assign(errors, this.filingSupport.codeErrors(districtCode, dto));
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  }

  private async logFiled(tx: Tx, dto: CreateReportRequest, filing: Filing): Promise<void> {
    await this.filingSupport.log.record(tx, {
      action: 'report.filed',
      reportId: filing.id,
      to: 'submitted',
      data: { urgency: filing.urgency, situations: dto.situations, channel: dto.channel },
    });
  }

  private async prepare(dto: CreateReportRequest): Promise<Filing> {
    const [reportNo, [id, reporterId]] = await Promise.all([
      this.filingSupport.numbers.next('BG'),
      this.filingSupport.keys.takePair(),
    ]);
    const [sealed, reporter] = await Promise.all([
      this.contents.seal(id, dto),
      this.seal.encrypt(reporterId, dto),
    ]);
    return { id, reporterId, reportNo, sealed, reporter, urgency: urgencyOf(dto, this.situations(dto)) };
  }

  private write(tx: Tx, dto: CreateReportRequest, filing: Filing, by: Actor | null): OpenedDeadline {
    const { districtCode } = tx.actor;
    const intake = this.filingSupport.intakeAgency(districtCode);
    tx.insert(ReporterEntity, {
      id: filing.reporterId,
      districtCode,
      userId: by?.userId ?? null,
      agencyId: by?.agencyId ?? null,
      name: filing.reporter['reporter.name'],
      phone: filing.reporter['reporter.phone'],
      position: filing.reporter['reporter.position'],
      wantsSecrecy: dto.wantsSecrecy,
    });
    tx.insert(ReportEntity, { ...this.row(tx, dto, filing), ...filing.sealed });
    if (by !== null)
      tx.insert(ReportAccessEntity, {
        reportId: filing.id,
        principalId: by.userId,
        districtCode,
        reason: 'reporter',
        validFrom: tx.now,
      });
    tx.insert(ReportAccessEntity, {
      reportId: filing.id,
      principalId: intake,
      districtCode,
      reason: 'intake',
      validFrom: tx.now,
    });
    for (const { principalId, hint } of this.filingSupport.exclusions(tx, dto, intake)) {
      tx.insert(ReportExclusionEntity, {
        reportId: filing.id,
        principalId,
        districtCode,
        hint,
        since: tx.now,
      });
    }
    this.filingSupport.tokens.write(tx, filing.id, dto.children);
    this.clockDiscovery(tx, dto, filing);
    return this.deadlines.open(tx, {
      ruleId: 'DL-051',
      subjectKind: 'report',
      subjectId: filing.id,
      reportId: filing.id,
      number: filing.reportNo,
      urgency: filing.urgency,
      ownerAgencyId: intake,
      escalationAgencyId: this.reference.supervisorOf(intake),
      ...(dto.call === undefined ? {} : { startAt: new Date(dto.call.answeredAt) }),
    });
  }

  /**
   * 强制报告 DL-001, from discovery to this filing: how late a mandated unit reported shows to intake, never to the reporter,
   * because nothing may make silence look better (design §9.13).
   */
  private clockDiscovery(tx: Tx, dto: CreateReportRequest, filing: Filing): void {
    const startAt = discoveredOf(dto);
    if (startAt === undefined || dto.unitType === 'OTHER') return;
    if (!dto.situations.some((code) => this.reference.situation(code)?.mandatory === true)) return;
    this.deadlines.open(tx, {
      ruleId: 'DL-001',
      subjectKind: 'report',
      subjectId: filing.id,
      reportId: filing.id,
      number: filing.reportNo,
      urgency: filing.urgency,
      startAt,
      doneAt: tx.now,
      ownerAgencyId: tx.actor.agencyId,
    });
  }

  private receipt(
    tx: Tx,
    dto: CreateReportRequest,
    { id, reportNo, urgency }: Filing,
    clock: OpenedDeadline,
  ): ReportReceiptResponse {
    const owner = this.reference.agency(this.filingSupport.intakeAgency(tx.actor.districtCode));
    return {
      id,
      reportNo,
      state: 'submitted',
      stateName: progressFor('submitted', false),
      urgency,
      urgencyName: URGENCY_NAMES[urgency],
      reportedAt: tx.now.toISOString(),
      policeRequired: policeRequired(this.situations(dto)),
      policeToldAt: dto.policeToldAt === undefined ? null : new Date(dto.policeToldAt).toISOString(),
      deadlines: [this.clocks.opened(clock, owner?.name ?? '')],
    };
  }

  private row(tx: Tx, dto: CreateReportRequest, filing: Filing): Partial<ReportEntity> {
    return {
      id: filing.id,
      districtCode: tx.actor.districtCode,
      reportNo: filing.reportNo,
      channel: dto.channel,
      unitType: dto.unitType,
      reporterId: filing.reporterId,
      situations: dto.situations,
      regionCode: dto.regionCode ?? null,
      childCount: dto.children.length,
      childSafeNow: dto.childSafeNow,
      discoveredAt: discoveredOf(dto) ?? null,
      reportedAt: tx.now,
      policeRequired: policeRequired(this.situations(dto)),
      policeToldAt: dto.policeToldAt === undefined ? null : new Date(dto.policeToldAt),
      policeReceiptNo: dto.policeReceiptNo ?? null,
      authorityToldAt: dto.authorityToldAt === undefined ? null : new Date(dto.authorityToldAt),
      exclusionHints: dto.exclusionHints,
      state: 'submitted',
      defaultUrgency: filing.urgency,
      urgency: filing.urgency,
      version: 1,
    };
  }

  private situations(dto: CreateReportRequest): { defaultUrgency: Urgency; policeRequired: boolean }[] {
    return dto.situations.flatMap((code) => this.reference.situation(code) ?? []);
  }
}
