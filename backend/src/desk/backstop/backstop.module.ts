import { Module } from '@nestjs/common';
import { HomeModule } from '../home';
import { BackstopController } from './backstop.controller';
import { BackstopQueries } from './backstop.queries';
import { BackstopSources } from './backstop-sources';

/** 区级兜底. Rooms above register their kinds of work. */
@Module({
  imports: [HomeModule],
  controllers: [BackstopController],
  providers: [BackstopQueries, BackstopSources],
  exports: [BackstopSources],
})
export class BackstopModule {}
