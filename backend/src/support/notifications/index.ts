export * from './entities';
export { linkTo, NOTICE_TITLES, type NoticeKind, type NoticeSubject, noticeTitle } from './notice-kinds';
export { NoticeQueries } from './notice.queries';
export { type NewNotice, Notifications } from './notifications';
export { NotificationsModule } from './notifications.module';
