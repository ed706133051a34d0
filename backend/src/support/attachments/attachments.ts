import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../../config';
import { FieldCrypto, KeyDestroyedError } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { roleMay } from '../access';
import { type AttachmentRow, factsOf, mayRead, mayWithdraw, rowsOf } from './attachment-rows';
import type { AttachmentSubject } from './attachment-subjects';
import { purposeView } from './attachment.rules';
import { ATTACHMENT_STATES, attachmentWorkflow } from './attachment.workflow';
import { fileTypeOf } from './content/file-types.rules';
import type { AttachmentListResponse, AttachmentResponse } from './dto/attachment.response';

/** What the name of a file under a destroyed key reads like. */
const DESTROYED = '已销毁';
/** A withdrawn file may be another child's: its name is told as little as its content. */
const WITHDRAWN = '已撤回的附件';

/** The attachments of a record as its page shows them. */
@Injectable()
export class Attachments {
  constructor(
    private readonly crypto: FieldCrypto,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  get maxBytes(): number {
    return this.config.ATTACHMENT_MAX_MB * 1024 * 1024;
  }

  get maxFiles(): number {
    return this.config.ATTACHMENT_MAX_FILES;
  }

  /** What this reader may know of, and may add. */
  async forSubject(tx: Tx, subject: AttachmentSubject): Promise<AttachmentListResponse> {
    const rows = (await rowsOf(tx, subject)).filter((row) => mayRead(subject, factsOf(tx, row)));
    const mayAdd = roleMay(tx.actor.role, 'attachment.add');
    return {
      items: await Promise.all(rows.map((row) => this.view(tx, subject, row))),
      addable: mayAdd && subject.notAddable === null ? subject.addable.map(purposeView) : [],
      notAddable: mayAdd ? subject.notAddable : null,
      maxBytes: this.maxBytes,
      maxFiles: this.maxFiles,
    };
  }

  async view(tx: Tx, subject: AttachmentSubject, row: AttachmentRow): Promise<AttachmentResponse> {
    const facts = factsOf(tx, row);
    const shown = !subject.sealsUploader || facts.isOwn || facts.isColleague;
    const type = fileTypeOf(row.content_type);
    const steers = mayWithdraw(subject, facts);
    const name = await this.open(row, 'attachment.name', row.name);
    const isClosed = row.state === 'withdrawn' && !steers;
    return {
      id: row.id,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      number: row.number,
      purpose: row.purpose,
      purposeName: purposeView(row.purpose).name,
      name: isClosed ? WITHDRAWN : (name ?? DESTROYED),
      contentType: row.content_type,
      typeName: type?.label ?? '文件',
      size: row.size_bytes,
      sha256: row.sha256.toString('hex'),
      state: row.state,
      stateName: ATTACHMENT_STATES[row.state],
      uploadedByName: shown ? row.uploader : null,
      uploadedAgencyName: shown ? row.uploader_agency : null,
      uploadedAt: row.uploaded_at.toISOString(),
      isOwn: facts.isOwn,
      withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
      withdrawnByName: row.state === 'withdrawn' && shown ? row.withdrawer : null,
      withdrawalReason:
        row.withdrawal === null || isClosed
          ? null
          : await this.open(row, 'attachment.withdrawal', row.withdrawal),
      canOpen: name !== null && !isClosed,
      viewable: type?.viewable ?? false,
      allowedActions: steers ? attachmentWorkflow.allowed(row.state, {}) : [],
    };
  }

  /** Null when the key was destroyed. */
  async open(
    row: Pick<AttachmentRow, 'id' | 'key_id'>,
    column: 'attachment.name' | 'attachment.withdrawal',
    sealed: Buffer,
  ): Promise<string | null> {
    try {
      return await this.crypto.decrypt(row.key_id, column, row.id, sealed);
    } catch (error) {
      if (error instanceof KeyDestroyedError) return null;
      throw error;
    }
  }
}
