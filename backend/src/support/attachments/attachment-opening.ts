import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError, InvalidInput, NotVisible, type RequestContext } from '../../kernel';
import { KeyDestroyedError } from '../../platform/crypto';
import { AppDatabase, Clock, type Tx } from '../../platform/database';
import { SealedFiles } from '../../platform/files';
import { AuditLog } from '../audit';
import { AttachmentAccess, type OpenedFile } from './attachment-access';
import { AttachmentLinks, type LinkMode } from './attachment-links';
import { factsOf, mayWithdraw } from './attachment-rows';
import { Attachments } from './attachments';
import { fileTypeOf } from './content/file-types.rules';
import type { LinkAttachmentRequest } from './dto/attachment.request';
import type { AttachmentLinkResponse } from './dto/attachment.response';

/** 410: the key was destroyed, and the file with it. */
class FileDestroyed extends DomainError {
  constructor() {
    super('FILE_DESTROYED', 410, '附件已销毁', '密钥已按规定销毁，附件内容不能再打开。');
  }
}

export interface OpenFile {
  readonly mode: LinkMode;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly content: Readable;
}

/** Opens originals: a link first, with what it is for, then the file; each time every rule is asked and audited. */
@Injectable()
export class AttachmentOpening {
  constructor(
    private readonly database: AppDatabase,
    private readonly clock: Clock,
    private readonly files: SealedFiles,
    private readonly links: AttachmentLinks,
    private readonly attachments: Attachments,
    private readonly access: AttachmentAccess,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404, InvalidInput 422 */
  link(ctx: RequestContext, id: string, dto: LinkAttachmentRequest): Promise<AttachmentLinkResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const { row } = await this.openable(tx, id, 'attachment.link');
      const viewable = fileTypeOf(row.content_type)?.viewable ?? false;
      if (dto.mode === 'view' && !viewable)
        throw new InvalidInput({ mode: ['这种文件不能直接查看，请下载后打开'] });
      if (dto.mode === 'download' && dto.reason === undefined)
        throw new InvalidInput({ reason: ['请选择下载的用途'] });
      this.audit.record(tx, {
        action: 'attachment.link',
        subjectKind: 'attachment',
        subjectId: id,
        detail: {
          mode: dto.mode,
          reason: dto.reason ?? 'CASEWORK',
          purpose: row.purpose,
          record: row.subject_id,
        },
      });
      const { url, expiresAt } = this.links.make(id, tx.actor.userId, dto.mode, tx.now);
      return { url, expiresAt: expiresAt.toISOString() };
    });
  }

  /** The original behind a link. @throws NotVisible 404, LinkExpired 410, FileDestroyed 410, FileDamaged 500 */
  async open(ctx: RequestContext, id: string, link: Readonly<Record<string, unknown>>): Promise<OpenFile> {
    const mode = await this.checkLink(ctx, id, link);
    const { row, name } = await this.database.inTransaction(ctx, async (tx) => {
      const opened = await this.openable(tx, id, 'attachment.open');
      this.audit.record(tx, {
        action: 'attachment.open',
        subjectKind: 'attachment',
        subjectId: id,
        detail: { mode, purpose: opened.row.purpose, record: opened.row.subject_id },
      });
      return {
        row: opened.row,
        name: await this.attachments.open(opened.row, 'attachment.name', opened.row.name),
      };
    });
    if (name === null) throw new FileDestroyed();
    return {
      mode,
      name,
      contentType: row.content_type,
      size: row.size_bytes,
      content: await this.read(id, row.key_id),
    };
  }

  private async checkLink(
    ctx: RequestContext,
    id: string,
    link: Readonly<Record<string, unknown>>,
  ): Promise<LinkMode> {
    try {
      return this.links.check(id, ctx.actor.userId, link, this.clock.now());
    } catch (error) {
      await this.audit.refused(ctx, 'attachment.open', { subjectKind: 'attachment', subjectId: id });
      throw error;
    }
  }

  private async openable(tx: Tx, id: string, action: string): Promise<OpenedFile> {
    const opened = await this.access.file(tx, id, action);
    if (opened.row.state === 'stored' || mayWithdraw(opened.subject, factsOf(tx, opened.row))) return opened;
    await this.audit.refused(tx.ctx, action, { subjectKind: 'attachment', subjectId: id });
    throw new NotVisible();
  }

  private async read(id: string, keyId: string): Promise<Readable> {
    try {
      return await this.files.read(id, keyId);
    } catch (error) {
      if (error instanceof KeyDestroyedError) throw new FileDestroyed();
      throw error;
    }
  }
}
