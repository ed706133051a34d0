export { NoticeEntity } from './notice.entity';
export { NoticeAlertEntity } from './notice-alert.entity';
export { NoticeReadEntity } from './notice-read.entity';
