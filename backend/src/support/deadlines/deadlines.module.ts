import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { DueWorkRegistry, HandlerRegistry } from '../../platform/outbox';
import { DeadlineController } from './deadline.controller';
import { DeadlineLadder } from './deadline-ladder';
import { DeadlineList } from './deadline-list';
import { DeadlineQueries } from './deadline.queries';
import { DeadlineRules } from './deadline-rules';
import { DeadlineService } from './deadline.service';
import { DeadlineStatus } from './deadline-status';
import { DEADLINE_STEPPED, DeadlineSteps } from './deadline-steps';

/** 时限. Needs the databases, Logger, OutboxModule and NotificationsModule in the global scope. */
@Global()
@Module({
  controllers: [DeadlineController],
  providers: [
    DeadlineRules,
    DeadlineService,
    DeadlineQueries,
    DeadlineList,
    DeadlineStatus,
    DeadlineSteps,
    DeadlineLadder,
  ],
  exports: [DeadlineRules, DeadlineService, DeadlineQueries, DeadlineStatus, DeadlineSteps],
})
export class DeadlinesModule implements OnModuleInit {
  constructor(
    private readonly works: DueWorkRegistry,
    private readonly registry: HandlerRegistry,
    private readonly ladder: DeadlineLadder,
  ) {}

  onModuleInit(): void {
    this.registry.declareBroadcast(DEADLINE_STEPPED);
    this.works.register(this.ladder);
  }
}
