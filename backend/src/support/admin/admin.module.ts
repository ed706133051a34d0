import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines';
import { AdminController } from './admin.controller';
import { DeadlineRuleQueries } from './deadline-rule.queries';
import { SystemFigures } from './system-figures';

/** 系统管理. */
@Module({
  imports: [DeadlinesModule],
  controllers: [AdminController],
  providers: [SystemFigures, DeadlineRuleQueries],
  exports: [SystemFigures],
})
export class AdminModule {}
