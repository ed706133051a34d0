import { Entity } from 'typeorm';
import { Id, Instant, Json, Text, Uuid } from '../../database';

/** A message written in the business transaction; ids only. */
@Entity('outbox_message')
export class OutboxMessageEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  name: string;

  @Uuid()
  subjectId: string;

  @Json()
  payload: Readonly<Record<string, string>>;

  @Instant()
  createdAt: Date;
}
