import { Global, Module } from '@nestjs/common';
import { AttachmentAccess } from './attachment-access';
import { AttachmentLinks } from './attachment-links';
import { AttachmentOpening } from './attachment-opening';
import { AttachmentSources } from './attachment-subjects';
import { AttachmentUploads } from './attachment-uploads';
import { AttachmentWithdrawal } from './attachment-withdrawal';
import { AttachmentController } from './attachment.controller';
import { Attachments } from './attachments';
import { OrphanSweep } from './orphan-sweep';
import { UploadSlots } from './upload-slots';

/** 附件. Nouns that have attachments register with AttachmentSources. */
@Global()
@Module({
  controllers: [AttachmentController],
  providers: [
    AttachmentAccess,
    AttachmentLinks,
    AttachmentOpening,
    AttachmentSources,
    AttachmentUploads,
    AttachmentWithdrawal,
    Attachments,
    OrphanSweep,
    UploadSlots,
  ],
  exports: [Attachments, AttachmentSources, OrphanSweep],
})
export class AttachmentsModule {}
