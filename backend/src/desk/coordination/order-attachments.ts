import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseLog, mayReadCaseFile } from '../../casefile';
import { type Tx, visibility } from '../../platform/database';
import { roleMay } from '../../support/access';
import {
  type AttachmentEvent,
  type AttachmentListResponse,
  Attachments,
  type AttachmentSource,
  AttachmentSources,
  type AttachmentSubject,
  type PurposeCode,
  purposesFor,
} from '../../support/attachments';
import type { OrderState } from './work-order.workflow';

/** What the rules about an order's files look at. */
export interface OrderFilesRow {
  readonly id: string;
  readonly order_no: string;
  readonly case_id: string;
  readonly child_id: string;
  readonly state: OrderState;
  readonly situations: string[];
  readonly works: boolean;
  readonly is_worker: boolean;
  readonly holds: boolean;
}

/** What intake files for an agency that never logs in, or sends along with the order (design §9.6). */
const ISSUER_ADDS: readonly PurposeCode[] = ['RECEIPT_SCAN', 'LETTER', 'DOCUMENT', 'REPLY', 'OTHER'];

/** 附件 of a work order: between its holder and those who work on the case, sealed under the child's key. */
@Injectable()
export class OrderAttachments implements AttachmentSource, OnModuleInit {
  readonly kind = 'work_order';

  constructor(
    private readonly sources: AttachmentSources,
    private readonly attachments: Attachments,
    private readonly log: CaseLog,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  list(tx: Tx, row: OrderFilesRow): Promise<AttachmentListResponse> {
    return this.attachments.forSubject(tx, subjectOf(tx, row));
  }

  /** Hidden also when the case is no longer the reader's business: an order given back, a case signed off. */
  async find(tx: Tx, id: string, lock: 'read' | 'write'): Promise<AttachmentSubject | undefined> {
    const [row] = await tx.query<OrderFilesRow>(
      `SELECT w.id, w.order_no, w.case_id, w.state, c.child_id, c.situations, can_work_case(w.case_id) AS works,
              w.agency_id = ANY (ctx_principals()) AS holds,
              coalesce(c.worker_user_id = ctx_user() OR c.worker_agency_id = ANY (ctx_principals()), false) AS is_worker
         FROM work_order w JOIN case_file c ON c.id = w.case_id
        WHERE w.id = $1 AND ${visibility.workOrder('w')} AND ${visibility.case('c')}
        ${lock === 'write' ? 'FOR NO KEY UPDATE OF w' : ''}`,
      [id],
    );
    return row && subjectOf(tx, row);
  }

  added(tx: Tx, subject: AttachmentSubject, event: AttachmentEvent): Promise<void> {
    return this.log.record(tx, {
      action: 'order.attachment-added',
      ...subjectIds(subject),
      data: { ...event },
    });
  }

  withdrawn(tx: Tx, subject: AttachmentSubject, event: AttachmentEvent): Promise<void> {
    return this.log.record(tx, {
      action: 'order.attachment-withdrawn',
      ...subjectIds(subject),
      data: { ...event },
    });
  }
}

function subjectIds({ id, caseId }: AttachmentSubject): { workOrderId: string; caseId?: string } {
  return { workOrderId: id, ...(caseId === null ? {} : { caseId }) };
}

function subjectOf(tx: Tx, row: OrderFilesRow): AttachmentSubject {
  const issues = row.works && roleMay(tx.actor.role, 'work-order.record-on-behalf');
  const mine = purposesFor('work_order').filter((purpose) => purpose !== 'LETTER');
  const mayAnswer = row.holds && (row.state === 'accepted' || row.state === 'finished');
  const addable = [...new Set([...(mayAnswer ? mine : []), ...(issues ? ISSUER_ADDS : [])])];
  return {
    kind: 'work_order',
    id: row.id,
    number: row.order_no,
    keyId: row.child_id,
    reportId: null,
    caseId: row.case_id,
    workOrderId: row.id,
    // In a sealed case (MR1–MR3) most holders may not know the child: then they have their agency's own files only.
    mayRead: ({ purpose, isColleague }) => isColleague || mayReadOrderFile(tx, row, purpose),
    steers: issues,
    addable,
    notAddable: addable.length === 0 || isOver(row.state) ? whyNot(row) : null,
    sealsUploader: false,
  };
}

function mayReadOrderFile(tx: Tx, row: OrderFilesRow, purpose: string): boolean {
  // A holder's order is its casework: the class of the purpose is asked as for those who work on the case.
  return mayReadCaseFile(tx, { ...row, works: row.works || row.holds }, purpose);
}

function isOver(state: OrderState): boolean {
  return state === 'returned' || state === 'withdrawn';
}

function whyNot({ holds, state }: OrderFilesRow): string | null {
  if (isOver(state)) return '协办单已退回或撤回，不能再添加附件。';
  return holds && state === 'issued' ? '请先签收协办单，再添加附件。' : null;
}
