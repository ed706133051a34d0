import { Injectable } from '@nestjs/common';
import { InvalidInput, newId, NotVisible, type RequestContext, type Urgency } from '../../kernel';
import { CaseLog } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import { type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { Commands } from '../../support/commands';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type {
  AddToReportRequest,
  DiscloseReporterRequest,
  GiveFeedbackRequest,
  RecordPoliceRequest,
} from './dto/report.request';
import { ReportAdditionEntity, ReporterDisclosureEntity, ReportFeedbackEntity } from './entities';
import { type ReportAction, type ReportFacts, type ReportState, reportWorkflow } from './report.workflow';

export interface LockedReport {
  readonly id: string;
  readonly report_no: string;
  readonly state: ReportState;
  readonly urgency: Urgency;
  readonly region_code: string | null;
  readonly reporter_id: string;
  readonly situations: string[];
  readonly police_told_at: Date | null;
  readonly police_required: boolean;
  readonly works: boolean;
  readonly facts: ReportFacts;
}

const DISCLOSURE_MS = 15 * 60_000;

/** What happens to a filed report before and after triage. */
@Injectable()
export class ReportService {
  constructor(
    private readonly commands: Commands,
    private readonly deadlines: DeadlineService,
    private readonly crypto: FieldCrypto,
    private readonly log: CaseLog,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
  ) {}

  /** 受理: the receiving clock stops, the triage clock starts. */
  receive(ctx: RequestContext, id: string): Promise<string> {
    return this.act(ctx, id, 'receive', 'report.received', async (tx, report) => {
      await tx.execute('UPDATE report SET received_at = $2 WHERE id = $1', [id, tx.now]);
      await this.deadlines.close(tx, 'DL-051', id);
      this.deadlines.open(tx, this.clock(tx, report, 'DL-052'));
    });
  }

  /** 登记报警: when and with which receipt the police were told; ends the banner nothing else can end. */
  recordPolice(ctx: RequestContext, id: string, dto: RecordPoliceRequest): Promise<string> {
    return this.act(ctx, id, 'record-police', 'report.police-recorded', async (tx) => {
      const toldAt = new Date(dto.toldAt);
      if (toldAt > tx.now) throw new InvalidInput({ toldAt: ['时间不能晚于现在'] });
      await tx.execute('UPDATE report SET police_told_at = $2, police_receipt_no = $3 WHERE id = $1', [
        id,
        toldAt,
        dto.receiptNo ?? null,
      ]);
    });
  }

  /** 补充材料: appended, never changing what was filed. */
  add(ctx: RequestContext, id: string, dto: AddToReportRequest): Promise<string> {
    return this.act(ctx, id, 'add', 'report.added', async (tx) => {
      const additionId = newId(tx.now.getTime());
      tx.insert(ReportAdditionEntity, {
        id: additionId,
        districtCode: tx.actor.districtCode,
        reportId: id,
        body: await this.crypto.encrypt(id, 'report_addition.body', additionId, dto.text),
        addedBy: tx.actor.userId,
        addedAt: tx.now,
      });
    });
  }

  /** 反馈 to the reporter (未成年人保护法11(3)); the result closes the report. */
  feedback(ctx: RequestContext, id: string, dto: GiveFeedbackRequest): Promise<string> {
    return this.act(
      ctx,
      id,
      dto.stage === 'result' ? 'conclude' : 'feedback',
      'report.feedback',
      async (tx) => {
        const feedbackId = newId(tx.now.getTime());
        tx.insert(ReportFeedbackEntity, {
          id: feedbackId,
          districtCode: tx.actor.districtCode,
          reportId: id,
          stage: dto.stage,
          body: await this.crypto.encrypt(id, 'feedback.body', feedbackId, dto.text),
          givenBy: tx.actor.userId,
          givenAt: tx.now,
        });
        await this.deadlines.close(tx, 'DL-047', id);
      },
    );
  }

  /** Opens the reporter's contact to the handling officer for 15 minutes, with a recorded reason (反家庭暴力法14). */
  disclose(ctx: RequestContext, id: string, dto: DiscloseReporterRequest): Promise<string> {
    return this.act(ctx, id, 'disclose-reporter', 'report.reporter-disclosed', async (tx, report) => {
      const disclosureId = newId(tx.now.getTime());
      const { reporter_id: keyId } = report;
      tx.insert(ReporterDisclosureEntity, {
        id: disclosureId,
        districtCode: tx.actor.districtCode,
        reporterId: report.reporter_id,
        userId: tx.actor.userId,
        reason: await this.crypto.encrypt(keyId, 'reporter_disclosure.reason', disclosureId, dto.reason),
        grantedAt: tx.now,
        grantedUntil: new Date(tx.now.getTime() + DISCLOSURE_MS),
      });
      this.audit.record(tx, {
        action: 'reporter.disclosed',
        subjectKind: 'reporter',
        subjectId: report.reporter_id,
      });
    });
  }

  /** Locks a report through the visibility rule. @throws NotVisible 404 */
  async lock(tx: Tx, id: string): Promise<LockedReport> {
    const [row] = await tx.query<Omit<LockedReport, 'facts'> & { open_cases: number }>(
      `SELECT r.*, (SELECT count(*)::int FROM case_file c WHERE c.incident_id = r.incident_id AND c.phase <> ALL ('{closed,follow_up,archived}')) AS open_cases,
              EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = r.id AND a.reason = 'intake' AND a.principal_id = ANY (ctx_principals())) AS works
         FROM report r WHERE r.id = $1 AND ${visibility.report('r')} FOR NO KEY UPDATE OF r`,
      [id],
    );
    if (row === undefined) {
      await this.audit.refused(tx.ctx, 'report.lock', { subjectKind: 'report', subjectId: id });
      throw new NotVisible();
    }
    return {
      ...row,
      facts: { policeTold: row.police_told_at !== null, openCases: row.open_cases, summaryWritten: true },
    };
  }

  /** The clock of a report's own steps, owned by intake. */
  clock(
    tx: Tx,
    report: Pick<LockedReport, 'id' | 'report_no' | 'urgency'>,
    ruleId: string,
  ): Parameters<DeadlineService['open']>[1] {
    return {
      ruleId,
      subjectKind: 'report',
      subjectId: report.id,
      reportId: report.id,
      number: report.report_no,
      urgency: report.urgency,
      ownerAgencyId: tx.actor.agencyId,
      escalationAgencyId: this.reference.supervisorOf(tx.actor.agencyId),
    };
  }

  private act(
    ctx: RequestContext,
    id: string,
    action: ReportAction,
    logName: string,
    work: (tx: Tx, report: LockedReport) => Promise<void>,
  ): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const report = await this.lock(tx, id);
        const state = reportWorkflow.next(action, report.state, report.facts);
        await work(tx, report);
        if (state !== report.state)
          await tx.execute('UPDATE report SET state = $2, version = version + 1 WHERE id = $1', [id, state]);
        await this.log.record(tx, {
          action: logName,
          reportId: id,
          ...(state === report.state ? {} : { from: report.state, to: state }),
        });
        return id;
      },
      id,
    );
  }
}
