export { NoticeDispatchEntity } from './notice-dispatch.entity';
export { UserContactEntity } from './user-contact.entity';
