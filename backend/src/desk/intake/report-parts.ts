import { Injectable } from '@nestjs/common';
import { CASE_PHASES, type CasePhase } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import { type Tx, visibility } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type {
  ReportAdditionResponse,
  ReportCaseResponse,
  ReportFeedbackResponse,
} from './dto/report.response';
import type {
  RelatedReportResponse,
  ReportScreeningResponse,
  ReportTransferResponse,
} from './dto/report-roads.response';
import { FEEDBACK_STAGES, type FeedbackStage } from './report-feedback';
import { REPORT_STATES, type ReportState } from './report.workflow';

const TRANSFER_STATES = { sent: '等待对方接收', accepted: '对方已接收', refused: '对方不接收' } as const;

interface ScreeningRow {
  id: string;
  checks: string[];
  reason: Buffer;
  proposed_by: string;
  proposed_at: Date;
  outcome: 'confirmed' | 'returned' | null;
  decided_by: string | null;
  decided_at: Date | null;
  remark: Buffer | null;
  revived_at: Date | null;
}

interface TransferRow {
  id: string;
  letter_no: string;
  agency_name: string | null;
  body: Buffer;
  sent_at: Date;
  state: keyof typeof TRANSFER_STATES;
  replied_at: Date | null;
  reply: Buffer | null;
}

export interface RelatedRow {
  id: string;
  report_no: string;
  state: ReportState;
  reported_at: Date;
}

/** What was appended to a report and decided about it, in clear. */
@Injectable()
export class ReportParts {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  async additions(tx: Tx, reportId: string): Promise<ReportAdditionResponse[]> {
    const rows = await tx.query<{
      id: string;
      kind: 'addition' | 'retraction';
      body: Buffer;
      added_at: Date;
    }>('SELECT id, kind, body, added_at FROM report_addition WHERE report_id = $1 ORDER BY added_at, id', [
      reportId,
    ]);
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        kind: row.kind,
        text: await this.crypto.decrypt(reportId, 'report_addition.body', row.id, row.body),
        addedAt: row.added_at.toISOString(),
      })),
    );
  }

  async feedback(tx: Tx, reportId: string): Promise<ReportFeedbackResponse[]> {
    const rows = await tx.query<{ id: string; stage: FeedbackStage; body: Buffer; given_at: Date }>(
      'SELECT id, stage, body, given_at FROM report_feedback WHERE report_id = $1 ORDER BY given_at, id',
      [reportId],
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        stage: row.stage,
        stageName: FEEDBACK_STAGES[row.stage],
        text: await this.crypto.decrypt(reportId, 'feedback.body', row.id, row.body),
        givenAt: row.given_at.toISOString(),
      })),
    );
  }

  async cases(tx: Tx, reportId: string): Promise<ReportCaseResponse[]> {
    const rows = await tx.query<{ id: string; case_no: string; phase: CasePhase }>(
      `SELECT c.id, c.case_no, c.phase FROM report_link l JOIN case_file c ON c.id = l.case_id
        WHERE l.report_id = $1 AND ${visibility.case('c')} ORDER BY c.case_no`,
      [reportId],
    );
    return rows.map((row) => ({ id: row.id, caseNo: row.case_no, phaseName: CASE_PHASES[row.phase] }));
  }

  /** The earlier report, and the later ones that repeat this one. */
  async duplicates(
    tx: Tx,
    { id, duplicate_of: earlierId }: { readonly id: string; readonly duplicate_of: string | null },
  ): Promise<{ earlier: RelatedReportResponse | null; later: RelatedReportResponse[] }> {
    const rows = await tx.query<RelatedRow>(
      `SELECT r.id, r.report_no, r.state, r.reported_at FROM report r
        WHERE (r.duplicate_of = $1 OR r.id = $2) AND ${visibility.reportwork('r')} ORDER BY r.reported_at, r.id`,
      [id, earlierId],
    );
    const views = rows.map(relatedView);
    return {
      earlier: views.find((view) => view.id === earlierId) ?? null,
      later: views.filter((view) => view.id !== earlierId),
    };
  }

  async screenings(tx: Tx, reportId: string): Promise<ReportScreeningResponse[]> {
    const rows = await tx.query<ScreeningRow>(
      `SELECT s.id, s.checks, s.reason, p.display_name AS proposed_by, s.proposed_at, s.outcome, d.display_name AS decided_by,
              s.decided_at, s.remark, s.revived_at
         FROM report_screening s JOIN app_user p ON p.id = s.proposed_by LEFT JOIN app_user d ON d.id = s.decided_by
        WHERE s.report_id = $1 ORDER BY s.proposed_at, s.id`,
      [reportId],
    );
    return Promise.all(
      rows.map(async (row) => {
        const words = await this.crypto.decryptMany(reportId, row.id, {
          'report_screening.reason': row.reason,
          'report_screening.remark': row.remark,
        });
        return {
          id: row.id,
          checkNames: row.checks.map((code) => this.reference.codeName('SCREEN_OUT_CHECKS', code) ?? code),
          reason: words['report_screening.reason'] ?? '',
          proposedBy: row.proposed_by,
          proposedAt: row.proposed_at.toISOString(),
          outcome: row.outcome,
          decidedBy: row.decided_by,
          decidedAt: row.decided_at?.toISOString() ?? null,
          remark: words['report_screening.remark'],
          revivedAt: row.revived_at?.toISOString() ?? null,
        };
      }),
    );
  }

  async transfers(tx: Tx, reportId: string): Promise<ReportTransferResponse[]> {
    const rows = await tx.query<TransferRow>(
      `SELECT t.id, t.letter_no, a.name AS agency_name, t.body, t.sent_at, t.state, t.replied_at, t.reply
         FROM report_transfer t LEFT JOIN agency a ON a.id = t.agency_id WHERE t.report_id = $1 ORDER BY t.sent_at, t.id`,
      [reportId],
    );
    return Promise.all(rows.map((row) => this.transfer(reportId, row)));
  }

  private async transfer(reportId: string, row: TransferRow): Promise<ReportTransferResponse> {
    const letter = (await this.crypto.decryptJson(reportId, 'report_transfer.body', row.id, row.body)) as {
      receiver?: string;
      reason: string;
      materials?: string;
    };
    const reply = (
      row.reply === null
        ? {}
        : await this.crypto.decryptJson(reportId, 'report_transfer.reply', row.id, row.reply)
    ) as { person?: string; receiptNo?: string; reason?: string };
    return {
      id: row.id,
      letterNo: row.letter_no,
      receiver: [row.agency_name, letter.receiver].filter(Boolean).join(' '),
      reason: letter.reason,
      materials: letter.materials ?? null,
      sentAt: row.sent_at.toISOString(),
      state: row.state,
      stateName: TRANSFER_STATES[row.state],
      repliedAt: row.replied_at?.toISOString() ?? null,
      person: reply.person ?? null,
      receiptNo: reply.receiptNo ?? null,
      refusal: reply.reason ?? null,
    };
  }
}

/** A report in one line. */
export function relatedView(row: RelatedRow): RelatedReportResponse {
  return {
    id: row.id,
    reportNo: row.report_no,
    stateName: REPORT_STATES[row.state],
    reportedAt: row.reported_at.toISOString(),
  };
}
