import { Module, type OnModuleInit } from '@nestjs/common';
import { HandlerRegistry } from '../../platform/outbox';
import { AccessModule } from '../access';
import { ChangeListener } from './change-listener';
import { ChangeStream } from './change-stream';
import { ChangeVisibility } from './change-visibility';
import { StreamController } from './stream.controller';
import { StreamPublisher } from './stream-publisher';

/** 界面实时更新. */
@Module({
  imports: [AccessModule],
  controllers: [StreamController],
  providers: [ChangeListener, ChangeVisibility, ChangeStream, StreamPublisher],
  exports: [ChangeStream],
})
export class StreamModule implements OnModuleInit {
  constructor(
    private readonly registry: HandlerRegistry,
    private readonly publisher: StreamPublisher,
  ) {}

  onModuleInit(): void {
    this.registry.register(this.publisher);
  }
}
