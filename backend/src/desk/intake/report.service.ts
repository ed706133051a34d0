import { Injectable } from '@nestjs/common';
import { InvalidInput, newId, type RequestContext } from '../../kernel';
import { pastInstantErrors } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type {
  AddToReportRequest,
  DiscloseReporterRequest,
  GiveFeedbackRequest,
  RecordPoliceRequest,
} from './dto/report.request';
import type { RecordFilingRequest, RetractReportRequest } from './dto/report-roads.request';
import { ReportAdditionEntity, ReporterDisclosureEntity } from './entities';
import { ReportCommands } from './report-commands';
import { ReportFeedback } from './report-feedback';

const DISCLOSURE_MS = 15 * 60_000;

/** What may happen to a report on any road: receiving, what reporter and intake add to it, who was told. */
@Injectable()
export class ReportService {
  constructor(
    private readonly commands: ReportCommands,
    private readonly answers: ReportFeedback,
    private readonly deadlines: DeadlineService,
    private readonly crypto: FieldCrypto,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
  ) {}

  /** 受理: the receiving clock stops, the triage clock starts. */
  receive(ctx: RequestContext, id: string): Promise<string> {
    return this.commands.act(ctx, id, 'receive', async (tx, report) => {
      await tx.execute('UPDATE report SET received_at = $2 WHERE id = $1', [id, tx.now]);
      await this.deadlines.close(tx, 'DL-051', id);
      this.deadlines.open(tx, this.commands.clock(tx, report, 'DL-052'));
    });
  }

  /** 登记报警: when and with which receipt the police were told; ends the banner nothing else can end. */
  recordPolice(ctx: RequestContext, id: string, dto: RecordPoliceRequest): Promise<string> {
    return this.commands.act(ctx, id, 'record-police', async (tx) => {
      requirePast('toldAt', dto.toldAt, tx.now);
      await tx.execute('UPDATE report SET police_told_at = $2, police_receipt_no = $3 WHERE id = $1', [
        id,
        new Date(dto.toldAt),
        dto.receiptNo ?? null,
      ]);
    });
  }

  /** 主管部门备案: to whom, when, with which receipt (强制报告意见 5). */
  recordFiling(ctx: RequestContext, id: string, dto: RecordFilingRequest): Promise<string> {
    return this.commands.act(ctx, id, 'record-filing', async (tx) => {
      requirePast('toldAt', dto.toldAt, tx.now);
      this.reference.requireCode('AUTHORITIES', dto.authorityKind, 'authorityKind');
      await tx.execute(
        'UPDATE report SET authority_told_at = $2, authority_kind = $3, authority_receipt_no = $4 WHERE id = $1',
        [id, new Date(dto.toldAt), dto.authorityKind, dto.receiptNo ?? null],
      );
      return { data: { authority: dto.authorityKind } };
    });
  }

  /** 补充材料: appended, never changing what was filed. */
  add(ctx: RequestContext, id: string, dto: AddToReportRequest): Promise<string> {
    return this.commands.act(ctx, id, 'add', (tx) => this.append(tx, id, 'addition', dto.text));
  }

  /** 撤回: marked, never deleted; intake decides as if nothing had been taken back (design §9.8). */
  retract(ctx: RequestContext, id: string, dto: RetractReportRequest): Promise<string> {
    return this.commands.act(ctx, id, 'retract', async (tx) => {
      await tx.execute('UPDATE report SET retracted_at = $2 WHERE id = $1', [id, tx.now]);
      await this.append(tx, id, 'retraction', dto.reason);
    });
  }

  /** 反馈 to the reporter (未成年人保护法11(3)); the result closes a report with cases, and leaves any other ending as it is. */
  feedback(ctx: RequestContext, id: string, dto: GiveFeedbackRequest): Promise<string> {
    return this.commands.act(
      ctx,
      id,
      ({ state }) =>
        dto.stage === 'result' && (state === 'triaged' || state === 'linked') ? 'conclude' : 'feedback',
      (tx, report) => this.answers.give(tx, report, dto.stage, dto.text),
    );
  }

  /** Opens the reporter's contact to the handling officer for 15 minutes, with a recorded reason (反家庭暴力法14). */
  disclose(ctx: RequestContext, id: string, dto: DiscloseReporterRequest): Promise<string> {
    return this.commands.act(ctx, id, 'disclose-reporter', async (tx, { reporter_id: reporterId }) => {
      const disclosureId = newId(tx.now.getTime());
      tx.insert(ReporterDisclosureEntity, {
        id: disclosureId,
        districtCode: tx.actor.districtCode,
        reporterId,
        userId: tx.actor.userId,
        reason: await this.crypto.encrypt(reporterId, 'reporter_disclosure.reason', disclosureId, dto.reason),
        grantedAt: tx.now,
        grantedUntil: new Date(tx.now.getTime() + DISCLOSURE_MS),
      });
      this.audit.record(tx, {
        action: 'reporter.disclosed',
        subjectKind: 'reporter',
        subjectId: reporterId,
      });
    });
  }

  private async append(
    tx: Tx,
    reportId: string,
    kind: 'addition' | 'retraction',
    text: string,
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    tx.insert(ReportAdditionEntity, {
      id,
      districtCode: tx.actor.districtCode,
      reportId,
      kind,
      body: await this.crypto.encrypt(reportId, 'report_addition.body', id, text),
      addedBy: tx.actor.userId,
      addedAt: tx.now,
    });
  }
}

/** @throws InvalidInput 422 when the instant lies ahead */
export function requirePast(field: string, instant: string, now: Date): void {
  const errors = pastInstantErrors(field, instant, now);
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
