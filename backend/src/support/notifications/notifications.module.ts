import { Global, Module } from '@nestjs/common';
import { NoticeQueries } from './notice.queries';
import { NotificationController } from './notification.controller';
import { Notifications } from './notifications';

/** 通知. Needs AppDatabase in the global scope. */
@Global()
@Module({
  controllers: [NotificationController],
  providers: [Notifications, NoticeQueries],
  exports: [Notifications, NoticeQueries],
})
export class NotificationsModule {}
