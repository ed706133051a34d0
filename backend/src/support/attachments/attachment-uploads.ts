import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ActionRefused, InvalidInput, newId, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import { AppDatabase, type Tx } from '../../platform/database';
import { failpoint } from '../../platform/failpoint';
import { SealedFiles } from '../../platform/files';
import { Commands } from '../commands';
import { AttachmentAccess } from './attachment-access';
import { AttachmentSources, type AttachmentSubject } from './attachment-subjects';
import { type PurposeCode, PURPOSES, type SubjectKind } from './attachment.rules';
import { Attachments } from './attachments';
import { FileTooLarge } from './content/content-errors';
import { ContentInspector, type Inspected } from './content/content-inspector';
import { tidyName } from './content/file-name.rules';
import type { AttachmentResponse } from './dto/attachment.response';
import { AttachmentEntity } from './entities';

export interface NewFile {
  readonly kind: SubjectKind;
  readonly subjectId: string;
  readonly purpose: PurposeCode;
  /** As the sender calls it; only shown. */
  readonly name: string;
  /** Bytes the sender announced. */
  readonly length: number | undefined;
}

/**
 * Takes a file in: authorised before a byte is read, inspected and sealed while it passes, on disk before its row commits.
 * Whatever goes wrong leaves neither row nor file; a crash in between leaves a file that the sweep finds.
 */
@Injectable()
export class AttachmentUploads {
  constructor(
    private readonly database: AppDatabase,
    private readonly commands: Commands,
    private readonly files: SealedFiles,
    private readonly crypto: FieldCrypto,
    private readonly attachments: Attachments,
    private readonly access: AttachmentAccess,
    private readonly sources: AttachmentSources,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409, FileTooLarge 413, FileTypeRefused 415, FileRefused 422, StorageFull 507 */
  async add(ctx: RequestContext, file: NewFile, body: AsyncIterable<Buffer>): Promise<AttachmentResponse> {
    const { maxBytes } = this.attachments;
    if (file.length !== undefined && file.length > maxBytes) throw new FileTooLarge(maxBytes);
    const keyId = await this.database.inTransaction(ctx, async (tx) => {
      const subject = await this.access.subject(tx, file.kind, file.subjectId, 'attachment.add', 'read');
      await this.requireAddable(tx, subject, file.purpose);
      return subject.keyId;
    });
    const id = newId();
    const inspector = new ContentInspector(maxBytes);
    await this.files.write(id, keyId, inspector.through(body));
    failpoint('after-file-before-commit');
    const kept = await this.record(ctx, id, keyId, file, inspector.inspected);
    return this.get(ctx, kept);
  }

  /** One file as a list shows it. */
  private get(ctx: RequestContext, id: string): Promise<AttachmentResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const { row, subject } = await this.access.file(tx, id, 'attachment.read');
      return this.attachments.view(tx, subject, row);
    });
  }

  /** Writes the row, or takes the file back: the transaction failed, or an earlier try of the same upload had won. */
  private async record(
    ctx: RequestContext,
    id: string,
    keyId: string,
    file: NewFile,
    inspected: Inspected,
  ): Promise<string> {
    let kept: string | undefined;
    try {
      kept = await this.commands.run(
        withContentHash(ctx, file, inspected),
        async (tx) => {
          const subject = await this.access.subject(tx, file.kind, file.subjectId, 'attachment.add', 'write');
          await this.requireAddable(tx, subject, file.purpose);
          // The case was opened meanwhile, or the like: the file would stand under a key that is not its record's.
          if (subject.keyId !== keyId) throw new ActionRefused('记录刚刚有变化，请重新上传。');
          await this.insert(tx, id, subject, file, inspected);
          await this.sources.of(file.kind).added(tx, subject, { attachmentId: id, purpose: file.purpose });
          return id;
        },
        file.subjectId,
      );
      return kept;
    } finally {
      if (kept !== id) await this.files.remove(id);
    }
  }

  private async insert(
    tx: Tx,
    id: string,
    subject: AttachmentSubject,
    file: NewFile,
    { type, size, sha256 }: Inspected,
  ): Promise<void> {
    const name = tidyName(file.name, type);
    tx.insert(AttachmentEntity, {
      id,
      districtCode: tx.actor.districtCode,
      subjectKind: subject.kind,
      subjectId: subject.id,
      reportId: subject.reportId,
      caseId: subject.caseId,
      workOrderId: subject.workOrderId,
      number: subject.number,
      purpose: file.purpose,
      name: await this.crypto.encrypt(subject.keyId, 'attachment.name', id, name),
      contentType: type.contentType,
      sizeBytes: size,
      sha256,
      keyId: subject.keyId,
      state: 'stored',
      uploadedBy: tx.actor.userId,
      uploadedAgencyId: tx.actor.agencyId,
      uploadedAt: tx.now,
      version: 1,
    });
  }

  private async requireAddable(tx: Tx, subject: AttachmentSubject, purpose: PurposeCode): Promise<void> {
    if (subject.notAddable !== null) throw new ActionRefused(subject.notAddable);
    if (!subject.addable.includes(purpose))
      throw new InvalidInput({ purpose: [`这里不能添加「${PURPOSES[purpose].name}」，请另选用途`] });
    const [row] = await tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM attachment WHERE subject_id = $1',
      [subject.id],
    );
    const { maxFiles } = this.attachments;
    if ((row?.n ?? 0) >= maxFiles)
      throw new ActionRefused(`附件已有 ${maxFiles} 个，达到上限。请把多张照片合并为一个 PDF 后再上传。`);
  }
}

/** The key of a repeat names the same file only when everything about it is the same. */
function withContentHash(ctx: RequestContext, file: NewFile, { sha256 }: Inspected): RequestContext {
  if (ctx.idempotency === undefined) return ctx;
  const { kind, subjectId, purpose, name } = file;
  const what = JSON.stringify([kind, subjectId, purpose, name, sha256.toString('hex')]);
  const bodyHash = createHash('sha256').update(what).digest();
  return { ...ctx, idempotency: { ...ctx.idempotency, bodyHash } };
}
