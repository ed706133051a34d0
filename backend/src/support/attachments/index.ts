export {
  type AttachmentEvent,
  type AttachmentSource,
  AttachmentSources,
  type AttachmentSubject,
  type FileFacts,
} from './attachment-subjects';
export * from './attachment.rules';
export { attachmentWorkflow } from './attachment.workflow';
export { Attachments } from './attachments';
export { AttachmentsModule } from './attachments.module';
export { AttachmentListResponse, AttachmentResponse } from './dto/attachment.response';
export { AttachmentEntity } from './entities';
export { OrphanSweep } from './orphan-sweep';
export { ATTACHMENT_STATE_TABLES } from './state-tables';
