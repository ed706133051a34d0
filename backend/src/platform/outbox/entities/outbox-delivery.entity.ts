import { Entity } from 'typeorm';
import { Id, Instant, Int, Text, Uuid } from '../../database';

/** One message for one handler; closed by the handler itself. */
@Entity('outbox_delivery')
export class OutboxDeliveryEntity {
  @Id()
  id: string;

  @Uuid()
  messageId: string;

  @Text()
  handler: string;

  @Text()
  state: string;

  @Int()
  attempts: number;

  @Instant()
  dueAt: Date;

  @Uuid({ nullable: true })
  leaseToken: string | null;

  @Text({ nullable: true })
  lastError: string | null;

  @Instant({ nullable: true })
  doneAt: Date | null;
}
