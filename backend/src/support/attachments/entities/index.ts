export { AttachmentEntity } from './attachment.entity';
