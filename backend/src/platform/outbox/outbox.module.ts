import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { BackgroundWork } from './background-work';
import { DeadLetters } from './dead-letters';
import { DeliveryRunner } from './delivery-runner';
import { DeliveryWork } from './delivery-work';
import { Doorbell } from './doorbell';
import { Drainer } from './drainer';
import { DueWorkRegistry } from './due-work';
import { HandlerRegistry } from './handler-registry';
import { Outbox } from './outbox';
import { OutboxStatus } from './outbox-status';
import { Relay } from './relay';

/** 发件箱. Needs WorkerDatabase, Logger and JobQueue in the global scope. */
@Global()
@Module({
  providers: [
    HandlerRegistry,
    Doorbell,
    Outbox,
    DueWorkRegistry,
    DeliveryRunner,
    DeliveryWork,
    Relay,
    Drainer,
    BackgroundWork,
    OutboxStatus,
    DeadLetters,
  ],
  exports: [DeadLetters, HandlerRegistry, Outbox, DueWorkRegistry, Drainer, BackgroundWork, OutboxStatus],
})
export class OutboxModule implements OnModuleInit {
  constructor(
    private readonly works: DueWorkRegistry,
    private readonly deliveries: DeliveryWork,
  ) {}

  onModuleInit(): void {
    this.works.register(this.deliveries);
  }
}
