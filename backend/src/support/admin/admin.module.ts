import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels';
import { DeadlinesModule } from '../deadlines';
import { AuditEntryController } from './audit-entry.controller';
import { AuditEntryList } from './audit-entry.list';
import { AdminController } from './admin.controller';
import { DeadLetterController } from './dead-letter.controller';
import { DeadlineRuleQueries } from './deadline-rule.queries';
import { SystemFigures } from './system-figures';

/** 系统管理. */
@Module({
  imports: [ChannelsModule, DeadlinesModule],
  controllers: [AuditEntryController, AdminController, DeadLetterController],
  providers: [AuditEntryList, SystemFigures, DeadlineRuleQueries],
  exports: [SystemFigures],
})
export class AdminModule {}
