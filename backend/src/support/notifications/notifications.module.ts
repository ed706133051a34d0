import { Global, Module } from '@nestjs/common';
import { Alerts } from './alerts';
import { NoticeQueries } from './notice.queries';
import { NotificationController } from './notification.controller';
import { Notifications } from './notifications';

/** 通知. Needs AppDatabase, OutboxModule, AuditModule and ReferenceModule in the global scope. */
@Global()
@Module({
  controllers: [NotificationController],
  providers: [Alerts, Notifications, NoticeQueries],
  exports: [Alerts, Notifications, NoticeQueries],
})
export class NotificationsModule {}
