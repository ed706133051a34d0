import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Tx, visibility } from '../platform/database';
import { roleMay } from '../support/access';
import {
  type AttachmentEvent,
  type AttachmentListResponse,
  Attachments,
  type AttachmentSource,
  AttachmentSources,
  type AttachmentSubject,
  purposeClass,
  purposesFor,
} from '../support/attachments';
import { maySeeClass } from './case-fields.policy';
import { CaseLog } from './case-log';
import { readerOf } from './case-reader';
import { type CaseRow, SELECT_CASE } from './case-rows';
import type { CasePhase } from './case-phases';

const CLOSED_TO_FILES: Readonly<Partial<Record<CasePhase, string>>> = {
  frozen: '档案已冻结，不能添加附件；确需补充请联系区未保办。',
  archived: '个案已归档，不能添加附件；确需补充请联系区未保办。',
};

/** A file about a case shows who the child is, so it asks for the identity beside the class of its purpose (未成年人保护法 103). */
export function mayReadCaseFile(
  tx: Tx,
  row: Pick<CaseRow, 'works' | 'is_worker' | 'situations'>,
  purpose: string,
): boolean {
  const reader = readerOf(tx, row);
  return (
    maySeeClass(reader, row.situations, 'identity') &&
    maySeeClass(reader, row.situations, purposeClass(purpose))
  );
}

/** 附件 of a case: to those who work on it, sealed under the child's key. */
@Injectable()
export class CaseAttachments implements AttachmentSource, OnModuleInit {
  readonly kind = 'case';

  constructor(
    private readonly sources: AttachmentSources,
    private readonly attachments: Attachments,
    private readonly log: CaseLog,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** The files of a case and of its work orders, for the case page. */
  list(tx: Tx, row: CaseRow): Promise<AttachmentListResponse> {
    return this.attachments.forSubject(tx, subjectOf(tx, row));
  }

  async find(tx: Tx, id: string, lock: 'read' | 'write'): Promise<AttachmentSubject | undefined> {
    const [row] = await tx.query<CaseRow>(
      `${SELECT_CASE} WHERE c.id = $1 AND ${visibility.case('c')} AND ${visibility.casework('c')}
       ${lock === 'write' ? 'FOR NO KEY UPDATE OF c' : ''}`,
      [id],
    );
    return row && subjectOf(tx, row);
  }

  added(tx: Tx, { id, keyId }: AttachmentSubject, event: AttachmentEvent): Promise<void> {
    return this.log.record(tx, { action: 'case.attachment-added', caseId: id, keyId, data: { ...event } });
  }

  withdrawn(tx: Tx, { id, keyId }: AttachmentSubject, event: AttachmentEvent): Promise<void> {
    return this.log.record(tx, {
      action: 'case.attachment-withdrawn',
      caseId: id,
      keyId,
      data: { ...event },
    });
  }
}

function subjectOf(tx: Tx, row: CaseRow): AttachmentSubject {
  return {
    kind: 'case',
    id: row.id,
    number: row.case_no,
    keyId: row.child_id,
    reportId: null,
    caseId: row.id,
    workOrderId: null,
    mayRead: ({ purpose }) => mayReadCaseFile(tx, row, purpose),
    steers: row.works && roleMay(tx.actor.role, 'case.assign'),
    addable: purposesFor('case').filter((purpose) => mayReadCaseFile(tx, row, purpose)),
    notAddable: CLOSED_TO_FILES[row.phase] ?? null,
    sealsUploader: false,
  };
}
