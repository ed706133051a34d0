export { type Alert, type AlertFollower, Alerts, WAITING } from './alerts';
export * from './entities';
export { excludedFromSql } from './excluded';
export { linkTo, NOTICE_TITLES, type NoticeKind, type NoticeSubject, noticeTitle } from './notice-kinds';
export { noticeListRows } from './notice-list';
export { NoticeQueries } from './notice.queries';
export { type NewNotice, NOTICE_CALLED, Notifications } from './notifications';
export { NotificationsModule } from './notifications.module';
