import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import { AppDatabase } from '../../platform/database';
import { AuditLog } from '../audit';
import { Commands } from '../commands';
import { AttachmentAccess } from './attachment-access';
import { factsOf, mayWithdraw } from './attachment-rows';
import { AttachmentSources } from './attachment-subjects';
import { attachmentWorkflow } from './attachment.workflow';
import { Attachments } from './attachments';
import type { AttachmentResponse } from './dto/attachment.response';

/** 撤回: a wrong file is marked with a reason and closed to all but its author and whoever steers the record. */
@Injectable()
export class AttachmentWithdrawal {
  constructor(
    private readonly database: AppDatabase,
    private readonly commands: Commands,
    private readonly crypto: FieldCrypto,
    private readonly access: AttachmentAccess,
    private readonly sources: AttachmentSources,
    private readonly attachments: Attachments,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409 */
  async withdraw(ctx: RequestContext, id: string, reason: string): Promise<AttachmentResponse> {
    await this.commands.run(
      ctx,
      async (tx) => {
        const { row, subject } = await this.access.file(tx, id, 'attachment.withdraw', 'write');
        if (!mayWithdraw(subject, factsOf(tx, row))) {
          await this.audit.refused(ctx, 'attachment.withdraw', { subjectKind: 'attachment', subjectId: id });
          throw new NotVisible();
        }
        const state = attachmentWorkflow.next('withdraw', row.state, {});
        await tx.execute(
          'UPDATE attachment SET state = $2, withdrawn_by = $3, withdrawn_at = $4, withdrawal = $5, version = version + 1 WHERE id = $1',
          [
            id,
            state,
            tx.actor.userId,
            tx.now,
            await this.crypto.encrypt(row.key_id, 'attachment.withdrawal', id, reason),
          ],
        );
        await this.sources
          .of(subject.kind)
          .withdrawn(tx, subject, { attachmentId: id, purpose: row.purpose });
        return id;
      },
      id,
    );
    return this.database.inTransaction(ctx, async (tx) => {
      const { row, subject } = await this.access.file(tx, id, 'attachment.read');
      return this.attachments.view(tx, subject, row);
    });
  }
}
