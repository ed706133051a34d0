import { Injectable } from '@nestjs/common';
import { NotVisible } from '../../kernel';
import type { Tx } from '../../platform/database';
import { AuditLog } from '../audit';
import { type AttachmentRow, factsOf, findRow, mayRead } from './attachment-rows';
import { AttachmentSources, type AttachmentSubject } from './attachment-subjects';
import type { SubjectKind } from './attachment.rules';

export interface OpenedFile {
  readonly row: AttachmentRow;
  readonly subject: AttachmentSubject;
}

/** One file, or one record files are added to, through every rule about it; a refusal is audited and answers 404. */
@Injectable()
export class AttachmentAccess {
  constructor(
    private readonly sources: AttachmentSources,
    private readonly audit: AuditLog,
  ) {}

  /** The file as this reader may have it. @throws NotVisible 404 */
  async file(tx: Tx, id: string, action: string, lock: 'read' | 'write' = 'read'): Promise<OpenedFile> {
    const row = await findRow(tx, id, lock === 'write' ? 'FOR NO KEY UPDATE OF a' : '');
    // Read by its own record: a file of a work order obeys the order's rules, also when it is opened from the case.
    const subject = row && (await this.sources.of(row.subject_kind).find(tx, row.subject_id, 'read'));
    if (row !== undefined && subject !== undefined && mayRead(subject, factsOf(tx, row)))
      return { row, subject };
    await this.audit.refused(tx.ctx, action, { subjectKind: 'attachment', subjectId: id });
    throw new NotVisible();
  }

  /** The record something is added to. @throws NotVisible 404 */
  async subject(
    tx: Tx,
    kind: SubjectKind,
    id: string,
    action: string,
    lock: 'read' | 'write',
  ): Promise<AttachmentSubject> {
    const subject = await this.sources.of(kind).find(tx, id, lock);
    if (subject !== undefined) return subject;
    await this.audit.refused(tx.ctx, action, { subjectKind: kind, subjectId: id });
    throw new NotVisible();
  }
}
