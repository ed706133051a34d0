import { Module } from '@nestjs/common';
import { DutyModule } from '../duty';
import { ChannelStatus } from './channel-status';
import { ChannelsController } from './channels.controller';
import { ContactService } from './contact.service';
import { DispatchCheck } from './dispatch-check';
import { DispatchPlan } from './dispatch-plan';
import { DispatchSender } from './dispatch-sender';
import { DispatchQueries } from './dispatch.queries';

/** 通知渠道. Needs the platform, the databases, OutboxModule and AuditModule in the global scope. */
@Module({
  imports: [DutyModule],
  controllers: [ChannelsController],
  providers: [ChannelStatus, ContactService, DispatchCheck, DispatchPlan, DispatchQueries, DispatchSender],
  exports: [ChannelStatus],
})
export class ChannelsModule {}
