export { NoticeEntity } from './notice.entity';
export { NoticeReadEntity } from './notice-read.entity';
