import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseLog } from '../../casefile';
import { type Tx, visibility } from '../../platform/database';
import { roleMay } from '../../support/access';
import {
  type AttachmentEvent,
  type AttachmentListResponse,
  Attachments,
  type AttachmentSource,
  AttachmentSources,
  type AttachmentSubject,
  purposesFor,
} from '../../support/attachments';

/** What the rules about a report's files look at. */
export interface ReportFilesRow {
  readonly id: string;
  readonly report_no: string;
  readonly works: boolean;
  readonly filed: boolean;
}

/**
 * 附件 of a report: intake sees all, a reporter only what the same person added. They stay with the report, under its key:
 * agencies never get a reporter's own material (design §9.2). Welcome in any state, as additions are.
 */
@Injectable()
export class ReportAttachments implements AttachmentSource, OnModuleInit {
  readonly kind = 'report';

  constructor(
    private readonly sources: AttachmentSources,
    private readonly attachments: Attachments,
    private readonly log: CaseLog,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  list(tx: Tx, row: ReportFilesRow): Promise<AttachmentListResponse> {
    return this.attachments.forSubject(tx, subjectOf(tx, row));
  }

  async find(tx: Tx, id: string, lock: 'read' | 'write'): Promise<AttachmentSubject | undefined> {
    const [row] = await tx.query<ReportFilesRow>(
      `SELECT r.id, r.report_no, ${part('intake')} AS works, ${part('reporter')} AS filed
         FROM report r WHERE r.id = $1 AND ${visibility.report('r')} ${lock === 'write' ? 'FOR NO KEY UPDATE OF r' : ''}`,
      [id],
    );
    return row && subjectOf(tx, row);
  }

  added(tx: Tx, { id, keyId }: AttachmentSubject, event: AttachmentEvent): Promise<void> {
    return this.log.record(tx, {
      action: 'report.attachment-added',
      reportId: id,
      keyId,
      data: { ...event },
    });
  }

  withdrawn(tx: Tx, { id, keyId }: AttachmentSubject, event: AttachmentEvent): Promise<void> {
    return this.log.record(tx, {
      action: 'report.attachment-withdrawn',
      reportId: id,
      keyId,
      data: { ...event },
    });
  }
}

function part(reason: 'intake' | 'reporter'): string {
  return `EXISTS (SELECT 1 FROM report_access a WHERE a.report_id = r.id AND a.reason = '${reason}' AND a.principal_id = ANY (ctx_principals()))`;
}

function subjectOf(tx: Tx, row: ReportFilesRow): AttachmentSubject {
  return {
    kind: 'report',
    id: row.id,
    number: row.report_no,
    keyId: row.id,
    reportId: row.id,
    caseId: null,
    workOrderId: null,
    mayRead: () => row.works,
    steers: row.works && roleMay(tx.actor.role, 'report.receive'),
    addable: row.works || row.filed ? purposesFor('report') : [],
    notAddable: null,
    sealsUploader: true,
  };
}
